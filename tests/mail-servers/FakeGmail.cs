using System.Buffers.Text;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OutlookAssist.Tests.MailServers;

/// <summary>The Gmail API for one mailbox: history with places, lists, drafts that change their message's id with every change.</summary>
internal sealed class FakeGmail(string user) : FakeService
{
    private const int PageSize = 2;
    private readonly List<Item> _items = [];
    private readonly List<(string Id, bool Removed)> _log = [];
    private int _numbers;

    /// <summary>Places before this one are forgotten.</summary>
    public int ForgottenBefore { get; set; }

    /// <summary>Where the mailbox's changes stand.</summary>
    public int Place => Alone(() => _log.Count);

    /// <summary>The drafts.</summary>
    public IReadOnlyList<Item> Drafts => Alone(() => _items.Where(item => item.Labels.Contains("DRAFT")).ToList());

    /// <summary>Lays a mail under a label.</summary>
    public Item Deliver(byte[] raw, string label = "INBOX", string? thread = null, DateTimeOffset? received = null) => Alone(() =>
    {
        var item = new Item { Id = $"m{++_numbers}", Thread = thread ?? $"t{_numbers}", Raw = raw, Labels = [label], Received = received ?? TimeProvider.System.GetUtcNow(), DraftId = $"r-{_numbers}" };
        _items.Add(item);
        _log.Add((item.Id, false));
        return item;
    });

    /// <summary>Removes a mail.</summary>
    public void Remove(Item item) => Alone(() =>
    {
        _items.Remove(item);
        _log.Add((item.Id, true));
        return 0;
    });

    /// <summary>Changes a draft as a person does: it gets a new message.</summary>
    public void Edit(Item item) => Alone(() => item.Id = $"m{++_numbers}");

    /// <inheritdoc />
    protected override async Task AnswerAsync(HttpContext context, string path)
    {
        var query = context.Request.Query;
        switch (context.Request.Method, path.Replace("/gmail/v1/users/me/", "", StringComparison.Ordinal).Split('/'))
        {
            case ("GET", ["profile"]):
                await JsonAsync(context, new { emailAddress = user, historyId = (1000 + Place).ToString(CultureInfo.InvariantCulture) });
                return;
            case ("GET", ["labels"]):
                await JsonAsync(context, new { labels = new[] { new { id = "INBOX", name = "INBOX" }, new { id = "Label_1", name = "Support" } } });
                return;
            case ("GET", ["messages"]):
                await ListAsync(context, query["labelIds"]!, query["pageToken"].ToString());
                return;
            case ("GET", ["messages", var id]):
                await (Alone(() => _items.FirstOrDefault(item => item.Id == id)) is { } message ? JsonAsync(context, Shape(message, query["format"] == "raw")) : FailAsync(context, 404, "notFound"));
                return;
            case ("GET", ["history"]):
                await HistoryAsync(context, int.Parse(query["startHistoryId"]!, CultureInfo.InvariantCulture) - 1000, query["pageToken"].ToString());
                return;
            case ("GET", ["threads", var thread]):
                await JsonAsync(context, new { id = thread, messages = Alone(() => _items.Where(item => item.Thread == thread).Select(item => Shape(item, false)).ToList()) });
                return;
            case ("GET", ["drafts"]):
                var wanted = query["q"].ToString().Replace("rfc822msgid:", "", StringComparison.Ordinal);
                await JsonAsync(context, new { drafts = Drafts.Where(item => MailText.Field(item.Raw, "Message-ID") == $"<{wanted}>").Select(DraftShape) });
                return;
            case ("GET", ["drafts", var draft]):
                await (Drafts.FirstOrDefault(item => item.DraftId == draft) is { } found ? JsonAsync(context, DraftShape(found)) : FailAsync(context, 404, "notFound"));
                return;
            case ("POST", ["drafts"]):
                var wish = (await BodyAsync(context)).GetProperty("message");
                await JsonAsync(context, DraftShape(Deliver(Base64Url.DecodeFromChars(wish.GetProperty("raw").GetString()), "DRAFT", wish.GetProperty("threadId").GetString())));
                return;
            case ("DELETE", ["drafts", var gone]):
                Remove(Drafts.First(item => item.DraftId == gone));
                context.Response.StatusCode = 204;
                return;
            case ("POST", ["watch"]):
                await JsonAsync(context, new { historyId = "1000", expiration = TimeProvider.System.GetUtcNow().AddDays(7).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) });
                return;
            default:
                await FailAsync(context, 403, "insufficientPermissions");
                return;
        }
    }

    private Task ListAsync(HttpContext context, string label, string page)
    {
        var at = page.Length == 0 ? 0 : int.Parse(page, CultureInfo.InvariantCulture);
        // Newest first, as Gmail lists.
        var (found, isEnd) = Alone(() => (_items.Where(item => item.Labels.Contains(label)).Reverse().Skip(at).Take(PageSize).Select(item => new { id = item.Id, threadId = item.Thread }).ToList(), at + PageSize >= _items.Count(item => item.Labels.Contains(label))));
        return JsonAsync(context, isEnd ? new { messages = found, nextPageToken = (string?)null } : new { messages = found, nextPageToken = (string?)(at + PageSize).ToString(CultureInfo.InvariantCulture) });
    }

    private Task HistoryAsync(HttpContext context, int start, string page)
    {
        if (start < ForgottenBefore)
        {
            return FailAsync(context, 404, "notFound");
        }

        var at = page.Length == 0 ? start : int.Parse(page, CultureInfo.InvariantCulture);
        var (events, isEnd) = Alone(() => (_log.Skip(at).Take(PageSize).ToList(), at + PageSize >= _log.Count));
        object Of((string Id, bool Removed) change) => change.Removed
            ? new { messagesDeleted = new[] { new { message = new { id = change.Id } } } }
            : new { messagesAdded = new[] { new { message = new { id = change.Id } }, new { message = new { id = change.Id } } } };
        return JsonAsync(context, new { history = events.Select(Of), historyId = (1000 + Place).ToString(CultureInfo.InvariantCulture), nextPageToken = isEnd ? null : (at + PageSize).ToString(CultureInfo.InvariantCulture) });
    }

    private static object DraftShape(Item item) => new { id = item.DraftId, message = new { id = item.Id, threadId = item.Thread } };

    private static object Shape(Item item, bool isRaw) => new
    {
        id = item.Id,
        threadId = item.Thread,
        labelIds = item.Labels,
        internalDate = item.Received.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        sizeEstimate = item.Raw.Length,
        raw = isRaw ? Base64Url.EncodeToString(item.Raw) : null,
        payload = new { headers = new[] { "X-OutlookAssist-Draft" }.Where(name => MailText.Field(item.Raw, name) is not null).Select(name => new { name, value = MailText.Field(item.Raw, name) }) },
    };

    /// <summary>A mail in it.</summary>
    internal sealed class Item
    {
        public required string Id { get; set; }

        public required string Thread { get; init; }

        public required byte[] Raw { get; init; }

        public required List<string> Labels { get; init; }

        public required DateTimeOffset Received { get; init; }

        public required string DraftId { get; init; }
    }
}
