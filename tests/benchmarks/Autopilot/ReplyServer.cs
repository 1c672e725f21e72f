using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OutlookAssist.Benchmarks.Autopilot;

/// <summary>A mail server that speaks as much of Microsoft Graph as drafting needs, for thousands of mails; it can kill the product in the moment between a draft that it accepted and its answer.</summary>
internal sealed partial class ReplyServer : IAsyncDisposable
{
    /// <summary>The address of the one mailbox.</summary>
    public const string Mailbox = "shop@shop.example";

    private const int PageSize = 50;
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<Mail> mails = [];
    private readonly Dictionary<string, Mail> byId = [];
    private readonly Dictionary<string, List<Mail>> byConversation = [];
    private readonly ConcurrentDictionary<string, List<Draft>> byTag = new();
    private readonly ConcurrentDictionary<string, Draft> drafts = new();
    private int numbers;

    public ReplyServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
        app.StartAsync().GetAwaiter().GetResult();
    }

    public string Address => app.Urls.First();

    /// <summary>Kills this process when the next draft was accepted; taken back by the kill.</summary>
    public Process? Victim { get; set; }

    /// <summary>How often a kill struck between a draft and its answer.</summary>
    public int Struck { get; private set; }

    /// <summary>When the latest draft was accepted.</summary>
    public long LatestDraft { get; private set; }

    public int Delivered
    {
        get
        {
            lock (gate)
                return mails.Count;
        }
    }

    /// <summary>Mails with at least one draft in which our words are.</summary>
    public int Answered => drafts.Values.Where(draft => draft.IsWritten).Select(draft => draft.Answers).Distinct().Count();

    /// <summary>Drafts beyond one for a mail.</summary>
    public int Doubled => drafts.Values.GroupBy(draft => draft.Answers).Sum(group => group.Count() - 1);

    /// <summary>From delivery to the written draft, in milliseconds.</summary>
    public IReadOnlyList<double> Latencies => [.. drafts.Values.Where(draft => draft.IsWritten).Select(draft => Stopwatch.GetElapsedTime(byId[draft.Answers].Delivered, draft.WrittenAt).TotalMilliseconds).Order()];

    /// <summary>Forgets what was timed and delivered so far, for the next measurement.</summary>
    public void Deliver(int count, string body)
    {
        lock (gate)
        {
            for (var index = 0; index < count; index++)
            {
                var number = ++numbers;
                var raw = $"From: Customer {number} <customer{number}@customer.example>\r\nTo: {Mailbox}\r\nSubject: Question {number}\r\nMessage-ID: <mail-{number}@customer.example>\r\nDate: {DateTimeOffset.UnixEpoch.AddSeconds(1_790_000_000 + number).ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n\r\nOrder {number}\r\n";
                var mail = new Mail($"M{number}", $"C{number}", Encoding.UTF8.GetBytes(raw), TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp());
                mails.Add(mail);
                byId[mail.Id] = mail;
                byConversation[mail.Conversation] = [mail];
            }
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var method = context.Request.Method;
        if (path.EndsWith("/token", StringComparison.Ordinal))
            await JsonAsync(context, new { access_token = "header.e30.signature", expires_in = 3600 });
        else if (path.EndsWith("/messages/delta", StringComparison.Ordinal))
            await DeltaAsync(context);
        else if (path.EndsWith("/mailFolders", StringComparison.Ordinal))
            await JsonAsync(context, new { value = new[] { new { id = "inbox", displayName = "Inbox" } } });
        else if (path.EndsWith("/mailFolders/drafts/messages", StringComparison.Ordinal))
            await JsonAsync(context, new { value = byTag.TryGetValue(Tag().Match(context.Request.Query["$filter"]!).Groups[1].Value, out var tagged) ? tagged.Select(Shape).ToList() : [] });
        else if (path.Contains("/mailFolders/", StringComparison.Ordinal))
            await JsonAsync(context, new { id = path.Split('/')[^1] });
        else if (path.EndsWith("/$value", StringComparison.Ordinal) && Find(path.Split('/')[^2]) is { } wanted)
            await context.Response.Body.WriteAsync(wanted.Raw);
        else if (path.EndsWith("/createReply", StringComparison.Ordinal) && Find(path.Split('/')[^2]) is { } answered)
            await CreateAsync(context, answered);
        else if (path.EndsWith("/messages", StringComparison.Ordinal))
            await JsonAsync(context, new { value = ThreadOf(Conversation().Match(context.Request.Query["$filter"]!).Groups[1].Value) });
        else if (method == "PATCH" && drafts.TryGetValue(path.Split('/')[^1], out var draft))
            await WriteAsync(context, draft);
        else
            await JsonAsync(context, new { error = new { code = "ErrorItemNotFound" } }, 404);
    }

    private async Task CreateAsync(HttpContext context, Mail mail)
    {
        var wish = await BodyAsync(context);
        var tag = wish.GetProperty("message").GetProperty("singleValueExtendedProperties")[0];
        var draft = new Draft($"D{Interlocked.Increment(ref numbers)}", mail.Id, mail.Conversation, tag.GetProperty("id").GetString()!, tag.GetProperty("value").GetString()!);
        drafts[draft.Id] = draft;
        byTag.AddOrUpdate(draft.Tag, [draft], (_, before) => [.. before, draft]);
        LatestDraft = Stopwatch.GetTimestamp();
        if (Victim is { } victim)
        {
            Victim = null;
            Struck++;
            victim.Kill();
            context.Abort();
            return;
        }

        await JsonAsync(context, Shape(draft), 201);
    }

    private async Task WriteAsync(HttpContext context, Draft draft)
    {
        var changes = await BodyAsync(context);
        foreach (var property in changes.GetProperty("singleValueExtendedProperties").EnumerateArray())
            draft.Properties[property.GetProperty("id").GetString()!] = property.GetProperty("value").GetString()!;
        draft.WrittenAt = LatestDraft = Stopwatch.GetTimestamp();
        await JsonAsync(context, Shape(draft));
    }

    private Task DeltaAsync(HttpContext context)
    {
        var at = int.TryParse(context.Request.Query["$token"], CultureInfo.InvariantCulture, out var token) ? token : 0;
        lock (gate)
        {
            var page = mails.Skip(at).Take(PageSize).Select(mail => new { id = mail.Id, conversationId = mail.Conversation, receivedDateTime = mail.Received, isDraft = false }).ToList();
            var end = at + page.Count;
            return JsonAsync(context, new Dictionary<string, object> { ["value"] = page, [end < mails.Count ? "@odata.nextLink" : "@odata.deltaLink"] = string.Create(CultureInfo.InvariantCulture, $"{Address}{context.Request.Path}?$token={end}") });
        }
    }

    private List<object> ThreadOf(string conversation)
    {
        lock (gate)
        {
            var received = byConversation.TryGetValue(conversation, out var thread) ? thread : [];
            return
            [
                .. received.Select(mail => (object)new { id = mail.Id, receivedDateTime = mail.Received, isDraft = false, from = new { emailAddress = new { address = "customer@customer.example" } } }),
            ];
        }
    }

    private Mail? Find(string id)
    {
        lock (gate)
            return byId.GetValueOrDefault(id);
    }

    private static object Shape(Draft draft) => new
    {
        id = draft.Id,
        changeKey = draft.WrittenAt.ToString(CultureInfo.InvariantCulture),
        isDraft = true,
        body = new { contentType = "html", content = "<html><body>history</body></html>" },
        singleValueExtendedProperties = draft.Properties.Select(property => new { id = property.Key, value = property.Value }).Append(new { id = draft.TagName, value = draft.Tag }),
    };

    private static async Task<JsonElement> BodyAsync(HttpContext context) => (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;

    private static Task JsonAsync(HttpContext context, object value, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web)).AsTask();
    }

    [GeneratedRegex("ep/value eq '([^']+)'")]
    private static partial Regex Tag();

    [GeneratedRegex("conversationId eq '([^']+)'")]
    private static partial Regex Conversation();

    private sealed record Mail(string Id, string Conversation, byte[] Raw, DateTimeOffset Received, long Delivered);

    private sealed record Draft(string Id, string Answers, string Conversation, string TagName, string Tag)
    {
        public ConcurrentDictionary<string, string> Properties { get; } = new();

        public long WrittenAt { get; set; }

        public bool IsWritten => WrittenAt != 0;
    }
}
