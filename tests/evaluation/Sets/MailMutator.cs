using System.Text;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Breaks mails the way lines, programs and attackers do: the same seed gives the same mails everywhere.</summary>
internal sealed class MailMutator(IReadOnlyList<byte[]> seeds, int seed)
{
    private const int LargestMail = 1 << 20;

    // What a reader of mail decides by, right and wrong.
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\r\n\r\n", "\n", "\r", "--", "\r\n--", "Content-Type: multipart/mixed; boundary=\"\"\r\n", "Content-Type: multipart/alternative; boundary=a\r\n", "\r\n--a\r\n", "\r\n--a--\r\n",
            "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "Content-Transfer-Encoding: x-uuencode\r\n", "begin 644 a\r\n", "charset=utf-7", "charset=utf-16", "charset=gb18030",
            "charset=iso-2022-jp", "charset=\"", "=?utf-8?B?", "=?utf-8?Q?=E4=F6?=", "=?iso-2022-kr?B?G$I?=", "?=", "filename*0*=utf-8''", "filename*1*=%E2%82", "name*=", ";;;;", "\"", "\\", "(((", ")))", "<<<", ">>>",
            "Subject: ", "From: <", "To: group: a, b;", "Date: Thu, 32 Foo 99999 99:99:99 +9999\r\n", "Received: ;;;\r\n", "message/rfc822", "application/ms-tnef", "=\r\n", "=3D=", "====", "\0", "\u001b$B", "\u001b(B", "~{", "+AGE-",
            "<html>", "<table><tr><td>", "</div>", "<!--", "<style>", "&#x110000;", "&amp;amp;", "<div style=\"display:none\">", "<blockquote>", "<p", "On Mon, 2 Nov 2026 at 10:00, A <a@b.example> wrote:\r\n", "> > > ",
            "-----Original Message-----\r\n", "From: a\r\nSent: b\r\nTo: c\r\nSubject: d\r\n", "-- \r\n", "\u202e", "\ufeff", "\ud7ff", new string('a', 5000), new string(' ', 3000), new string('>', 2000), string.Concat(Enumerable.Repeat("<b>", 500)),
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private readonly Random random = new(seed);

    /// <summary>The next broken mail.</summary>
    public byte[] Next()
    {
        var mail = new List<byte>(seeds[random.Next(seeds.Count)]);
        if (mail.Count > LargestMail)
            mail.RemoveRange(LargestMail, mail.Count - LargestMail);
        for (var changes = random.Next(1, 9); changes > 0; changes--)
            Change(mail);
        return [.. mail];
    }

    private void Change(List<byte> mail)
    {
        var at = random.Next(mail.Count + 1);
        var length = Math.Min(mail.Count - at, 1 + random.Next(random.Next(4) == 0 ? 2000 : 40));
        switch (random.Next(9))
        {
            case 0 when at < mail.Count:
                mail[at] = (byte)random.Next(256);
                break;
            case 1:
                mail.RemoveRange(at, length);
                break;
            case 2:
                mail.InsertRange(at, mail.GetRange(at, length));
                break;
            case 3:
                mail.RemoveRange(at, mail.Count - at);
                break;
            case 4:
                var other = seeds[random.Next(seeds.Count)];
                var from = random.Next(other.Length + 1);
                mail.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, length)).ToArray());
                break;
            case 5:
                var noise = new byte[random.Next(1, 64)];
                random.NextBytes(noise);
                mail.InsertRange(at, noise);
                break;
            case 6:
                for (var end = at + length; at < end; at++)
                    mail[at] ^= 0x80;
                break;
            default:
                mail.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                break;
        }
    }
}
