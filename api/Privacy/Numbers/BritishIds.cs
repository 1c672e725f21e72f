using System.Buffers;

namespace OutlookAssist.Privacy.Numbers;

/// <summary>Numbers of the United Kingdom and Ireland.</summary>
internal static class BritishIds
{
    private static readonly SearchValues<string> NhsWords = NumberWords.Of("nhs", "national health");
    private static readonly SearchValues<string> PhoneWords = NumberWords.Of("phone", "tel", "mobile", "fax", "cell", "office:", "call");
    private static readonly SearchValues<string> PpsWords = NumberWords.Of("pps", "personal public service");

    /// <summary>The number of a patient.</summary>
    public static PersonalDatum FindNumber(in NumberCandidate candidate)
    {
        var digits = candidate.Characters[..candidate.LeadingDigits];
        return digits.Length >= 10 && IsWrittenAsNhs(candidate, digits) && IsNhs(digits[..10]) ? candidate.Datum("UK_NHS", 10, 0.95) : default;
    }

    /// <summary>National insurance and the Irish personal number.</summary>
    public static PersonalDatum FindLettered(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        if ((candidate.IsGrouped(9) || candidate.IsGrouped(2, 2, 2, 2, 1) || candidate.IsGrouped(2, 6, 1)) && IsNino(characters[..9]))
            return candidate.Datum("UK_NINO", 9, 0.9);
        var isPps = (candidate.IsGrouped(8) || candidate.IsGrouped(9)) && characters.Fits("0000000a") && candidate.FollowsAny(PpsWords);
        return isPps && HasPpsCheck(characters, candidate.EndsAt(8) ? 8 : 9) ? candidate.Datum("IE_PPS", candidate.EndsAt(8) ? 8 : 9, 0.95) : default;
    }

    /// <summary>American telephone numbers look the same, but are written with hyphens or points and have no group that begins with 0 or 1.</summary>
    private static bool IsWrittenAsNhs(in NumberCandidate candidate, ReadOnlySpan<char> digits)
    {
        if (candidate.FollowsAny(NhsWords))
            return candidate.IsGrouped(3, 3, 4) || candidate.IsGrouped(10);
        if (candidate.FollowsAny(PhoneWords))
            return false;
        return candidate.IsGrouped(3, 3, 4) ? candidate.SeparatorAfter(3) == ' ' || digits[0] < '2' || digits[3] < '2' : candidate.IsGrouped(10) && digits[0] == '0';
    }

    private static bool IsNhs(ReadOnlySpan<char> digits)
    {
        var check = 11 - Checksums.Weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        return check != 10 && check % 11 == digits[9] - '0' && digits.IndexOfAnyExcept(digits[0]) >= 0;
    }

    private static bool IsNino(ReadOnlySpan<char> characters) =>
        characters.Fits("aa000000a") && characters[8] <= 'D' && "DFIQUV".IndexOf(characters[0]) < 0 && "DFIOQUV".IndexOf(characters[1]) < 0
        && characters[..2] is not ("BG" or "GB" or "KN" or "NK" or "NT" or "TN" or "ZZ");

    private static bool HasPpsCheck(ReadOnlySpan<char> characters, int length)
    {
        var sum = Checksums.Weighted(characters, [8, 7, 6, 5, 4, 3, 2]) + (length == 9 && char.IsAsciiLetter(characters[8]) ? (characters[8] - 'A' + 1) * 9 : 0);
        return characters[7] == "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23];
    }
}
