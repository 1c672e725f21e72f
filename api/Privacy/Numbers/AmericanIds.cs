using System.Buffers;

namespace OutlookAssist.Privacy.Numbers;

/// <summary>Numbers of the United States, Canada and Brazil.</summary>
internal static class AmericanIds
{
    private static readonly SearchValues<string> SsnWords = NumberWords.Of("ssn", "social security", "soc sec");
    private static readonly SearchValues<string> ItinWords = NumberWords.Of("itin", "tax", "taxpayer", "tin");
    private static readonly SearchValues<string> SinWords = NumberWords.Of("sin", "social insurance", "nas ", "nas:", "assurance sociale");
    private static readonly SearchValues<string> NpiWords = NumberWords.Of("npi", "provider");
    private static readonly SearchValues<string> OtherNines = NumberWords.Of("bsn", "burgerservice", "sofi", "tfn", "tax file", "acn", "routing", "aba ");

    /// <summary>Those that are digits only.</summary>
    public static PersonalDatum FindNumber(in NumberCandidate candidate)
    {
        var digits = candidate.Characters[..candidate.LeadingDigits];
        if (digits.Length >= 11 && candidate.IsGrouped(3, 3, 3, 2) && IsCpf(digits[..11]))
            return candidate.Datum("BR_CPF", 11, 0.95);
        if (digits.Length >= 10 && digits[0] is '1' or '2' && (candidate.IsGrouped(10) || candidate.IsGrouped(4, 3, 3)) && IsNpi(digits[..10]))
            return candidate.FollowsAny(NpiWords) ? candidate.Datum("US_NPI", 10, 0.95) : digits[0] == '2' || candidate.FollowsAny(NumberWords.Business) ? default : candidate.Datum("US_NPI", 10, 0.4);
        var isGrouped = candidate.IsGrouped(3, 2, 4);
        if (isGrouped || candidate.IsGrouped(9))
        {
            if (digits[0] == '9' && IsItin(digits) && (isGrouped || candidate.FollowsAny(ItinWords) || !candidate.FollowsAny(OtherNines)))
                return candidate.Datum("US_ITIN", 9, isGrouped ? 0.9 : 0.4);
            if (IsSsn(digits) && (isGrouped || candidate.FollowsAny(SsnWords)))
                return candidate.Datum("US_SSN", 9, 0.9);
        }

        return FindCanadian(candidate, digits);
    }

    /// <summary>The Medicare number of 2018: digits and letters at fixed places, without the letters that look like digits.</summary>
    public static PersonalDatum FindLettered(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        return (candidate.IsGrouped(11) || candidate.IsGrouped(4, 3, 4)) && characters.Fits("0ac0ac0aa00") && characters[0] != '0' && !characters[..11].ContainsAny("SLOIBZ")
            ? candidate.Datum("US_MBI", 11, 0.9)
            : default;
    }

    private static PersonalDatum FindCanadian(in NumberCandidate candidate, ReadOnlySpan<char> digits)
    {
        var isGrouped = candidate.IsGrouped(3, 3, 3) && candidate.SeparatorAfter(3) == candidate.SeparatorAfter(6) && candidate.SeparatorAfter(3) is ' ' or '-';
        if (!isGrouped && !candidate.IsGrouped(9) || digits[0] is '0' or '8' || !Checksums.Luhn(digits[..9]))
            return default;
        if (candidate.FollowsAny(SinWords))
            return candidate.Datum("CA_SIN", 9, 0.95);
        return candidate.FollowsAny(NumberWords.Business) || candidate.FollowsAny(OtherNines) ? default : candidate.Datum("CA_SIN", 9, isGrouped ? 0.6 : 0.3);
    }

    private static bool IsNpi(ReadOnlySpan<char> digits)
    {
        Span<char> prefixed = stackalloc char[15];
        "80840".CopyTo(prefixed);
        digits.CopyTo(prefixed[5..]);
        return digits.IndexOfAnyExcept(digits[0]) is >= 0 and < 9 && Checksums.Luhn(prefixed);
    }

    private static bool IsItin(ReadOnlySpan<char> digits)
    {
        var group = (digits[3] - '0') * 10 + digits[4] - '0';
        return group is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or >= 94;
    }

    private static bool IsSsn(ReadOnlySpan<char> digits) =>
        digits[0] != '9' && digits[..3] is not ("000" or "666") && digits[3..5] is not "00" && digits[5..9] is not "0000" && digits[..9] is not ("078051120" or "123456789" or "219099999");

    private static bool IsCpf(ReadOnlySpan<char> digits) =>
        digits.IndexOfAnyExcept(digits[0]) >= 0
        && Checksums.Weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10 == digits[9] - '0'
        && Checksums.Weighted(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10 == digits[10] - '0';
}
