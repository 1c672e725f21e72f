using System.Buffers;

namespace OutlookAssist.Privacy.Numbers;

/// <summary>Numbers of India, Singapore, Korea, Thailand and China.</summary>
internal static class AsianIds
{
    private static readonly SearchValues<string> KoreanWords = NumberWords.Of("korea", "rrn", "resident registration", "주민등록");

    /// <summary>Those that are digits only.</summary>
    public static PersonalDatum FindNumber(in NumberCandidate candidate)
    {
        var digits = candidate.Characters[..candidate.LeadingDigits];
        if (digits.Length is 17 or >= 18 && candidate.IsGrouped(18) && IsChinese(candidate.Characters[..18]))
            return candidate.Datum("CN_RESIDENT_ID", 18, 1);
        if (digits.Length >= 13 && (candidate.IsGrouped(13) || candidate.IsGrouped(6, 7)) && IsKorean(digits[..13], candidate.FollowsAny(KoreanWords)))
            return candidate.Datum("KR_RRN", 13, 0.9);
        if (digits.Length >= 13 && (candidate.IsGrouped(13) || candidate.IsGrouped(1, 4, 5, 2, 1)) && IsThai(digits[..13]))
            return candidate.Datum("TH_TNIN", 13, 0.9);
        return digits.Length >= 12 && (candidate.IsGrouped(12) || candidate.IsGrouped(4, 4, 4)) && digits[0] > '1' && Checksums.Verhoeff(digits[..12])
            ? candidate.Datum("IN_AADHAAR", 12, 0.9)
            : default;
    }

    /// <summary>Tax numbers of India and the identity card of Singapore.</summary>
    public static PersonalDatum FindLettered(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        if (candidate.IsGrouped(15) && characters.Fits("00aaaaa0000acac") && characters[13] == 'Z' && characters[..2].Value() is >= 1 and <= 37)
            return candidate.Datum("IN_GSTIN", 15, 0.9);
        if (candidate.IsGrouped(10) && characters.Fits("aaaaa0000a"))
            return candidate.Datum("IN_PAN", 10, characters[3] is 'A' or 'B' or 'C' or 'F' or 'G' or 'H' or 'J' or 'L' or 'P' or 'T' ? 0.9 : 0.5);
        return candidate.IsGrouped(9) && characters.Fits("a0000000a") && characters[0] is 'S' or 'T' or 'F' or 'G' or 'M'
            ? candidate.Datum("SG_NRIC", 9, HasSingaporeCheck(characters[..9]) ? 1 : 0.5)
            : default;
    }

    private static bool HasSingaporeCheck(ReadOnlySpan<char> characters)
    {
        var sum = Checksums.Weighted(characters.Slice(1, 7), [2, 7, 6, 5, 4, 3, 2]) + (characters[0] is 'T' or 'G' ? 4 : characters[0] == 'M' ? 3 : 0);
        var letters = characters[0] is 'S' or 'T' ? "JZIHGFEDCBA" : characters[0] == 'M' ? "KLJNPQRTUWX" : "XWUTRQPNMLK";
        var index = characters[0] == 'M' ? 10 - sum % 11 : sum % 11;
        return letters[index] == characters[8];
    }

    /// <summary>Day of birth, sex with century, and a check digit, which numbers given since 2020 lack.</summary>
    private static bool IsKorean(ReadOnlySpan<char> digits, bool isNamed)
    {
        if (!NumberWords.IsMonthAndDay(digits[2..]) || digits[6] is < '1' or > '4')
            return false;
        return isNamed || (11 - Checksums.Weighted(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11) % 10 == digits[12] - '0';
    }

    /// <summary>A kind of person, a province (each group of ten has its last one) and a check digit.</summary>
    private static bool IsThai(ReadOnlySpan<char> digits) =>
        digits[0] is >= '1' and <= '8' && digits[1] != '0' && digits[2] <= "0979987766"[digits[1] - '0']
        && (11 - Checksums.Weighted(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == digits[12] - '0';

    private static bool IsChinese(ReadOnlySpan<char> characters)
    {
        if (!characters.Fits("00000000000000000c") || !NumberWords.IsMonthAndDay(characters[10..]) || characters[6..8] is not ("18" or "19" or "20"))
            return false;
        var sum = Checksums.Weighted(characters, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
        return characters[17] == "10X98765432"[sum % 11];
    }
}
