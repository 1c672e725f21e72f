namespace OutlookAssist.Tests.MailServers;

/// <summary>An IMAP server that behaves until the one command at which a test wants it to misbehave.</summary>
internal static class ScriptedImap
{
    /// <summary>The one mail in its inbox.</summary>
    public const string Mail = "From: <ana@customer.example>\r\nTo: <support@shop.example>\r\nSubject: A question\r\nMessage-ID: <one@customer.example>\r\nDate: Fri, 20 Nov 2026 08:00:00 +0000\r\n\r\nWhere is my bicycle?\r\n";

    /// <summary>Starts it.</summary>
    /// <param name="trouble">Told each command in capitals with its tag; true when it has answered in its own way.</param>
    /// <param name="validity">The UIDVALIDITY of the inbox.</param>
    /// <param name="capabilities">What it says that it can do.</param>
    public static ScriptedServer Start(Func<ScriptedServer.Conversation, string, string, Task<bool>> trouble, Func<uint>? validity = null, string capabilities = "IMAP4rev1 AUTH=PLAIN UIDPLUS SPECIAL-USE IDLE") => new(async talk =>
    {
        await talk.SayAsync("* OK ready\r\n");
        while (true)
        {
            var words = (await talk.HearAsync()).Split(' ', 2);
            var (tag, command) = (words[0], words.Length > 1 ? words[1] : "");
            if (!await trouble(talk, tag, command.ToUpperInvariant()))
            {
                await AnswerAsync(talk, tag, command.ToUpperInvariant(), validity?.Invoke() ?? 7, capabilities);
            }
        }
    });

    private static async Task AnswerAsync(ScriptedServer.Conversation talk, string tag, string command, uint validity, string capabilities)
    {
        switch (command)
        {
            case "CAPABILITY":
                await talk.SayAsync($"* CAPABILITY {capabilities}\r\n");
                break;
            case "AUTHENTICATE PLAIN" or "AUTHENTICATE XOAUTH2":
                await talk.SayAsync("+ \r\n");
                await talk.HearAsync();
                break;
            case var list when list.StartsWith("LIST", StringComparison.Ordinal):
                await talk.SayAsync("* LIST (\\HasNoChildren) \"/\" INBOX\r\n* LIST (\\HasNoChildren \\Drafts) \"/\" {8}\r\nMy Draft\r\n* LIST (\\Noselect) \"/\" \"Gel&APY-scht\"\r\n");
                break;
            case var open when open.StartsWith("EXAMINE", StringComparison.Ordinal) || open.StartsWith("SELECT", StringComparison.Ordinal):
                await talk.SayAsync($"* 1 EXISTS\r\n* OK [UIDVALIDITY {validity}] fine\r\n* OK [UIDNEXT 6] fine\r\n");
                break;
            case var search when search.StartsWith("UID SEARCH", StringComparison.Ordinal):
                // What every server does: the last mail matches "6:*" although it comes before.
                await talk.SayAsync(search.Contains("HEADER", StringComparison.Ordinal) ? "* SEARCH\r\n" : "* SEARCH 5\r\n");
                break;
            case var fetch when fetch.StartsWith("UID FETCH", StringComparison.Ordinal) && fetch.Contains("BODY", StringComparison.Ordinal):
                await talk.SayAsync($"* 1 FETCH (UID 5 BODY[] {{{Mail.Length}}}\r\n{Mail})\r\n");
                break;
            case var fetch when fetch.StartsWith("UID FETCH", StringComparison.Ordinal):
                await talk.SayAsync($"* 1 FETCH (FLAGS (\\Recent) INTERNALDATE \"20-Nov-2026 08:00:01 +0000\" RFC822.SIZE {Mail.Length} UID 5)\r\n");
                break;
        }

        await talk.SayAsync($"{tag} OK done\r\n");
    }
}
