using System.Text.Json;

namespace OutlookAssist.Tests.Browser;

/// <summary>Mails and Outlooks as the fake office.js takes them.</summary>
internal static class OutlookMail
{
    public const string Question = "<p>Hello,</p><p>can I return an unused item within 30 days of delivery?</p><p>Ana</p>";

    public static readonly object Ana = new { displayName = "Ana Ruiz", emailAddress = "ana@mail.example" };

    /// <summary>A mail from Ana to us and Bob, with one colleague in copy.</summary>
    public static object Read(string body = Question, string? id = "mail-1", string subject = "Returning a tent", string headers = "") => new
    {
        mode = "read",
        id,
        subject,
        from = Ana,
        to = new object[]
        {
            new { displayName = "Fernhill", emailAddress = "me@fernhill-outdoor.example" },
            new { displayName = "Bob Lee", emailAddress = "bob@mail.example" },
        },
        cc = new object[] { new { displayName = "Accounts", emailAddress = "accounts@mail.example" } },
        body,
        headers,
    };

    /// <summary>A reply to Ana that someone is writing.</summary>
    public static object Compose(string body, string bodyType) => new { mode = "compose", subject = "RE: Returning a tent", to = new[] { Ana }, body, bodyType };

    /// <summary>An Outlook on the web with one mail open; <paramref name="more"/> are further properties of the setup.</summary>
    public static string Setup(object? mail, params (string Name, object? Value)[] more)
    {
        var setup = new Dictionary<string, object?> { ["mail"] = mail };
        foreach (var (name, value) in more)
        {
            setup[name] = value;
        }

        return JsonSerializer.Serialize(setup);
    }
}
