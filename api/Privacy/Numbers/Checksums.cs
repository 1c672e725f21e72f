namespace OutlookAssist.Privacy.Numbers;

/// <summary>The check digits by which real numbers differ from numbers that only look like them.</summary>
internal static class Checksums
{
    private static readonly byte[,] VerhoeffProducts = BuildVerhoeffProducts();
    private static readonly byte[,] VerhoeffTurns = BuildVerhoeffTurns();

    /// <summary>Luhn: cards and many others.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>The sum of the digits, each times its weight.</summary>
    public static int Weighted(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += (digits[i] - '0') * weights[i];
        return sum;
    }

    /// <summary>ISO 7064 modulo 97 over digits and letters (A = 10); 1 for a valid IBAN with its first four characters moved to the end.</summary>
    public static int Modulo97(ReadOnlySpan<char> characters, int remainder = 0)
    {
        foreach (var character in characters)
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            remainder = value < 10 ? (remainder * 10 + value) % 97 : (remainder * 100 + value) % 97;
        }

        return remainder;
    }

    /// <summary>ISO 7064 modulo 11,10, with the check digit last.</summary>
    public static bool Modulo11And10(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var digit in digits[..^1])
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10 == digits[^1] - '0';
    }

    /// <summary>Verhoeff, with the check digit last.</summary>
    public static bool Verhoeff(ReadOnlySpan<char> digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
            check = VerhoeffProducts[check, VerhoeffTurns[i % 8, digits[digits.Length - 1 - i] - '0']];
        return check == 0;
    }

    /// <summary>The multiplication table of the symmetries of a pentagon.</summary>
    private static byte[,] BuildVerhoeffProducts()
    {
        var table = new byte[10, 10];
        for (var left = 0; left < 10; left++)
        {
            for (var right = 0; right < 10; right++)
            {
                var turn = left < 5 ? (left + right) % 5 : (left - right + 10) % 5;
                table[left, right] = (byte)((left < 5) == (right < 5) ? turn : turn + 5);
            }
        }

        return table;
    }

    private static byte[,] BuildVerhoeffTurns()
    {
        byte[] once = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
        var table = new byte[8, 10];
        for (var digit = 0; digit < 10; digit++)
            table[0, digit] = (byte)digit;
        for (var row = 1; row < 8; row++)
        {
            for (var digit = 0; digit < 10; digit++)
                table[row, digit] = table[row - 1, once[digit]];
        }

        return table;
    }
}
