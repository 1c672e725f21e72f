using System.Globalization;
using System.Text;

namespace OutlookAssist.Tests.MailServers;

/// <summary>Small mails for tests.</summary>
internal static class MailText
{
    private static int _numbers;

    /// <summary>A mail of a person to a mailbox.</summary>
    public static byte[] To(string mailbox, string body = "Where is my bicycle?", string from = "Ana Ruiz <ana@customer.example>", string? id = null, string subject = "A question", string more = "", DateTimeOffset? date = null) =>
        Encoding.UTF8.GetBytes($"From: {from}\r\nTo: <{mailbox}>\r\nSubject: {subject}\r\nMessage-ID: {id ?? NewId()}\r\nDate: {(date ?? TimeProvider.System.GetUtcNow()).ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)}\r\n{more}\r\n{body}\r\n");

    /// <summary>A Message-ID that no other mail has.</summary>
    public static string NewId() => $"<mail-{Interlocked.Increment(ref _numbers)}-{Guid.NewGuid():N}@customer.example>";

    /// <summary>The value of a header field of a mail.</summary>
    public static string? Field(byte[] mail, string name) =>
        Encoding.UTF8.GetString(mail).ReplaceLineEndings("\n").Split("\n\n")[0].Split('\n').FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
