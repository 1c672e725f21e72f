using System.Buffers;

namespace OutlookAssist.Privacy.Numbers;

/// <summary>Recognises accounts and cards: IBAN, payment cards, American routing numbers.</summary>
internal static class BankNumbers
{
    private static readonly SearchValues<string> CardWords = SearchValues.Create(["card", "visa", "mastercard", "amex", "karte", "carte", "tarjeta", "carta", "cartão", "kaart"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Tries all of them; <see cref="PersonalDatum.Length"/> is 0 when none fits.</summary>
    public static PersonalDatum Find(in NumberCandidate candidate)
    {
        var iban = FindIban(candidate);
        if (iban.Length > 0)
            return iban;
        if (candidate.LeadingDigits < 9 || candidate.ContinuesNumber)
            return default;
        var card = FindCard(candidate);
        return card.Length > 0 ? card : FindRoutingNumber(candidate);
    }

    private static PersonalDatum FindIban(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        if (characters.Length < 15 || !char.IsAsciiLetter(characters[0]) || !char.IsAsciiLetter(characters[1]) || !char.IsAsciiDigit(characters[2]) || !char.IsAsciiDigit(characters[3]))
            return default;
        var length = IbanFormats.LengthOf(characters[..2]);
        if (length == 0 || length > characters.Length || !candidate.EndsAt(length) || candidate.EndsAt(1) || !candidate.HasOneCase(length))
            return default;
        var iban = characters[..length];
        var isValid = IbanFormats.Fits(iban[..2], iban[4..]) && Checksums.Modulo97(iban[..4], Checksums.Modulo97(iban[4..])) == 1;
        return isValid ? new PersonalDatum("IBAN", candidate.Start, candidate.EndOf(length), 1) : default;
    }

    private static PersonalDatum FindCard(in NumberCandidate candidate)
    {
        var digits = candidate.Characters[..candidate.LeadingDigits];
        for (var length = Math.Min(19, digits.Length); length >= 12; length--)
        {
            if (!candidate.IsWholeOrInFours(length) && !(length == 15 && candidate.IsGrouped(4, 6, 5)) && !(length == 14 && candidate.IsGrouped(4, 6, 4)))
                continue;
            if (!HasIssuer(digits[..length]) || !Checksums.Luhn(digits[..length]))
                continue;
            var score = length is 15 or 16 ? 1 : candidate.FollowsAny(CardWords) ? 0.95 : 0.6;
            return new PersonalDatum("CARD", candidate.Start, candidate.EndOf(length), score);
        }

        return default;
    }

    /// <summary>The first digits and lengths that card networks give out.</summary>
    private static bool HasIssuer(ReadOnlySpan<char> digits)
    {
        var two = (digits[0] - '0') * 10 + digits[1] - '0';
        var four = two * 100 + (digits[2] - '0') * 10 + digits[3] - '0';
        return digits.Length switch
        {
            16 when digits[0] == '4' || two is >= 51 and <= 55 or 35 or 65 or 60 or 62 or 64 or 81 || four is >= 2221 and <= 2720 => true,
            15 when two is 34 or 37 || four is 2131 or 1800 || digits[0] == '1' => true,
            14 when two is 36 or 38 or 39 || four is >= 3000 and <= 3059 or 3095 => true,
            13 or 19 when digits[0] == '4' => true,
            _ => two is 50 or >= 56 and <= 69 || four == 604,
        };
    }

    private static PersonalDatum FindRoutingNumber(in NumberCandidate candidate)
    {
        if (candidate.LeadingDigits < 9 || !(candidate.IsGrouped(9) || candidate.IsGrouped(4, 4, 1)))
            return default;
        var digits = candidate.Characters[..9];
        var bank = (digits[0] - '0') * 10 + digits[1] - '0';
        var isBank = bank is (>= 1 and <= 12) or (>= 21 and <= 32) or (>= 61 and <= 72) or 80;
        return isBank && Checksums.Weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
            ? new PersonalDatum("BANK_ROUTING", candidate.Start, candidate.EndOf(9), candidate.IsGrouped(9) ? 0.6 : 0.9)
            : default;
    }
}
