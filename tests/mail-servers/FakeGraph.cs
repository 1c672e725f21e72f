using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace OutlookAssist.Tests.MailServers;

/// <summary>Microsoft Graph for one mailbox: delta with links, replies as drafts, properties of an application's own, subscriptions.</summary>
internal sealed partial class FakeGraph(string user) : FakeService
{
    /// <summary>For a server that has a mailbox, the same one, under every address.</summary>
    public const string Anybody = "*";

    private const int PageSize = 2;
    private readonly List<Item> _items = [];
    private readonly List<(string Id, string Folder, bool Removed)> _log = [];
    private int _numbers;

    /// <summary>The subscriptions that were asked for.</summary>
    public List<JsonElement> Subscriptions { get; } = [];

    /// <summary>Places that were given before it grew are forgotten.</summary>
    public int Epoch { get; set; }

    /// <summary>The drafts.</summary>
    public IReadOnlyList<Item> Drafts => Alone(() => _items.Where(item => item.Folder == "drafts").ToList());

    /// <summary>The newest subscription to a mailbox whose address has this in it.</summary>
    public JsonElement SubscriptionOf(string address) => Alone(() => Subscriptions.LastOrDefault(subscription => subscription.GetProperty("resource").GetString()!.Contains(address, StringComparison.Ordinal)));

    /// <summary>Lays a mail into a folder.</summary>
    public Item Deliver(byte[] raw, string folder = "inbox", string? conversation = null, string from = "ana@customer.example", bool isDraft = false, DateTimeOffset? received = null) => Alone(() =>
    {
        var item = new Item { Id = $"AAk{++_numbers}=", Folder = folder, Raw = raw, Conversation = conversation ?? $"conversation-{_numbers}", From = from, IsDraft = isDraft, Received = received ?? TimeProvider.System.GetUtcNow(), Body = "<html><body>history</body></html>" };
        _items.Add(item);
        _log.Add((item.Id, folder, false));
        return item;
    });

    /// <summary>Removes a mail.</summary>
    public void Remove(Item item) => Alone(() =>
    {
        _items.Remove(item);
        _log.Add((item.Id, item.Folder, true));
        return 0;
    });

    /// <summary>Changes a draft as a person does.</summary>
    public void Edit(Item item) => Alone(() => item.ChangeKey = $"key-{++_numbers}");

    /// <inheritdoc />
    protected override Task AnswerAsync(HttpContext context, string path)
    {
        if (!context.Request.Headers["Prefer"].ToString().Contains("IdType=\"ImmutableId\"", StringComparison.Ordinal))
        {
            return FailAsync(context, 400, "ErrorImmutableIdExpected");
        }

        if (path.StartsWith("/v1.0/subscriptions", StringComparison.Ordinal))
        {
            return SubscribeAsync(context, path);
        }

        return path.Split('/', 5) is ["", "v1.0", "users", var mailbox, var rest] && (user == Anybody || mailbox.Equals(user, StringComparison.OrdinalIgnoreCase))
            ? MailboxAsync(context, rest)
            : FailAsync(context, 404, "ErrorInvalidUser");
    }

    private Task MailboxAsync(HttpContext context, string path)
    {
        if (path == "mailFolders")
        {
            return JsonAsync(context, new { value = new[] { new { id = "inbox", displayName = "Inbox" }, new { id = "id-of-support", displayName = "Support" } } });
        }

        if (DeltaPath().Match(path) is { Success: true } delta)
        {
            return DeltaAsync(context, Uri.UnescapeDataString(delta.Groups[1].Value));
        }

        if (path == "mailFolders/drafts/messages")
        {
            var tag = TagInFilter().Match(context.Request.Query["$filter"]!).Groups[1].Value;
            return JsonAsync(context, new { value = Alone(() => _items.Where(item => item.Folder == "drafts" && item.Properties.Values.Contains(tag)).Select(Shape).ToList()) });
        }

        if (path.StartsWith("mailFolders/", StringComparison.Ordinal))
        {
            return JsonAsync(context, new { id = path.Split('/')[1] });
        }

        if (path == "messages")
        {
            var conversation = ConversationInFilter().Match(context.Request.Query["$filter"]!).Groups[1].Value;
            return JsonAsync(context, new { value = Alone(() => _items.Where(item => item.Conversation == conversation).Select(Shape).ToList()) });
        }

        return path.Split('/') is ["messages", var id, .. var rest] && Alone(() => _items.FirstOrDefault(item => item.Id == Uri.UnescapeDataString(id))) is { } found
            ? MessageAsync(context, found, rest.Length > 0 ? rest[0] : "")
            : FailAsync(context, 404, "ErrorItemNotFound");
    }

    private async Task MessageAsync(HttpContext context, Item item, string verb)
    {
        switch (context.Request.Method, verb)
        {
            case ("GET", "$value"):
                await context.Response.Body.WriteAsync(item.Raw);
                return;
            case ("GET", ""):
                await JsonAsync(context, Alone(() => Shape(item)));
                return;
            case ("POST", "createReply"):
                var wish = await BodyAsync(context);
                if (wish.TryGetProperty("comment", out _) && wish.TryGetProperty("message", out var with) && with.TryGetProperty("body", out _))
                {
                    await FailAsync(context, 400, "ErrorInvalidRequest");
                    return;
                }

                var draft = Deliver([], "drafts", item.Conversation, user, isDraft: true);
                Apply(draft, wish.GetProperty("message"));
                await JsonAsync(context, Alone(() => Shape(draft)), 201);
                return;
            case ("PATCH", ""):
                Apply(item, await BodyAsync(context));
                await JsonAsync(context, Alone(() => Shape(item)));
                return;
            case ("DELETE", ""):
                Remove(item);
                context.Response.StatusCode = 204;
                return;
            default:
                await FailAsync(context, 403, "ErrorAccessDenied");
                return;
        }
    }

    /// <summary>Small pages, an empty one among them, repeats, and the last page with the place behind everything.</summary>
    private async Task DeltaAsync(HttpContext context, string folder)
    {
        var token = context.Request.Query["$token"].ToString();
        var parts = token.Split('-');
        var at = token.Length == 0 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (token.Length > 0 && parts[0] != $"{Epoch}")
        {
            await FailAsync(context, 410, "syncStateNotFound");
            return;
        }

        var link = $"{Address}{context.Request.Path}?$token={Epoch}-";
        if (token.Length == 0)
        {
            // An empty page may have a next one.
            await JsonAsync(context, new Dictionary<string, object> { ["value"] = Array.Empty<object>(), ["@odata.nextLink"] = link + "0" });
            return;
        }

        var (page, end) = Alone(() => (_log.Skip(at).Take(PageSize).Where(change => change.Folder == folder).Select(change => ChangeOf(change.Id)).ToList(), at + PageSize >= _log.Count));
        if (page.Count == PageSize)
        {
            page.Add(page[0]);
        }

        await JsonAsync(context, new Dictionary<string, object> { ["value"] = page, [end ? "@odata.deltaLink" : "@odata.nextLink"] = link + (end ? Alone(() => _log.Count) : at + PageSize) });
    }

    private object ChangeOf(string id) => _items.FirstOrDefault(item => item.Id == id) is { } item
        ? Shape(item)
        : new Dictionary<string, object> { ["id"] = id, ["@removed"] = new { reason = "deleted" } };

    private async Task SubscribeAsync(HttpContext context, string path)
    {
        if (context.Request.Method == "PATCH" && Subscriptions.Count == 0)
        {
            await FailAsync(context, 404, "ResourceNotFound");
            return;
        }

        var wish = await BodyAsync(context);
        if (context.Request.Method == "POST")
        {
            Alone(() => { Subscriptions.Add(wish.Clone()); return 0; });
        }

        var of = wish.TryGetProperty("resource", out var resource) ? Uri.UnescapeDataString(resource.GetString()!.Split('/')[1]) : "";
        await JsonAsync(context, new { id = $"subscription-of-{of}", expirationDateTime = wish.GetProperty("expirationDateTime").GetDateTimeOffset(), path }, context.Request.Method == "POST" ? 201 : 200);
    }

    private void Apply(Item item, JsonElement changes) => Alone(() =>
    {
        if (changes.TryGetProperty("body", out var body))
        {
            item.Body = body.GetProperty("content").GetString()!;
        }

        if (changes.TryGetProperty("toRecipients", out var to))
        {
            item.To = [.. to.EnumerateArray().Select(recipient => recipient.GetProperty("emailAddress").GetProperty("address").GetString()!)];
        }

        if (changes.TryGetProperty("singleValueExtendedProperties", out var properties))
        {
            foreach (var property in properties.EnumerateArray())
            {
                item.Properties[property.GetProperty("id").GetString()!] = property.GetProperty("value").GetString()!;
            }
        }

        item.ChangeKey = $"key-{++_numbers}";
        return 0;
    });

    private static object Shape(Item item) => new
    {
        id = item.Id,
        changeKey = item.ChangeKey,
        conversationId = item.Conversation,
        receivedDateTime = item.Received,
        isDraft = item.IsDraft,
        from = new { emailAddress = new { address = item.From } },
        body = new { contentType = "html", content = item.Body },
        singleValueExtendedProperties = item.Properties.Select(property => new { id = property.Key, value = property.Value }),
    };

    [GeneratedRegex("^mailFolders/([^/]+)/messages/delta$")]
    private static partial Regex DeltaPath();

    [GeneratedRegex("ep/value eq '([^']+)'")]
    private static partial Regex TagInFilter();

    [GeneratedRegex("conversationId eq '([^']+)'")]
    private static partial Regex ConversationInFilter();

    /// <summary>A mail in it.</summary>
    internal sealed class Item
    {
        public required string Id { get; init; }

        public required string Folder { get; init; }

        public required byte[] Raw { get; init; }

        public required string Conversation { get; init; }

        public required string From { get; init; }

        public required bool IsDraft { get; init; }

        public required DateTimeOffset Received { get; init; }

        public required string Body { get; set; }

        public string ChangeKey { get; set; } = "key-0";

        public IReadOnlyList<string> To { get; set; } = [];

        public Dictionary<string, string> Properties { get; } = [];
    }
}
