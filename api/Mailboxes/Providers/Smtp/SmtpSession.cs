using System.Globalization;
using System.Text;

namespace OutlookAssist.Mailboxes.Providers.Smtp;

/// <summary>A conversation with a sending server: TLS before anything else, sign-in, one mail with an empty return path.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private const int ImplicitPort = 465;
    private const int SubmissionPort = 587;
    private const int LongestLine = 4_096;
    private const int MostLines = 200;
    private readonly SecureConnection _connection;
    private IReadOnlyList<string> _extensions = [];

    private SmtpSession(SecureConnection connection) => _connection = connection;

    /// <summary>Connects and signs in; a server without TLS gets neither name nor password.</summary>
    public static async Task<SmtpSession> OpenAsync(SmtpCredentials credentials, MailboxesOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var port = credentials.Port ?? SubmissionPort;
        var session = new SmtpSession(await SecureConnection.OpenAsync(credentials.Host, port, port == ImplicitPort, options, time, cancellation));
        try
        {
            await session.ExpectAsync(220, cancellation);
            await session.GreetAsync(cancellation);
            if (!session._connection.IsSecure)
            {
                await session.StartTlsAsync(credentials.Host, options, cancellation);
            }

            await session.SignInAsync(credentials, cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands over one mail to one recipient. The return path is empty, so that no report of its fate comes back (RFC 3834).</summary>
    public async Task SendAsync(string recipient, byte[] mail, CancellationToken cancellation)
    {
        if (recipient.Any(letter => letter is <= ' ' or '<' or '>' or '\u007F'))
        {
            throw new MailboxException(MailboxProblem.Refused, "The recipient's address cannot be written to.");
        }

        await CommandAsync("MAIL FROM:<>", 250, cancellation);
        await CommandAsync($"RCPT TO:<{recipient}>", 250, cancellation);
        await CommandAsync("DATA", 354, cancellation);
        await _connection.WriteAsync(Stuffed(mail), cancellation);
        await ExpectAsync(250, cancellation);
        await _connection.WriteAsync("QUIT\r\n", cancellation);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task GreetAsync(CancellationToken cancellation)
    {
        await _connection.WriteAsync("EHLO [127.0.0.1]\r\n", cancellation);
        _extensions = [.. (await ExpectAsync(250, cancellation)).Skip(1).Select(line => line.ToUpperInvariant())];
    }

    private async Task StartTlsAsync(string host, MailboxesOptions options, CancellationToken cancellation)
    {
        if (!_extensions.Contains("STARTTLS"))
        {
            throw new MailboxException(MailboxProblem.NotSecure, "The sending server offers no TLS, so nothing is sent through it.");
        }

        await CommandAsync("STARTTLS", 220, cancellation);
        await _connection.SecureAsync(host, options, cancellation);
        await GreetAsync(cancellation);
    }

    private async Task SignInAsync(SmtpCredentials credentials, CancellationToken cancellation)
    {
        var methods = _extensions.FirstOrDefault(line => line.StartsWith("AUTH ", StringComparison.Ordinal))?.Split(' ') ?? [];
        if (methods.Contains("PLAIN"))
        {
            await CommandAsync($"AUTH PLAIN {Base64($"\0{credentials.User}\0{credentials.Password}")}", 235, cancellation);
        }
        else if (methods.Contains("LOGIN"))
        {
            await CommandAsync("AUTH LOGIN", 334, cancellation);
            await CommandAsync(Base64(credentials.User), 334, cancellation);
            await CommandAsync(Base64(credentials.Password), 235, cancellation);
        }
        else
        {
            throw new MailboxException(MailboxProblem.WrongSettings, "The sending server takes neither AUTH PLAIN nor AUTH LOGIN.");
        }
    }

    private async Task CommandAsync(string command, int expected, CancellationToken cancellation)
    {
        await _connection.WriteAsync(command + "\r\n", cancellation);
        await ExpectAsync(expected, cancellation);
    }

    private async Task<IReadOnlyList<string>> ExpectAsync(int expected, CancellationToken cancellation)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = Encoding.UTF8.GetString(await _connection.ReadLineAsync(LongestLine, cancellation));
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || lines.Count == MostLines)
            {
                throw SecureConnection.Nonsense();
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length > 3 && line[3] == '-')
            {
                continue;
            }

            return code == expected || (expected == 250 && code == 251) ? lines : throw Refusal(code);
        }
    }

    private static MailboxException Refusal(int code) => code switch
    {
        535 or 534 or 530 => new MailboxException(MailboxProblem.SignInRefused, "The sending server does not accept this user and password."),
        >= 400 and < 500 => new MailboxException(MailboxProblem.Unavailable, "The sending server cannot take the mail right now."),
        _ => new MailboxException(MailboxProblem.Refused, "The sending server refused the mail."),
    };

    /// <summary>A line that begins with a dot gets a second one, and a line with nothing but a dot ends the mail.</summary>
    private static byte[] Stuffed(byte[] mail)
    {
        var text = Encoding.Latin1.GetString(mail).ReplaceLineEndings("\r\n").Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes((text.StartsWith('.') ? "." : "") + text + (text.EndsWith("\r\n", StringComparison.Ordinal) ? "" : "\r\n") + ".\r\n");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
