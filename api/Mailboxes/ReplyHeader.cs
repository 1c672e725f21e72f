using System.Buffers;

namespace OutlookAssist.Mailboxes;

/// <summary>Recognises the lines with which mail programs announce the mail that is being answered or passed on.</summary>
internal static class ReplyHeader
{
    private const int MaximumAttributionLines = 4;
    private const int MaximumAttributionLength = 400;
    private const int MaximumBlockLines = 14;

    private static readonly SearchValues<char> DigitsAndAt = SearchValues.Create("0123456789@");

    /// <summary>What is announced at a line, and in how many lines; <see cref="ReplyHeaderKind.None"/> in 0 lines when nothing is.</summary>
    public static (ReplyHeaderKind Kind, int Lines) Find(IReadOnlyList<string> lines, int at)
    {
        var line = lines[at].AsSpan().Trim();
        if (line.IsEmpty)
            return default;
        if (ReplyPhrases.AnnouncementStarts.Contains(line[0]))
        {
            if (IsAnnouncement(line, ReplyPhrases.ForwardedMessage) || IsWrappedForward(lines, at))
                return (ReplyHeaderKind.Forward, 1 + CountBlockLines(lines, at + 1));
            if (IsAnnouncement(line, ReplyPhrases.OriginalMessage))
                return (ReplyHeaderKind.Original, 1);
        }

        if (IsRule(line))
            return FollowedByBlock(lines, at) ? (ReplyHeaderKind.Block, 1) : default;
        if (IsBlock(lines, at))
            return (ReplyHeaderKind.Block, CountBlockLines(lines, at));
        var attribution = CountAttributionLines(lines, at);
        return attribution > 0 ? (ReplyHeaderKind.Attribution, attribution) : default;
    }

    /// <summary>Where in a line that ends as an attribution it begins, when text of the writer stands before it on the same line; else −1.</summary>
    public static int FindShared(string line)
    {
        var start = line.IndexOf("---", StringComparison.Ordinal);
        if (start <= 0)
            return -1;
        var rest = line.AsSpan(start).TrimStart('-').TrimStart();
        return StartsWithAny(rest, ReplyPhrases.AttributionOpeners) && IsAttribution(rest) ? start : -1;
    }

    /// <summary>A line that only draws: underscores, dashes, stars.</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        if (line.Length < 3 || line[0] is not ('_' or '-' or '=' or '*' or '—' or '–' or '─'))
            return false;
        return line.TrimStart(line[0]).IsEmpty;
    }

    private static bool IsAnnouncement(ReadOnlySpan<char> line, string[] phrases)
    {
        if (line.Length > 160)
            return false;
        var bare = line.Trim("-–—_=*>|· ").TrimEnd(":：").Trim();
        var isDrawn = bare.Length + 3 < line.Length;
        foreach (var phrase in phrases)
        {
            if (!bare.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                continue;
            // Without dashes around it only the whole line counts, for "original message" may stand in any sentence.
            if (isDrawn || bare.Length == phrase.Length || (line[^1] is ':' or '：' && bare.Length <= phrase.Length + 12))
                return true;
        }

        return false;
    }

    /// <summary>"---- Forwarded by … on 10/18/99 08:46" broken before "AM ----".</summary>
    private static bool IsWrappedForward(IReadOnlyList<string> lines, int at) =>
        lines[at].StartsWith("-----", StringComparison.Ordinal)
        && lines[at].Contains("Forwarded by", StringComparison.OrdinalIgnoreCase)
        && at + 1 < lines.Count;

    private static bool FollowedByBlock(IReadOnlyList<string> lines, int at)
    {
        for (var next = at + 1; next < Math.Min(lines.Count, at + 4); next++)
        {
            var line = lines[next].AsSpan().Trim();
            if (!line.IsEmpty)
                return IsBlock(lines, next) || IsAnnouncement(line, ReplyPhrases.OriginalMessage) || CountAttributionLines(lines, next) > 0;
        }

        return false;
    }

    /// <summary>Labels such as "From:" and "Sent:" below each other, with an address or a subject among them.</summary>
    private static bool IsBlock(IReadOnlyList<string> lines, int at)
    {
        if (ReadField(lines[at]) is not ({ } first, _) || first is ReplyField.Subject or ReplyField.Copy)
            return false;
        var seen = 0;
        var hasProof = false;
        var blanks = 0;
        for (var next = at; next < Math.Min(lines.Count, at + MaximumBlockLines); next++)
        {
            if (string.IsNullOrWhiteSpace(lines[next]))
            {
                // Programs that make every field a paragraph leave one empty line between them.
                if (++blanks > 1)
                    break;
                continue;
            }

            if (ReadField(lines[next]) is ({ } field, var value))
            {
                blanks = 0;
                seen |= 1 << (int)field;
                hasProof |= field == ReplyField.Subject || value.Contains('@') || (field == ReplyField.Sent && value.Contains(':'));
            }
            else if (blanks > 0)
            {
                break;
            }
            else
            {
                hasProof |= lines[next].Contains('@');
            }
        }

        var fields = System.Numerics.BitOperations.PopCount((uint)seen);
        return first == ReplyField.To
            ? (seen & (1 << (int)ReplyField.Subject)) != 0 && (seen & (1 << (int)ReplyField.From | 1 << (int)ReplyField.Sent)) != 0
            : fields >= 2 && hasProof;
    }

    private static int CountBlockLines(IReadOnlyList<string> lines, int at)
    {
        var end = at;
        var next = at;
        var blanks = 0;
        for (; next < Math.Min(lines.Count, at + MaximumBlockLines); next++)
        {
            if (string.IsNullOrWhiteSpace(lines[next]))
            {
                if (++blanks > 1)
                    break;
            }
            else if (ReadField(lines[next]).Field is not null)
            {
                blanks = 0;
                end = next + 1;
            }
            else if (blanks > 0)
            {
                break;
            }
        }

        return end - at;
    }

    /// <summary>The field and value of a line such as "Sent: Monday"; no field when it is none.</summary>
    public static (ReplyField? Field, string Value) ReadField(string line)
    {
        var text = line.AsSpan().Trim(" \t\u00A0*>");
        var colon = text[..Math.Min(text.Length, ReplyPhrases.LongestLabel + 4)].IndexOfAny(':', '：');
        if (colon < 1)
            return (null, string.Empty);
        var label = text[..colon].Trim(" \t\u00A0*");
        return label.Length <= ReplyPhrases.LongestLabel && ReplyPhrases.Labels.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label, out var field)
            ? (field, text[(colon + 1)..].ToString())
            : (null, string.Empty);
    }

    private static int CountAttributionLines(IReadOnlyList<string> lines, int at)
    {
        // Nearly every line of a mail ends here: an attribution names a time or an address in its first two lines.
        if (!HasDigitOrAt(lines[at]) && !(at + 1 < lines.Count && HasDigitOrAt(lines[at + 1])))
            return 0;
        var joined = lines[at].Trim();
        if (joined.Length < 4)
            return 0;
        for (var count = 1; count <= MaximumAttributionLines; count++)
        {
            if (joined.Length > MaximumAttributionLength)
                return 0;
            if (EndsLikeAttribution(joined))
                return IsAttribution(joined) ? count : 0;
            if (at + count >= lines.Count)
                return 0;
            var next = lines[at + count].AsSpan().Trim();
            // Only a line that can begin an attribution may go on in the next one.
            if (next.IsEmpty || next[0] == '>' || (count == 1 && !MayContinue(joined)))
                return 0;
            joined = $"{joined} {next}";
        }

        return 0;
    }

    private static bool HasDigitOrAt(ReadOnlySpan<char> line) => line.ContainsAny(DigitsAndAt);

    private static bool MayContinue(string line) =>
        (StartsWithAny(line, ReplyPhrases.AttributionOpeners) || char.IsAsciiDigit(line[0]) || line.EndsWith('<') || line.Contains('@')) && HasDateOrAddress(line);

    private static bool EndsLikeAttribution(string line)
    {
        var end = line.AsSpan().TrimEnd("-—*_ \u00A0");
        return !end.IsEmpty && (end[^1] is ':' or '：' || (end.Length < line.Length - 2 && LastVerb(end) is var verb && verb.Start >= 0 && verb.End == end.Length));
    }

    private static bool IsAttribution(ReadOnlySpan<char> text)
    {
        var bare = text.Trim("-—*_ \u00A0").TrimEnd(":：").TrimEnd("-—*_ \u00A0");
        if (!HasDateOrAddress(bare) || SpeaksOfSelf(bare))
            return false;
        var startsWithDate = char.IsAsciiDigit(bare[0]);
        // Gmail in several languages: "2014-10-17 11:28 GMT+03:00 Ana <ana@example.com>:".
        if (bare[^1] == '>' && bare.LastIndexOf('<') is > 0 and var open && HasDate(bare[..open]))
            return true;
        var verb = LastVerb(bare);
        if (verb.Start < 0)
            return false;
        if (startsWithDate || StartsWithAny(bare, ReplyPhrases.AttributionOpeners))
            return true;
        // "Ana Ruiz <ana@example.com> wrote:" and "Ana Ruiz schrieb am 12.03.2020 um 12:00:".
        return verb.End >= bare.Length - 12 || HasDate(bare[verb.End..]);
    }

    /// <summary>Where the verb of writing stands; −1 when there is none.</summary>
    public static (int Start, int End) LastVerb(ReadOnlySpan<char> text)
    {
        foreach (var verb in ReplyPhrases.AttributionVerbs)
        {
            var at = text.LastIndexOf(verb, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var end = at + verb.Length;
            var isWord = verb[0] > '\u2E80' || ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])));
            if (isWord)
                return (at, end);
        }

        return (-1, -1);
    }

    private static bool SpeaksOfSelf(ReadOnlySpan<char> text)
    {
        foreach (var pronoun in (ReadOnlySpan<string>)[" I ", " ich ", " we ", " wir ", " je ", " nous ", " ik ", " jag ", " jeg "])
        {
            if (text.Contains(pronoun, StringComparison.Ordinal))
                return true;
        }

        return text.StartsWith("I ") || text.StartsWith("We ");
    }

    private static bool HasDateOrAddress(ReadOnlySpan<char> text) => text.Contains('@') || HasDate(text);

    /// <summary>A time of day, a year, or a day written with points, slashes or hyphens.</summary>
    private static bool HasDate(ReadOnlySpan<char> text)
    {
        var digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                if (++digits >= 4)
                    return true;
                continue;
            }

            if (digits > 0 && i + 1 < text.Length && text[i] is ':' or '/' or '.' or '-' or '年' or '月' && char.IsAsciiDigit(text[i + 1]))
                return true;
            digits = 0;
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] openers)
    {
        text = text.TrimStart("-—*_ \u00A0");
        foreach (var opener in openers)
        {
            if (text.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
