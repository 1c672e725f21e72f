using System.Globalization;
using System.Text;

namespace OutlookAssist.Mailboxes.Providers.Imap;

/// <summary>A conversation with an IMAP server: one command after the other, nothing secret before TLS, every answer bounded.</summary>
internal sealed class ImapSession : IAsyncDisposable
{
    private const int LongestLine = 4 << 20;
    private const int Slack = 1 << 20;
    private const int MostAnswers = 200_000;
    private readonly SecureConnection _connection;
    private readonly int _largestLiteral;
    private HashSet<string> _capabilities = new(StringComparer.OrdinalIgnoreCase);
    private int _commands;

    private ImapSession(SecureConnection connection, int largestLiteral) => (_connection, _largestLiteral) = (connection, largestLiteral);

    /// <summary>The folder that is open, and how it is; null before the first.</summary>
    public OpenFolder? Folder { get; private set; }

    /// <summary>Connects over TLS and signs in. A port other than 143 speaks TLS from the first byte; 143 must offer STARTTLS.</summary>
    public static async Task<ImapSession> OpenAsync(string host, int port, ImapSignIn signIn, MailboxesOptions options, TimeProvider time, CancellationToken cancellation)
    {
        const int PlainPort = 143;
        var connection = await SecureConnection.OpenAsync(host, port, port != PlainPort, options, time, cancellation);
        var session = new ImapSession(connection, options.LargestMessageBytes + Slack);
        try
        {
            var greeting = await session.ReadAsync(cancellation);
            if (greeting is not { Tag: "*", Kind: "OK" })
            {
                throw greeting.Kind == "BYE" ? Ended() : SecureConnection.Nonsense();
            }

            await session.AskCapabilitiesAsync(cancellation);
            if (!connection.IsSecure)
            {
                await session.StartTlsAsync(host, options, cancellation);
            }

            await session.SignInAsync(signIn, cancellation);
            await session.AskCapabilitiesAsync(cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the server says that it can do this.</summary>
    public bool Can(string capability) => _capabilities.Contains(capability);

    /// <summary>All folders: names as the server writes them, with their attributes.</summary>
    public async Task<IReadOnlyList<ListedFolder>> ListAsync(CancellationToken cancellation)
    {
        var answers = await CommandAsync(Can("SPECIAL-USE") && Can("LIST-EXTENDED") ? "LIST \"\" \"*\" RETURN (SPECIAL-USE)" : "LIST \"\" \"*\"", cancellation);
        return [.. from answer in answers
                   where answer.Kind == "LIST" && answer.Values.Count >= 4
                   select new ListedFolder(answer.Values[3].Text, [.. answer.Values[1].Items.Select(item => item.Text)])];
    }

    /// <summary>Opens a folder for reading only, which can mark nothing as read; null when there is no such folder.</summary>
    public Task<OpenFolder?> ExamineAsync(string folder, CancellationToken cancellation) => OpenFolderAsync("EXAMINE", folder, cancellation);

    /// <summary>Opens a folder to remove drafts of ours from it.</summary>
    public Task<OpenFolder?> SelectAsync(string folder, CancellationToken cancellation) => OpenFolderAsync("SELECT", folder, cancellation);

    /// <summary>The UIDs that match, in order.</summary>
    public async Task<IReadOnlyList<uint>> SearchAsync(string criteria, CancellationToken cancellation)
    {
        var answers = await CommandAsync("UID SEARCH " + criteria, cancellation);
        return [.. answers.Where(answer => answer.Kind == "SEARCH").SelectMany(answer => answer.Values.Skip(1))
            .Select(value => uint.TryParse(value.Text, out var uid) ? uid : 0).Where(uid => uid > 0).Distinct().Order()];
    }

    /// <summary>Facts about mails by UID: the items of each as name and value.</summary>
    public async Task<IReadOnlyList<Dictionary<string, ImapValue>>> FetchAsync(string uids, string items, CancellationToken cancellation)
    {
        var fetched = new List<Dictionary<string, ImapValue>>();
        foreach (var answer in await CommandAsync($"UID FETCH {uids} ({items})", cancellation))
        {
            if (answer.Kind == "FETCH" && answer.Values.Count >= 3)
            {
                var list = answer.Values[2].Items;
                var facts = new Dictionary<string, ImapValue>(StringComparer.OrdinalIgnoreCase);
                for (var at = 0; at + 1 < list.Count; at += 2)
                {
                    facts[list[at].Text] = list[at + 1];
                }

                fetched.Add(facts);
            }
        }

        return fetched;
    }

    /// <summary>Lays a draft into a folder and gives its UID where the server tells it.</summary>
    public async Task<uint?> AppendAsync(string folder, byte[] mail, CancellationToken cancellation)
    {
        var tag = NextTag();
        await _connection.WriteAsync($"{tag} APPEND {Quote(folder)} (\\Draft) {{{mail.Length}}}\r\n", cancellation);
        if (await UntilAsync(tag, [], cancellation, stopAtContinuation: true) is { } refused)
        {
            throw Refusal(refused);
        }

        await _connection.WriteAsync(mail, cancellation);
        await _connection.WriteAsync("\r\n", cancellation);
        var end = (await UntilAsync(tag, [], cancellation))!;
        if (end.Kind != "OK")
        {
            throw Refusal(end);
        }

        return end.Code.Split(' ') is ["APPENDUID", _, var uid] && uint.TryParse(uid, out var number) ? number : null;
    }

    /// <summary>Runs a command that answers nothing of interest.</summary>
    public Task DoAsync(string command, CancellationToken cancellation) => CommandAsync(command, cancellation);

    /// <summary>Waits until the server speaks of new mail, at most so long.</summary>
    public async Task<bool> IdleAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellation)
    {
        var tag = NextTag();
        await _connection.WriteAsync($"{tag} IDLE\r\n", cancellation);
        if (await UntilAsync(tag, [], cancellation, stopAtContinuation: true) is { } refused)
        {
            throw Refusal(refused);
        }

        // A pending read is never cancelled, since half an answer would be lost with it: DONE makes the server speak instead.
        var (news, known, usual) = (false, Folder?.Exists ?? 0, _connection.Patience);
        _connection.Patience = atMost + usual + usual;
        var pause = Task.Delay(atMost, time, cancellation);
        var reading = ReadAsync(cancellation);
        while (!news && await Task.WhenAny(reading, pause) == reading)
        {
            news = TellsOfMail(await reading, known);
            reading = ReadAsync(cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        await _connection.WriteAsync("DONE\r\n", cancellation);
        _connection.Patience = usual;
        while (await InTimeAsync(reading, usual, time, cancellation) is var answer && answer.Tag != tag)
        {
            news |= TellsOfMail(answer, known);
            reading = ReadAsync(cancellation);
        }

        return news;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    /// <summary>A string as a quoted one; what cannot be quoted is left out.</summary>
    public static string Quote(string text) => $"\"{new string([.. text.Where(letter => letter is >= ' ' and < '\u007F')]).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private async Task<OpenFolder?> OpenFolderAsync(string verb, string folder, CancellationToken cancellation)
    {
        Folder = null;
        var answers = new List<ImapAnswer>();
        var tag = NextTag();
        await _connection.WriteAsync($"{tag} {verb} {Quote(folder)}\r\n", cancellation);
        var end = (await UntilAsync(tag, answers, cancellation))!;
        if (end.Kind == "NO")
        {
            return null;
        }

        if (end.Kind != "OK")
        {
            throw Refusal(end);
        }

        uint Number(string code) => answers.Select(answer => answer.Code.Split(' ')).Where(words => words.Length == 2 && words[0].Equals(code, StringComparison.OrdinalIgnoreCase))
            .Select(words => uint.TryParse(words[1], out var number) ? number : 0).LastOrDefault();
        return Folder = new OpenFolder(folder, verb == "SELECT", Number("UIDVALIDITY"), Number("UIDNEXT"), answers.LastOrDefault(answer => answer.Kind == "EXISTS")?.Number ?? 0);
    }

    private async Task AskCapabilitiesAsync(CancellationToken cancellation)
    {
        var answers = await CommandAsync("CAPABILITY", cancellation);
        _capabilities = answers.Where(answer => answer.Kind == "CAPABILITY").SelectMany(answer => answer.Values.Skip(1).Select(value => value.Text)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private async Task StartTlsAsync(string host, MailboxesOptions options, CancellationToken cancellation)
    {
        if (!Can("STARTTLS"))
        {
            throw new MailboxException(MailboxProblem.NotSecure, "The mail server offers no TLS, so nobody signs in there. Use the port for TLS, usually 993.");
        }

        await CommandAsync("STARTTLS", cancellation);
        await _connection.SecureAsync(host, options, cancellation);
        await AskCapabilitiesAsync(cancellation);
    }

    private async Task SignInAsync(ImapSignIn signIn, CancellationToken cancellation)
    {
        var (command, answer) = signIn switch
        {
            { Token: { } token } => ("AUTHENTICATE XOAUTH2", Base64($"user={signIn.User}\u0001auth=Bearer {token}\u0001\u0001")),
            _ when Can("AUTH=PLAIN") => ("AUTHENTICATE PLAIN", Base64($"\0{signIn.User}\0{signIn.Password}")),
            _ when !Can("LOGINDISABLED") && IsPlain(signIn.User) && IsPlain(signIn.Password) => ($"LOGIN {Quote(signIn.User)} {Quote(signIn.Password!)}", null),
            _ => throw new MailboxException(MailboxProblem.WrongSettings, "The mail server takes neither AUTH=PLAIN nor LOGIN. Use a sign-in with tokens."),
        };
        var tag = NextTag();
        await _connection.WriteAsync($"{tag} {command}\r\n", cancellation);
        var end = await UntilAsync(tag, [], cancellation, stopAtContinuation: answer is not null);
        if (end is null)
        {
            await _connection.WriteAsync(answer + "\r\n", cancellation);
            // XOAUTH2 explains a refusal in another continuation and wants an empty line before it says NO.
            while ((end = await UntilAsync(tag, [], cancellation, stopAtContinuation: true)) is null)
            {
                await _connection.WriteAsync("\r\n", cancellation);
            }
        }

        if (end.Kind != "OK")
        {
            throw end.Code.StartsWith("UNAVAILABLE", StringComparison.OrdinalIgnoreCase) || end.Code.StartsWith("INUSE", StringComparison.OrdinalIgnoreCase)
                ? new MailboxException(MailboxProblem.Unavailable, "The mail server cannot sign anybody in right now.")
                : new MailboxException(MailboxProblem.SignInRefused, "The mail server does not accept this user and password. Connect the mailbox again with the right ones.");
        }
    }

    private async Task<List<ImapAnswer>> CommandAsync(string command, CancellationToken cancellation)
    {
        var answers = new List<ImapAnswer>();
        var tag = NextTag();
        await _connection.WriteAsync($"{tag} {command}\r\n", cancellation);
        var end = (await UntilAsync(tag, answers, cancellation))!;
        return end.Kind == "OK" ? answers : throw Refusal(end);
    }

    /// <summary>Gathers answers up to the end of the command; null when it stops at "go on" as wanted.</summary>
    private async Task<ImapAnswer?> UntilAsync(string tag, List<ImapAnswer> answers, CancellationToken cancellation, bool stopAtContinuation = false)
    {
        for (var count = 0; count < MostAnswers; count++)
        {
            var answer = await ReadAsync(cancellation);
            if (answer.Tag == tag)
            {
                return answer;
            }

            if (answer.Tag == "+" && stopAtContinuation)
            {
                return null;
            }

            if (answer.Tag != "*")
            {
                throw SecureConnection.Nonsense();
            }

            ThrowIfBye(answer);
            answers.Add(answer);
        }

        throw SecureConnection.Nonsense();
    }

    private Task<ImapAnswer> ReadAsync(CancellationToken cancellation) => ImapAnswer.ReadAsync(_connection, LongestLine, _largestLiteral, cancellation);

    private static bool TellsOfMail(ImapAnswer answer, uint known)
    {
        ThrowIfBye(answer);
        return answer is { Kind: "EXISTS", Number: { } count } && count > known;
    }

    private static async Task<ImapAnswer> InTimeAsync(Task<ImapAnswer> reading, TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            return await reading.WaitAsync(patience, time, cancellation);
        }
        catch (TimeoutException failure)
        {
            throw new MailboxException(MailboxProblem.Unavailable, "The mail server took too long to answer.", cause: failure);
        }
    }

    private string NextTag() => string.Create(CultureInfo.InvariantCulture, $"a{++_commands}");

    private static void ThrowIfBye(ImapAnswer answer)
    {
        if (answer is { Tag: "*", Kind: "BYE" })
        {
            throw Ended();
        }
    }

    private static bool IsPlain(string? text) => text is not null && text.All(letter => letter is >= ' ' and < '\u007F');

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static MailboxException Ended() => new(MailboxProblem.Unavailable, "The mail server ended the connection.");

    private static MailboxException Refusal(ImapAnswer end) => end.Code.Split(' ')[0].ToUpperInvariant() switch
    {
        "OVERQUOTA" => new MailboxException(MailboxProblem.WrongSettings, "The mailbox is full, so no draft can be saved. Make room in it."),
        "UNAVAILABLE" or "INUSE" or "SERVERBUG" or "LIMIT" => new MailboxException(MailboxProblem.Unavailable, "The mail server cannot do this right now."),
        "AUTHENTICATIONFAILED" or "AUTHORIZATIONFAILED" or "EXPIRED" => new MailboxException(MailboxProblem.SignInRefused, "The mail server does not let us in any more. Connect the mailbox again."),
        _ => new MailboxException(MailboxProblem.Refused, "The mail server refused what was asked."),
    };
}

/// <summary>Who signs in, with a password or a token.</summary>
internal sealed record ImapSignIn(string User, string? Password, string? Token)
{
    /// <summary>Never what is inside.</summary>
    public override string ToString() => nameof(ImapSignIn);
}

/// <summary>A folder as the server lists it.</summary>
internal sealed record ListedFolder(string Name, IReadOnlyList<string> Attributes)
{
    /// <summary>Whether it has this attribute.</summary>
    public bool Is(string attribute) => Attributes.Contains(attribute, StringComparer.OrdinalIgnoreCase);
}

/// <summary>A folder as it was when it was opened.</summary>
internal sealed record OpenFolder(string Name, bool IsWritable, uint UidValidity, uint UidNext, uint Exists);
