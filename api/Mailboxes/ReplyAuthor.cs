namespace OutlookAssist.Mailboxes;

/// <summary>Reads who wrote a quoted mail, and when, from the lines that announce it.</summary>
internal static class ReplyAuthor
{
    private const int LongestName = 80;

    private static readonly string[] Particles = ["at", "um", "à", "a las", "alle ore", "alle", "às", "om", "kl", "kl.", "klo", "o", "в", "uhr", "am", "pm", "a.m.", "p.m.", "h", "utc", "gmt", "г.", "<", "(", "via", "user", "użytkownik", "del", "de"];

    /// <summary>Author and time in their own words; each null when the lines do not say.</summary>
    public static (MailAddress? Author, string? Sent) Read(IReadOnlyList<string> header)
    {
        MailAddress? author = null;
        string? sent = null;
        foreach (var line in header)
        {
            var (field, value) = ReplyHeader.ReadField(line);
            if (field == ReplyField.From && author is null)
                author = ReadAddress(value);
            else if (field == ReplyField.Sent)
                sent ??= value.Trim().Trim('*').Trim();
        }

        return author is not null || sent is not null ? (author, sent is { Length: > 0 } ? sent : null) : ReadAttribution(string.Join(' ', header).Trim());
    }

    /// <summary>"Ana Ruiz &lt;ana@example.com&gt;", "ana@example.com", "Ruiz, Ana".</summary>
    private static MailAddress? ReadAddress(string value)
    {
        var (address, start, end) = FindAddress(value);
        var name = address is null ? value : value[..start] is { Length: > 1 } before && before.Trim(" <(\"'[*".ToCharArray()).Length > 0 ? before : value[end..];
        name = name.Split(["<mailto:", "[mailto:"], StringSplitOptions.None)[0].Trim(" <>()[]\"'*,;:".ToCharArray());
        return name.Length == 0 && address is null ? null : new MailAddress(name.Length is 0 or > LongestName ? null : name, address);
    }

    /// <summary>"On Mon, 2 Nov 2026 at 10:00, Ana Ruiz &lt;ana@example.com&gt; wrote:" and its relatives in other languages.</summary>
    private static (MailAddress? Author, string? Sent) ReadAttribution(string line)
    {
        line = line.Trim("-—*_ \u00A0".ToCharArray()).TrimEnd(':', '：', ' ');
        var (address, start, end) = FindAddress(line);
        var verb = ReplyHeader.LastVerb(line);
        var rest = address is null ? line : string.Concat(line.AsSpan(0, start), " \u0001 ", line.AsSpan(end));
        var verbText = verb.Start < 0 ? "" : line[verb.Start..verb.End];
        var at = verbText.Length == 0 ? -1 : rest.LastIndexOf(verbText, StringComparison.Ordinal);
        var before = at < 0 ? rest : rest[..at];
        var behind = at < 0 ? "" : rest[(at + verbText.Length)..];
        // "am … schrieb Ana" names behind the verb, "Ana schrieb am …" and "…, Ana wrote" before it.
        var name = NameIn(behind) is { } named ? named : NameIn(AfterDate(before));
        var sent = (HasDigit(before) ? before : HasDigit(behind) ? behind : "").Replace("\u0001", " ", StringComparison.Ordinal);
        if (name is not null && sent.IndexOf(name, StringComparison.Ordinal) is >= 0 and var named2)
            sent = sent.Remove(named2, name.Length);
        sent = sent.Trim(" ,;<>()\"".ToCharArray());
        return (name is null && address is null ? null : new MailAddress(name, address), sent.Length == 0 ? null : sent);
    }

    /// <summary>What follows the last digit, or all of it when there is none or nothing follows.</summary>
    private static string AfterDate(string text)
    {
        var last = text.AsSpan().LastIndexOfAnyInRange('0', '9');
        if (last < 0)
            return text;
        var behind = text[(last + 1)..];
        return behind.Any(char.IsLetter) ? behind : text[..text.AsSpan().IndexOfAnyInRange('0', '9')];
    }

    private static string? NameIn(string text)
    {
        var name = text.Replace("\u0001", " ", StringComparison.Ordinal).Trim(" ,;:<>()[]\"'.年月日".ToCharArray());
        for (var again = true; again;)
        {
            again = false;
            foreach (var particle in Particles)
            {
                if (name.Length > particle.Length && name.StartsWith(particle, StringComparison.OrdinalIgnoreCase) && name[particle.Length] is ' ' or ',')
                {
                    name = name[particle.Length..].TrimStart(' ', ',');
                    again = true;
                }
            }
        }

        name = name.Trim(" ,;:<>()[]\"'".ToCharArray());
        return name.Length is < 2 or > LongestName || HasDigit(name) || !name.Any(char.IsLetter) || Array.Exists(Particles, particle => particle.Equals(name, StringComparison.OrdinalIgnoreCase)) || !(char.IsUpper(name[0]) || name[0] > '\u2E80') ? null : name;
    }

    private static (string? Address, int Start, int End) FindAddress(string text)
    {
        var sign = text.IndexOf('@', StringComparison.Ordinal);
        if (sign <= 0)
            return default;
        var start = sign;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('<' or '(' or '[' or ':' or '"' or ','))
            start--;
        var end = sign;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('>' or ')' or ']' or '"' or ',' or ';'))
            end++;
        var address = text[start..end].TrimEnd('.', ':');
        return address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < address.Length - 1 ? (address, start, end) : default;
    }

    private static bool HasDigit(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
}
