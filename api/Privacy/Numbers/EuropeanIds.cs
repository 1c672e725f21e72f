using System.Buffers;

namespace OutlookAssist.Privacy.Numbers;

/// <summary>Numbers of the continent of Europe: which of them a number can be; their check digits stand in <see cref="EuropeanChecks"/>.</summary>
internal static class EuropeanIds
{
    private static readonly SearchValues<string> BsnWords = NumberWords.Of("bsn", "burgerservice", "sofi", "burger service");
    private static readonly SearchValues<string> NifWords = NumberWords.Of("nif", "contribuinte");
    private static readonly SearchValues<string> CprWords = NumberWords.Of("cpr", "personnummer");
    private static readonly SearchValues<string> VatWords = NumberWords.Of("iva", "vat", "p.i.", "partita");
    private static readonly SearchValues<string> InsuranceWords = NumberWords.Of("svnr", "sv-nr", "sozialversicherung", "versicherungsnummer");

    /// <summary>Those that are digits only, the longest first.</summary>
    public static PersonalDatum FindNumber(in NumberCandidate candidate)
    {
        var digits = candidate.Characters[..candidate.LeadingDigits];
        if (digits.Length >= 15 && (candidate.IsGrouped(15) || candidate.IsGrouped(13, 2) || candidate.IsGrouped(1, 2, 2, 2, 3, 3, 2)) && EuropeanChecks.Nir(digits[..15]))
            return candidate.Datum("FR_NIR", 15, 1);
        if (digits.Length >= 13 && (candidate.IsGrouped(13) || candidate.IsGrouped(3, 4, 4, 2)) && EuropeanChecks.SwissInsurance(digits[..13]))
            return candidate.Datum("CH_AHV", 13, 1);
        var swedish = FindSwedish(candidate, digits);
        if (swedish.Length > 0)
            return swedish;
        if (digits.Length >= 11 && FindEleven(candidate, digits[..11]) is { Length: > 0 } eleven)
            return eleven;
        if (digits.Length >= 10 && (candidate.IsGrouped(6, 4) || candidate.IsGrouped(10)) && candidate.FollowsAny(CprWords) && NumberWords.IsDayAndMonth(digits))
            return candidate.Datum("DK_CPR", 10, 0.9);
        if (digits.Length >= 10 && (candidate.IsGrouped(4, 6) || candidate.IsGrouped(10)) && candidate.FollowsAny(InsuranceWords) && EuropeanChecks.AustrianInsurance(digits))
            return candidate.Datum("AT_SVNR", 10, 0.95);
        return FindNine(candidate, digits);
    }

    /// <summary>Those with letters among the digits.</summary>
    public static PersonalDatum FindLettered(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        if (characters.Length >= 7 && (char.IsAsciiDigit(characters[0]) || characters[0] is 'X' or 'Y' or 'Z') && FindSpanish(candidate) is { Length: > 0 } spanish)
            return spanish;
        if (candidate.IsGrouped(16) && EuropeanChecks.IsFiscalCode(characters[..16]))
            return candidate.Datum("IT_FISCAL_CODE", 16, EuropeanChecks.HasFiscalCheck(characters[..16]) ? 1 : 0.5);
        if ((candidate.IsGrouped(11) || candidate.IsGrouped(2, 9) || candidate.IsGrouped(2, 3, 3, 3)) && characters.StartsWith("DE") && characters.Fits("aa000000000") && Checksums.Modulo11And10(characters[2..11]))
            return candidate.Datum("DE_VAT_ID", 11, 0.95);
        if (candidate.IsGrouped(13) && characters.StartsWith("IT") && characters.Fits("aa00000000000") && Checksums.Luhn(characters[2..13]))
            return candidate.Datum("IT_VAT_CODE", 13, 0.95);
        if ((candidate.IsGrouped(12) || candidate.IsGrouped(2, 6, 1, 3)) && characters.Fits("00000000a000") && EuropeanChecks.GermanInsurance(characters[..12]))
            return candidate.Datum("DE_SOCIAL_SECURITY", 12, 0.95);
        return FindFinnish(candidate);
    }

    private static PersonalDatum FindEleven(in NumberCandidate candidate, ReadOnlySpan<char> digits)
    {
        if ((candidate.IsGrouped(2, 2, 2, 3, 2) || candidate.IsGrouped(6, 3, 2)) && EuropeanChecks.Belgian(digits))
            return candidate.Datum("BE_NATIONAL_NUMBER", 11, 0.95);
        if ((candidate.IsGrouped(11) || candidate.IsGrouped(6, 5)) && EuropeanChecks.Norwegian(digits))
            return candidate.Datum("NO_BIRTH_NUMBER", 11, 0.9);
        if (!candidate.IsGrouped(11) && !candidate.IsGrouped(2, 3, 3, 3))
            return default;
        var isWhole = candidate.IsGrouped(11);
        if (isWhole && EuropeanChecks.Pesel(digits))
            return candidate.Datum("PL_PESEL", 11, 0.9);
        if (isWhole && EuropeanChecks.Turkish(digits))
            return candidate.Datum("TR_NATIONAL_ID", 11, 0.95);
        if (EuropeanChecks.GermanTax(digits))
            return candidate.Datum("DE_TAX_ID", 11, 0.9);
        var isVat = isWhole && Checksums.Luhn(digits) && digits.IndexOfAnyExcept('0') >= 0 && EuropeanChecks.IsItalianOffice(digits);
        return isVat && (candidate.FollowsAny(VatWords) || !candidate.FollowsAny(NumberWords.Business)) ? candidate.Datum("IT_VAT_CODE", 11, 0.45) : default;
    }

    private static PersonalDatum FindNine(in NumberCandidate candidate, ReadOnlySpan<char> digits)
    {
        if ((candidate.IsGrouped(9) || candidate.IsGrouped(4, 2, 3) || candidate.IsGrouped(3, 3, 3)) && candidate.FollowsAny(BsnWords) && EuropeanChecks.Bsn(digits[..9]))
            return candidate.Datum("NL_BSN", 9, 0.95);
        return (candidate.IsGrouped(9) || candidate.IsGrouped(3, 3, 3)) && candidate.FollowsAny(NifWords) && EuropeanChecks.PortugueseTax(digits[..9])
            ? candidate.Datum("PT_NIF", 9, 0.95)
            : default;
    }

    /// <summary>The day of birth, with or without the century, and four digits.</summary>
    private static PersonalDatum FindSwedish(in NumberCandidate candidate, ReadOnlySpan<char> digits)
    {
        var isLong = digits.Length >= 12 && (candidate.IsGrouped(12) || candidate.IsGrouped(8, 4)) && digits[..2] is "18" or "19" or "20";
        var isShort = !isLong && digits.Length >= 10 && candidate.IsGrouped(6, 4) && candidate.SeparatorAfter(6) == '-';
        if (!isLong && !isShort)
            return default;
        var ten = isLong ? digits[2..12] : digits[..10];
        return NumberWords.IsMonthAndDay(ten[2..]) && Checksums.Luhn(ten) ? candidate.Datum("SE_PERSONNUMMER", isLong ? 12 : 10, 0.9) : default;
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

        return characters[digits] == "TRWAGMYFPDXBNJZSQVHLCKE"[number % 23] ? candidate.Datum(isForeigner ? "ES_NIE" : "ES_NIF", length, 0.95) : default;
    }

    /// <summary>The day of birth, a sign for the century, three digits and a check: 131052-308T, 010594Y9032.</summary>
    private static PersonalDatum FindFinnish(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        var hasHyphen = candidate.IsGrouped(6, 4) && candidate.SeparatorAfter(6) == '-';
        if (!hasHyphen && !(candidate.IsGrouped(11) && characters[6] is (>= 'A' and <= 'F') or (>= 'U' and <= 'Y')))
            return default;
        var serial = hasHyphen ? 6 : 7;
        if (!characters.Fits("000000") || !characters[serial..].Fits("000") || !NumberWords.IsDayAndMonth(characters))
            return default;
        var number = characters[..6].Value() * 1000 + characters.Slice(serial, 3).Value();
        return characters[serial + 3] == "0123456789ABCDEFHJKLMNPRSTUVWXY"[(int)(number % 31)] ? candidate.Datum("FI_PERSONAL_IDENTITY_CODE", serial + 4, 0.95) : default;
    }
}
