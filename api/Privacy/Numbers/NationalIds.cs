using System.Buffers;

namespace OutlookAssist.Privacy.Numbers;

/// <summary>Recognises the numbers by which states know people, each by its shape, its grouping and its check digit.</summary>
/// <remarks>Where a bare number passes the check by chance too often, its name must stand before it.</remarks>
internal static class NationalIds
{
    private static readonly SearchValues<string> SsnWords = Words("ssn", "social security", "soc sec");
    private static readonly SearchValues<string> ItinWords = Words("itin", "tax", "taxpayer", "tin");
    private static readonly SearchValues<string> NhsWords = Words("nhs", "national health");
    private static readonly SearchValues<string> TfnWords = Words("tfn", "tax file");
    private static readonly SearchValues<string> BsnWords = Words("bsn", "burgerservice", "sofi", "burger service");

    /// <summary>The first that fits; <see cref="PersonalDatum.Length"/> is 0 when none does.</summary>
    public static PersonalDatum Find(in NumberCandidate candidate)
    {
        if (candidate.LeadingDigits < 9)
            return FindLettered(candidate);
        if (candidate.ContinuesNumber)
            return default;
        var datum = FindLongNumber(candidate);
        return datum.Length > 0 ? datum : FindNineOrTen(candidate);
    }

    private static PersonalDatum FindLettered(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        if (characters.Length >= 7 && (char.IsAsciiDigit(characters[0]) || characters[0] is 'X' or 'Y' or 'Z') && FindSpanish(candidate) is { Length: > 0 } spanish)
            return spanish;
        if (candidate.IsGrouped(16) && IsFiscalCode(characters[..16]))
            return Datum("IT_FISCAL_CODE", candidate, 16, HasFiscalCheck(characters[..16]) ? 1 : 0.5);
        if ((candidate.IsGrouped(9) || candidate.IsGrouped(2, 2, 2, 2, 1) || candidate.IsGrouped(2, 6, 1)) && IsNino(characters[..9]))
            return Datum("UK_NINO", candidate, 9, 0.9);
        if (candidate.IsGrouped(10) && Matches(characters, "aaaaa0000a"))
            return Datum("IN_PAN", candidate, 10, characters[3] is 'A' or 'B' or 'C' or 'F' or 'G' or 'H' or 'J' or 'L' or 'P' or 'T' ? 0.9 : 0.5);
        if (candidate.IsGrouped(9) && Matches(characters, "a0000000a") && characters[0] is 'S' or 'T' or 'F' or 'G' or 'M')
            return Datum("SG_NRIC", candidate, 9, HasSingaporeCheck(characters[..9]) ? 1 : 0.5);
        return default;
    }

    private static PersonalDatum FindLongNumber(in NumberCandidate candidate)
    {
        var digits = candidate.Characters[..candidate.LeadingDigits];
        if (digits.Length >= 15 && (candidate.IsGrouped(15) || candidate.IsGrouped(13, 2) || candidate.IsGrouped(1, 2, 2, 2, 3, 3, 2)) && IsNir(digits[..15]))
            return Datum("FR_NIR", candidate, 15, 1);
        if (digits.Length >= 12 && (candidate.IsGrouped(12) || candidate.IsGrouped(4, 4, 4)) && digits[0] > '1' && Checksums.Verhoeff(digits[..12]))
            return Datum("IN_AADHAAR", candidate, 12, 0.9);
        if (digits.Length < 11 || !(candidate.IsGrouped(11) || candidate.IsGrouped(2, 3, 3, 3)))
            return default;
        var eleven = digits[..11];
        if (IsAbn(eleven))
            return Datum("AU_ABN", candidate, 11, 0.9);
        if (candidate.IsGrouped(11) && IsPesel(eleven))
            return Datum("PL_PESEL", candidate, 11, 0.9);
        return IsGermanTaxId(eleven) ? Datum("DE_TAX_ID", candidate, 11, 0.9) : default;
    }

    private static PersonalDatum FindNineOrTen(in NumberCandidate candidate)
    {
        var digits = candidate.Characters[..candidate.LeadingDigits];
        if (digits.Length >= 10 && IsWrittenAsNhs(candidate, digits) && IsNhs(digits[..10]))
            return Datum("UK_NHS", candidate, 10, 0.95);
        if (candidate.IsGrouped(3, 2, 4) || candidate.IsGrouped(9))
        {
            var isGrouped = !candidate.IsGrouped(9);
            if (digits[0] == '9' && IsItin(digits) && (isGrouped || candidate.FollowsAny(ItinWords) || !candidate.FollowsAny(BsnWords)))
                return Datum("US_ITIN", candidate, 9, isGrouped ? 0.9 : 0.4);
            if (IsSsn(digits) && (isGrouped || candidate.FollowsAny(SsnWords)))
                return Datum("US_SSN", candidate, 9, 0.9);
        }

        if ((candidate.IsGrouped(3, 3, 3) || candidate.IsGrouped(9)) && candidate.FollowsAny(TfnWords) && Checksums.Weighted(digits[..9], [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0)
            return Datum("AU_TFN", candidate, 9, 0.95);
        if ((candidate.IsGrouped(9) || candidate.IsGrouped(4, 2, 3) || candidate.IsGrouped(3, 3, 3)) && candidate.FollowsAny(BsnWords) && IsBsn(digits[..9]))
            return Datum("NL_BSN", candidate, 9, 0.95);
        return default;
    }

    /// <summary>American telephone numbers look the same, but are written with hyphens or points and have no group that begins with 0 or 1.</summary>
    private static bool IsWrittenAsNhs(in NumberCandidate candidate, ReadOnlySpan<char> digits)
    {
        if (candidate.FollowsAny(NhsWords))
            return candidate.IsGrouped(3, 3, 4) || candidate.IsGrouped(10);
        return candidate.IsGrouped(3, 3, 4) ? candidate.SeparatorAfter(3) == ' ' || digits[0] < '2' || digits[3] < '2' : candidate.IsGrouped(10) && digits[0] == '0';
    }

    /// <summary>DNI: seven or eight digits and the letter that their remainder names; NIE begins with X, Y or Z.</summary>
    private static PersonalDatum FindSpanish(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        var isForeigner = !char.IsAsciiDigit(characters[0]);
        var digits = isForeigner ? 8 : candidate.LeadingDigits;
        var length = digits + 1;
        if (digits is not (7 or 8) || length > characters.Length || !(candidate.IsGrouped(length) || candidate.IsGrouped(digits, 1)) || !char.IsAsciiLetter(characters[digits]))
            return default;
        var number = isForeigner ? characters[0] - 'X' : characters[0] - '0';
        foreach (var digit in characters[1..digits])
        {
            if (!char.IsAsciiDigit(digit))
                return default;
            number = number * 10 + digit - '0';
        }

        return characters[digits] == "TRWAGMYFPDXBNJZSQVHLCKE"[number % 23] ? Datum("ES_NIF", candidate, length, 0.95) : default;
    }

    private static bool IsNino(ReadOnlySpan<char> characters) =>
        Matches(characters, "aa000000a") && characters[8] <= 'D' && "DFIQUV".IndexOf(characters[0]) < 0 && "DFIOQUV".IndexOf(characters[1]) < 0
        && characters[..2] is not ("BG" or "GB" or "KN" or "NK" or "NT" or "TN" or "ZZ");

    private static bool IsFiscalCode(ReadOnlySpan<char> characters)
    {
        // Digits of namesakes are replaced by these letters.
        const string Shape = "aaaaaa00a00a000a";
        for (var i = 0; i < Shape.Length; i++)
        {
            var fits = Shape[i] == 'a' ? char.IsAsciiLetter(characters[i]) : char.IsAsciiDigit(characters[i]) || "LMNPQRSTUV".Contains(characters[i]);
            if (!fits)
                return false;
        }

        return "ABCDEHLMPRST".Contains(characters[8]);
    }

    private static bool HasFiscalCheck(ReadOnlySpan<char> characters)
    {
        ReadOnlySpan<byte> odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = char.IsAsciiDigit(characters[i]) ? characters[i] - '0' : characters[i] - 'A';
            sum += i % 2 == 0 ? odd[value] : value;
        }

        return characters[15] - 'A' == sum % 26;
    }

    private static bool HasSingaporeCheck(ReadOnlySpan<char> characters)
    {
        var sum = Checksums.Weighted(characters.Slice(1, 7), [2, 7, 6, 5, 4, 3, 2]) + (characters[0] is 'T' or 'G' ? 4 : characters[0] == 'M' ? 3 : 0);
        var letters = characters[0] is 'S' or 'T' ? "JZIHGFEDCBA" : characters[0] == 'M' ? "KLJNPQRTUWX" : "XWUTRQPNMLK";
        var index = characters[0] == 'M' ? 10 - sum % 11 : sum % 11;
        return letters[index] == characters[8];
    }

    private static bool IsNir(ReadOnlySpan<char> digits)
    {
        if (digits[0] is not ('1' or '2' or '3' or '4' or '7' or '8'))
            return false;
        long number = 0;
        foreach (var digit in digits[..13])
            number = number * 10 + digit - '0';
        return 97 - number % 97 == (digits[13] - '0') * 10 + digits[14] - '0';
    }

    private static bool IsAbn(ReadOnlySpan<char> digits) =>
        digits[0] != '0' && (Checksums.Weighted(digits, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0;

    private static bool IsPesel(ReadOnlySpan<char> digits)
    {
        // The century is added to the month.
        var month = ((digits[2] - '0') * 10 + digits[3] - '0') % 20;
        var day = (digits[4] - '0') * 10 + digits[5] - '0';
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 && Checksums.Weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0;
    }

    private static bool IsGermanTaxId(ReadOnlySpan<char> digits)
    {
        if (digits[0] == '0')
            return false;
        Span<int> counts = stackalloc int[10];
        foreach (var digit in digits[..10])
            counts[digit - '0']++;
        var repeated = 0;
        foreach (var count in counts)
        {
            if (count > 3)
                return false;
            repeated += count > 1 ? 1 : 0;
        }

        return repeated <= 1 && Checksums.Modulo11And10(digits);
    }

    private static bool IsNhs(ReadOnlySpan<char> digits)
    {
        var check = 11 - Checksums.Weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        return check != 10 && check % 11 == digits[9] - '0' && digits.IndexOfAnyExcept(digits[0]) >= 0;
    }

    private static bool IsItin(ReadOnlySpan<char> digits)
    {
        var group = (digits[3] - '0') * 10 + digits[4] - '0';
        return group is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or >= 94;
    }

    private static bool IsSsn(ReadOnlySpan<char> digits) =>
        digits[0] != '9' && digits[..3] is not ("000" or "666") && digits[3..5] is not "00" && digits[5..9] is not "0000" && digits[..9] is not ("078051120" or "123456789" or "219099999");

    private static bool IsBsn(ReadOnlySpan<char> digits) => Checksums.Weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0 && digits.IndexOfAnyExcept('0') >= 0;

    private static bool Matches(ReadOnlySpan<char> characters, string shape)
    {
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] == 'a' ? !char.IsAsciiLetter(characters[i]) : !char.IsAsciiDigit(characters[i]))
                return false;
        }

        return true;
    }

    private static PersonalDatum Datum(string type, in NumberCandidate candidate, int length, double score) => new(type, candidate.Start, candidate.EndOf(length), score);

    private static SearchValues<string> Words(params string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
}
