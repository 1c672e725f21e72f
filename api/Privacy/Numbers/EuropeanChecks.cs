namespace OutlookAssist.Privacy.Numbers;

/// <summary>The check digits of European numbers; each method says whether digits of the right length are such a number.</summary>
internal static class EuropeanChecks
{
    public static bool Nir(ReadOnlySpan<char> digits) =>
        digits[0] is '1' or '2' or '3' or '4' or '7' or '8' && 97 - digits[..13].Value() % 97 == digits[13..15].Value();

    /// <summary>Begins with the country's number and is checked like a bar code.</summary>
    public static bool SwissInsurance(ReadOnlySpan<char> digits) =>
        digits.StartsWith("756") && Checksums.Weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0;

    public static bool AustrianInsurance(ReadOnlySpan<char> digits) =>
        NumberWords.IsDayAndMonth(digits[4..]) && Checksums.Weighted(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == digits[3] - '0';

    /// <summary>Modulo 97; those born since 2000 are counted with a 2 in front.</summary>
    public static bool Belgian(ReadOnlySpan<char> digits)
    {
        var number = digits[..9].Value();
        var check = digits[9..11].Value();
        return 97 - number % 97 == check || 97 - (2_000_000_000 + number) % 97 == check;
    }

    public static bool Norwegian(ReadOnlySpan<char> digits) =>
        NumberWords.IsDayAndMonth(digits) && Checksums.Weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0 && Checksums.Weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;

    public static bool Pesel(ReadOnlySpan<char> digits)
    {
        // The century is added to the month; nobody was born in the twenty-second yet.
        var month = digits[2..4].Value();
        var day = digits[4..6].Value();
        return month is (>= 1 and <= 12) or (>= 21 and <= 32) or (>= 81 and <= 92) && day is >= 1 and <= 31 && Checksums.Weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0;
    }

    public static bool Turkish(ReadOnlySpan<char> digits)
    {
        if (digits[0] == '0')
            return false;
        var tenth = (Checksums.Weighted(digits, [7, -1, 7, -1, 7, -1, 7, -1, 7]) % 10 + 10) % 10;
        return tenth == digits[9] - '0' && Checksums.Weighted(digits, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10 == digits[10] - '0';
    }

    public static bool GermanTax(ReadOnlySpan<char> digits)
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

    /// <summary>Pension insurance: area, day of birth, first letter of the name at birth, serial, check.</summary>
    public static bool GermanInsurance(ReadOnlySpan<char> characters)
    {
        // Where two people would have the same number, 50 is added to the day.
        Span<char> birth = [characters[2] >= '5' ? (char)(characters[2] - 5) : characters[2], characters[3], characters[4], characters[5]];
        if (!NumberWords.IsDayAndMonth(birth))
            return false;
        ReadOnlySpan<int> weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
        Span<int> digits = stackalloc int[12];
        for (var i = 0; i < 8; i++)
            digits[i] = characters[i] - '0';
        var letter = characters[8] - 'A' + 1;
        (digits[8], digits[9], digits[10], digits[11]) = (letter / 10, letter % 10, characters[9] - '0', characters[10] - '0');
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            var product = digits[i] * weights[i];
            sum += product / 10 + product % 10;
        }

        return sum % 10 == characters[11] - '0';
    }

    public static bool Bsn(ReadOnlySpan<char> digits) => Checksums.Weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0 && digits.IndexOfAnyExcept('0') >= 0;

    public static bool PortugueseTax(ReadOnlySpan<char> digits)
    {
        var check = 11 - Checksums.Weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        return (check > 9 ? 0 : check) == digits[8] - '0';
    }

    /// <summary>The province of the tax office in a VAT number: 001–100 and a few beyond.</summary>
    public static bool IsItalianOffice(ReadOnlySpan<char> digits) => digits[7..10].Value() is (>= 1 and <= 100) or 120 or 121 or 888 or 999;

    public static bool IsFiscalCode(ReadOnlySpan<char> characters)
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

    public static bool HasFiscalCheck(ReadOnlySpan<char> characters)
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
}
