using System.Buffers;

namespace OutlookAssist.Privacy.Numbers;

/// <summary>Numbers of Australia and South Africa.</summary>
internal static class SouthernIds
{
    private static readonly SearchValues<string> TfnWords = NumberWords.Of("tfn", "tax file");
    private static readonly SearchValues<string> AcnWords = NumberWords.Of("acn", "company number");
    private static readonly SearchValues<string> MedicareWords = NumberWords.Of("medicare");

    /// <summary>Those that are digits only.</summary>
    public static PersonalDatum Find(in NumberCandidate candidate)
    {
        var digits = candidate.Characters[..candidate.LeadingDigits];
        if (digits.Length >= 13 && (candidate.IsGrouped(13) || candidate.IsGrouped(6, 4, 2, 1)) && IsSouthAfrican(digits[..13]))
            return candidate.Datum("ZA_ID_NUMBER", 13, 0.9);
        if (digits.Length >= 11 && (candidate.IsGrouped(11) || candidate.IsGrouped(2, 3, 3, 3)) && IsAbn(digits[..11]))
            return candidate.Datum("AU_ABN", 11, 0.9);
        var isNamed = candidate.FollowsAny(MedicareWords);
        if (digits.Length >= 10 && (candidate.IsGrouped(4, 5, 1) || candidate.IsGrouped(10)) && IsMedicare(digits) && (isNamed || candidate.IsGrouped(4, 5, 1) || !candidate.FollowsAny(NumberWords.Business)))
            return candidate.Datum("AU_MEDICARE", 10, isNamed || candidate.IsGrouped(4, 5, 1) ? 0.95 : 0.4);
        if (!candidate.IsGrouped(3, 3, 3) && !candidate.IsGrouped(9))
            return default;
        if (candidate.FollowsAny(TfnWords))
            return Checksums.Weighted(digits[..9], [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0 ? candidate.Datum("AU_TFN", 9, 0.95) : default;
        // One in ten numbers passes; companies with zeros in front and the name are what tells it from others.
        return (candidate.FollowsAny(AcnWords) || (candidate.IsGrouped(3, 3, 3) && digits[..2] is "00")) && IsAcn(digits) ? candidate.Datum("AU_ACN", 9, 0.85) : default;
    }

    private static bool IsAbn(ReadOnlySpan<char> digits) =>
        digits[0] != '0' && (Checksums.Weighted(digits, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0;

    private static bool IsAcn(ReadOnlySpan<char> digits) =>
        (10 - Checksums.Weighted(digits, [8, 7, 6, 5, 4, 3, 2, 1]) % 10) % 10 == digits[8] - '0';

    private static bool IsMedicare(ReadOnlySpan<char> digits) =>
        digits[0] is >= '2' and <= '6' && Checksums.Weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == digits[8] - '0';

    /// <summary>Day of birth, serial, citizenship (0, 1 or 2), and a Luhn digit.</summary>
    private static bool IsSouthAfrican(ReadOnlySpan<char> digits) =>
        NumberWords.IsMonthAndDay(digits[2..]) && digits[10] is >= '0' and <= '2' && Checksums.Luhn(digits);
}
