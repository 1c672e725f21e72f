namespace OutlookAssist.Tests.MailServers;

/// <summary>A sending server that keeps what it is given.</summary>
internal static class FakeSmtp
{
    /// <summary>Starts it on a port without TLS from the first byte; with STARTTLS unless told otherwise.</summary>
    public static ScriptedServer Start(List<string> mails, bool offersTls = true, string signIn = "235 welcome", string accepted = "250 taken") => new(async talk =>
    {
        await talk.SayAsync("220 ready\r\n");
        var isSecure = false;
        while (true)
        {
            var command = (await talk.HearAsync()).Split(' ')[0].ToUpperInvariant();
            switch (command)
            {
                case "EHLO":
                    await talk.SayAsync(isSecure ? "250-here\r\n250 AUTH LOGIN PLAIN\r\n" : offersTls ? "250-here\r\n250-SIZE 1000\r\n250 STARTTLS\r\n" : "250-here\r\n250 AUTH PLAIN\r\n");
                    break;
                case "STARTTLS":
                    await talk.SayAsync("220 go on\r\n");
                    await talk.SecureAsync();
                    isSecure = true;
                    break;
                case "AUTH":
                    await talk.SayAsync(signIn + "\r\n");
                    break;
                case "DATA":
                    await talk.SayAsync("354 go on\r\n");
                    var mail = new List<string>();
                    while (await talk.HearAsync() is var line && line != ".")
                    {
                        mail.Add(line.StartsWith('.') ? line[1..] : line);
                    }

                    mails.Add(string.Join("\r\n", mail));
                    await talk.SayAsync(accepted + "\r\n");
                    break;
                case "QUIT":
                    return;
                default:
                    await talk.SayAsync("250 fine\r\n");
                    break;
            }
        }
    }, isSecure: false);
}
