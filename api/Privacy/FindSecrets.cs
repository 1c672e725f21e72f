using System.Buffers;

namespace OutlookAssist.Privacy;

/// <summary>Finds passwords, keys and tokens: by the marks that providers put on their keys, and by the word that announces a password.</summary>
internal static class FindSecrets
{
    // Longer than any key or token in use.
    private const int LongestSecret = 2048;

    private static readonly SearchValues<string> Announcements = SearchValues.Create(
        ["password", "passwort", "kennwort", "passwd", "pwd", "passphrase", "contraseña", "mot de passe", "senha", "wachtwoord", "api key", "api-key", "apikey", "api_key", "secret", "access token", "access_token", "token", "bearer", "pin code", "tan:", "otp:"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly (string Start, int Least)[] Marks =
    [
        ("sk-", 20), ("sk_live_", 16), ("sk_test_", 16), ("pk_live_", 16), ("rk_live_", 16), ("ghp_", 30), ("gho_", 30), ("ghs_", 30), ("github_pat_", 30), ("glpat-", 20), ("AKIA", 20), ("ASIA", 20), ("AIza", 35), ("xoxb-", 20), ("xoxp-", 20), ("xoxa-", 20), ("eyJ", 40), ("SG.", 40), ("shpat_", 30), ("npm_", 30), ("ya29.", 30), ("hf_", 30),
    ];

    private static readonly SearchValues<string> MarkStarts = SearchValues.Create([.. Marks.Select(mark => mark.Start)], StringComparison.Ordinal);
    private static readonly SearchValues<char> WordEnd = SearchValues.Create(" \t\r\n\"'<>,;()");

    /// <summary>Adds all of them.</summary>
    public static void AddTo(List<PersonalDatum> found, string text)
    {
        AddMarked(found, text);
        AddAnnounced(found, text);
        AddPrivateKeys(found, text);
    }

    private static void AddMarked(List<PersonalDatum> found, string text)
    {
        var at = 0;
        while (at < text.Length && text.AsSpan(at).IndexOfAny(MarkStarts) is >= 0 and var step)
        {
            var start = at + step;
            at = start + 1;
            if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
                continue;
            var end = EndOfWord(text, start);
            foreach (var (mark, least) in Marks)
            {
                if (end - start >= least && text.AsSpan(start).StartsWith(mark, StringComparison.Ordinal) && HasDigit(text.AsSpan(start, end - start)))
                {
                    found.Add(new PersonalDatum("SECRET", start, end, 1));
                    at = end;
                    break;
                }
            }
        }
    }

    /// <summary>"password: x", "pwd=x", "Das Passwort lautet x": the word after a colon, an equals sign or "is".</summary>
    private static void AddAnnounced(List<PersonalDatum> found, string text)
    {
        var at = 0;
        while (at < text.Length && text.AsSpan(at).IndexOfAny(Announcements) is >= 0 and var step)
        {
            var word = at + step;
            at = word + 1;
            while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '_' or '-'))
                at++;
            if (word > 0 && char.IsLetterOrDigit(text[word - 1]))
                continue;
            var rest = text.AsSpan(at);
            var tail = SkipAnnouncer(rest);
            if (tail.Length == rest.Length || tail.IsEmpty)
                continue;
            var start = text.Length - tail.Length;
            var end = EndOfWord(text, start);
            while (end > start && text[end - 1] is '.' or '!' or '?' or ':')
                end--;
            // After "is" an ordinary word may follow ("the password is wrong"), so there it must look like none.
            var isAssigned = tail.Length < rest.Length && text.AsSpan(at, start - at).IndexOfAny(':', '=') >= 0;
            var value = text.AsSpan(start, end - start);
            if (value.Length is >= 4 and <= 200 && (HasDigit(value) || HasSymbol(value) || (isAssigned && text[start] is not '*' && value.Length >= 6 && !IsWordAfterColon(text, end))))
                found.Add(new PersonalDatum("SECRET", start, end, isAssigned ? 0.9 : 0.7));
            at = Math.Max(at, end);
        }
    }

    private static ReadOnlySpan<char> SkipAnnouncer(ReadOnlySpan<char> rest)
    {
        var tail = rest.TrimStart(" \t");
        foreach (var word in (ReadOnlySpan<string>)[":", "=", "is ", "was ", "lautet ", "ist ", "est ", "es ", "è ", "é ", "bearer "])
        {
            if (tail.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return tail[word.Length..].TrimStart(" \t\"'=:");
        }

        return rest;
    }

    private static void AddPrivateKeys(List<PersonalDatum> found, string text)
    {
        for (var start = text.IndexOf("-----BEGIN ", StringComparison.Ordinal); start >= 0; start = text.IndexOf("-----BEGIN ", start + 11, StringComparison.Ordinal))
        {
            var line = text.IndexOf("PRIVATE KEY", start, Math.Min(60, text.Length - start), StringComparison.Ordinal);
            if (line < 0)
                continue;
            var close = text.IndexOf("-----END ", line, StringComparison.Ordinal);
            var end = close < 0 ? text.Length : text.IndexOf("-----", close + 9, StringComparison.Ordinal);
            found.Add(new PersonalDatum("SECRET", start, end < 0 ? text.Length : Math.Min(text.Length, close < 0 ? end : end + 5), 1));
            if (close < 0)
                return;
            start = close;
        }
    }

    /// <summary>"password: please reset it" goes on in lower case; a password stands alone.</summary>
    private static bool IsWordAfterColon(string text, int end)
    {
        var rest = text.AsSpan(end).TrimStart(' ');
        return !rest.IsEmpty && char.IsLower(rest[0]);
    }

    private static int EndOfWord(string text, int start)
    {
        var word = text.AsSpan(start, Math.Min(LongestSecret, text.Length - start));
        var length = word.IndexOfAny(WordEnd);
        return length < 0 ? start + word.Length : start + length;
    }

    private static bool HasDigit(ReadOnlySpan<char> value) => value.IndexOfAnyInRange('0', '9') >= 0;

    private static bool HasSymbol(ReadOnlySpan<char> value) => value.IndexOfAny("!@#$%^&*+=?_") >= 0;
}
