using System.Buffers;
using OutlookAssist.Privacy.Numbers;

namespace OutlookAssist.Privacy;

/// <summary>Finds telephone numbers of any country by how they are written; a bare run of digits counts only beside a word that says so.</summary>
internal static class FindPhoneNumbers
{
    private const int Reach = 60;

    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "phone", "tel", "call", "mobile", "cell", "fax", "reach me", "reach us", "ring me", "whatsapp", "text me", "sms", "contact", "dial", "answering", "registered", "hotline", "voicemail", "number", "anruf", "telefon", "handy", "mobil", "rufnummer", "erreich", "appel", "téléphone", "portable", "llam", "teléfono", "móvil", "chiam", "cellulare", "ligar", "telemóvel", "celular", "bel ", "nummer",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> WordsBehind = SearchValues.Create(["office", "fax", "cell", "mobile", "(home)", "(work)", "büro", "mobil", "privat"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The number that begins here, or nothing; <paramref name="start"/> is at a digit, a plus or a bracket.</summary>
    public static PersonalDatum FindAt(string text, int start)
    {
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '/' or '-' or '_' or '#' or '$' or '€' or '£' or ',' or '=') && text[start] != '+')
            return default;
        Span<int> groups = stackalloc int[12];
        var end = ReadGroups(text, start, groups, out var count, out var digits);
        if (digits is < 7 or > 16 || count == 0)
            return default;
        var score = Judge(text, start, end, groups[..count], digits);
        return score > 0 ? new PersonalDatum("PHONE", start, WithExtension(text, end), score) : default;
    }

    private static double Judge(string text, int start, int end, ReadOnlySpan<int> groups, int digits)
    {
        var before = text.AsSpan(Math.Max(0, start - Reach), start - Math.Max(0, start - Reach));
        if (text[start] == '+')
            return digits is >= 8 and <= 15 ? 0.95 : 0;
        if (groups.Length > 1 && BeginsLikeDate(text, start, groups))
            return 0;
        var isNamed = before.ContainsAny(Words) || text.AsSpan(end, Math.Min(10, text.Length - end)).ContainsAny(WordsBehind);
        // The nearer word decides: "order number" is about an order, though "number" alone may be a telephone's.
        if (before[Math.Max(0, before.Length - 25)..].ContainsAny(NumberWords.Business))
            return 0;
        var hasExtension = WithExtension(text, end) > end;
        if (text[start] == '(')
            return digits is >= 8 and <= 13 || isNamed || hasExtension ? 0.8 : 0;
        var first = groups[0];
        if (IsAmerican(text, start, groups, digits))
            return 0.85;
        if (text.AsSpan(start).StartsWith("00") && groups.Length > 1 && digits is >= 10 and <= 16)
            return 0.85;
        if (groups.Length == 1)
            return FindBare(text, start, digits, isNamed);
        // The trunk zero on its own: "0 532 123 45 67".
        if (text[start] == '0' && first == 1 && digits is 10 or 11 && groups.Length >= 4)
            return 0.8;
        // Ten digits as Turkey and others group them, without the trunk zero.
        if (digits == 10 && groups is [3, 3, 2, 2])
            return 0.6;
        // A trunk zero and an area code, or several small groups: the national ways of writing.
        if (text[start] == '0' && first is >= 2 and <= 5 && digits is >= 9 and <= 12)
            return 0.8;
        if (isNamed && digits is >= 7 and <= 12 && groups.Length <= 5)
            return 0.7;
        return groups.Length >= 4 && digits is 8 or 10 && AllOf(groups, 2) && text[start + 2] is '-' or '.' ? 0.5 : 0;
    }

    private static double FindBare(string text, int start, int digits, bool isNamed)
    {
        if (digits == 11 && text[start] == '1' && text[start + 1] is >= '3' and <= '9')
            return 0.6;
        if (text[start] == '0' && digits is 10 or 11 && text[start + 1] != '0')
            return isNamed ? 0.8 : 0.4;
        return isNamed && digits is >= 7 and <= 12 ? 0.5 : 0;
    }

    private static bool IsAmerican(string text, int start, ReadOnlySpan<int> groups, int digits)
    {
        if (groups.Length == 4 && digits == 11 && text[start] == '1')
            return groups[1] == 3 && groups[2] == 3 && groups[3] == 4;
        return groups.Length == 3 && groups[0] == 3 && groups[1] == 3 && groups[2] == 4 && text[start] >= '2';
    }

    /// <summary>Groups of digits with one separator, or a bracketed group, between them.</summary>
    private static int ReadGroups(string text, int start, Span<int> groups, out int count, out int digits)
    {
        count = digits = 0;
        var at = start;
        var end = start;
        if (text[at] == '+')
            at++;
        while (at < text.Length && count < groups.Length)
        {
            var isBracketed = text[at] == '(';
            if (isBracketed)
                at++;
            var from = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
            if (at == from || (isBracketed && (at >= text.Length || text[at] != ')')))
                break;
            groups[count++] = at - from;
            digits += at - from;
            if (isBracketed)
                at++;
            end = at;
            var separators = 0;
            while (at < text.Length && separators < 2 && text[at] is ' ' or '-' or '.' or '/' or '\u00A0' or '‑' or '–')
            {
                at++;
                separators++;
            }

            if (at >= text.Length || !(char.IsAsciiDigit(text[at]) || text[at] == '('))
                break;
            if (digits >= 16)
                break;
        }

        // A letter right behind the last digit makes it a code of some kind, unless it begins an extension.
        if (end < text.Length && char.IsLetter(text[end]) && text[end] is not ('x' or 'X'))
            count = 0;
        return end;
    }

    /// <summary>"x123", "ext. 123", "Durchwahl 12".</summary>
    private static int WithExtension(string text, int end)
    {
        var rest = text.AsSpan(end);
        var trimmed = rest.TrimStart(' ');
        foreach (var mark in (ReadOnlySpan<string>)["x", "ext. ", "ext.", "ext ", "extension ", "#"])
        {
            if (!trimmed.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
                continue;
            var digits = trimmed[mark.Length..];
            var length = digits.IndexOfAnyExceptInRange('0', '9');
            length = length < 0 ? digits.Length : length;
            if (length is >= 1 and <= 6)
                return end + (rest.Length - trimmed.Length) + mark.Length + length;
        }

        return end;
    }

    /// <summary>"03/06/2001 08" and "2026-11-20": a date, perhaps with the hour behind it.</summary>
    private static bool BeginsLikeDate(string text, int start, ReadOnlySpan<int> groups)
    {
        if (groups.Length < 3 || text[start] is '+' or '(')
            return false;
        var first = text[start + groups[0]];
        var second = text[start + groups[0] + 1 + groups[1]];
        if (first != second || first is not ('/' or '-' or '.'))
            return false;
        var isShort = groups[0] <= 2 && groups[1] <= 2 && (groups[2] == 4 || (groups[2] == 2 && first == '/'));
        return isShort || (groups[0] == 4 && text[start] is '1' or '2' && groups[1] <= 2 && groups[2] <= 2);
    }

    private static bool AllOf(ReadOnlySpan<int> groups, int size) => groups.IndexOfAnyExcept(size) < 0;
}
