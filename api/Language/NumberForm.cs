namespace OutlookAssist.Language;

/// <summary>Writes a number one way, so that "1,000", "1.000" in a German mail and "1000" are the same amount, and a version or code stays exact.</summary>
internal static class NumberForm
{
    private static readonly string[] CommaIsDecimal =
        ["bg", "cs", "da", "de", "el", "es", "fi", "fr", "hu", "it", "nl", "no", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "vi"];

    /// <summary>Whether a thousand is written 1.000 in this language.</summary>
    public static bool UsesDecimalComma(string language) => Array.IndexOf(CommaIsDecimal, language) >= 0;

    /// <summary>Digits with separators between them, to digits with at most one decimal point, or as they came when they are no number.</summary>
    /// <returns>How many characters were written.</returns>
    public static int Normalize(ReadOnlySpan<char> number, bool decimalComma, Span<char> into)
    {
        var last = number.LastIndexOfAny('.', ',');
        if (number.Contains(':') || last < 0)
            return Digits(number, -1, into);
        var other = number[last] == '.' ? ',' : '.';
        var grouped = number[..last].ContainsAny(other, '\u00A0', '\u202F');
        var repeated = number[..last].Contains(number[last]);
        if (repeated && grouped || grouped && !InThrees(number[..last]))
            return Copy(number, into);
        if (repeated)
            return number[last] == (decimalComma ? '.' : ',') && InThrees(number) ? Digits(number, -1, into) : Copy(number, into);
        var groups = !grouped && number[last] == (decimalComma ? '.' : ',') && InThrees(number) && number[0] != '0';
        var whole = number[(last + 1)..] is "00";
        return groups ? Digits(number, -1, into) : whole ? Digits(number[..last], -1, into) : Digits(number, last, into);
    }

    // One to three digits, then only groups of three.
    private static bool InThrees(ReadOnlySpan<char> number)
    {
        var first = number.IndexOfAnyExceptInRange('0', '9');
        if (first is 0 or > 3)
            return false;
        var digits = 0;
        foreach (var letter in first < 0 ? [] : number[(first + 1)..])
        {
            if (char.IsAsciiDigit(letter))
                digits++;
            else if (digits != 3)
                return false;
            else
                digits = 0;
        }

        return first < 0 || digits == 3;
    }

    private static int Digits(ReadOnlySpan<char> number, int point, Span<char> into)
    {
        var length = 0;
        for (var index = 0; index < number.Length; index++)
        {
            if (index == point)
                into[length++] = '.';
            else if (char.IsAsciiDigit(number[index]) || number[index] == ':')
                into[length++] = number[index];
        }

        return length;
    }

    private static int Copy(ReadOnlySpan<char> number, Span<char> into)
    {
        number.CopyTo(into);
        return number.Length;
    }
}
