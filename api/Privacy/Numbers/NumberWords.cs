using System.Buffers;

namespace OutlookAssist.Privacy.Numbers;

/// <summary>Words before a number that say what it is; what is no person's number is left to be read.</summary>
internal static class NumberWords
{
    /// <summary>Numbers of business: an order's or an invoice's is no person's, whatever its check digit says.</summary>
    public static readonly SearchValues<string> Business = Of(
        "order", "invoice", "ticket", "tracking", "account", "licen", "serial", "reference", "customer", "case ", "part no", "article", "item", "quantity", "bestell", "rechnung", "auftrag", "kunden", "artikel", "vorgang",
        "sendung", "commande", "facture", "pedido", "factura", "fattura", "ordine", "ordre", "factuur", "zamówien", "card", "isbn", "amount", "total", "betrag", "montant", "importe");

    /// <summary>A set of words without regard to case.</summary>
    public static SearchValues<string> Of(params ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>A datum over the first characters of a candidate.</summary>
    public static PersonalDatum Datum(this in NumberCandidate candidate, string type, int length, double score) => new(type, candidate.Start, candidate.EndOf(length), score);

    /// <summary>True when the first characters are of the shape's kinds: a is a letter, 0 a digit, c either.</summary>
    public static bool Fits(this ReadOnlySpan<char> characters, string shape)
    {
        if (characters.Length < shape.Length)
            return false;
        for (var i = 0; i < shape.Length; i++)
        {
            var fits = shape[i] switch
            {
                'a' => char.IsAsciiLetter(characters[i]),
                '0' => char.IsAsciiDigit(characters[i]),
                _ => char.IsAsciiLetterOrDigit(characters[i]),
            };
            if (!fits)
                return false;
        }

        return true;
    }

    /// <summary>The value of some digits.</summary>
    public static long Value(this ReadOnlySpan<char> digits)
    {
        long value = 0;
        foreach (var digit in digits)
            value = value * 10 + digit - '0';
        return value;
    }

    /// <summary>True for a month and a day of it, in that order, two digits each.</summary>
    public static bool IsMonthAndDay(ReadOnlySpan<char> digits) => IsDay(digits[..2].Value(), digits.Slice(2, 2).Value());

    /// <summary>True for a day and its month, in that order, two digits each.</summary>
    public static bool IsDayAndMonth(ReadOnlySpan<char> digits) => IsDay(digits.Slice(2, 2).Value(), digits[..2].Value());

    private static bool IsDay(long month, long day) => month is >= 1 and <= 12 && day >= 1 && day <= (month is 2 ? 29 : month is 4 or 6 or 9 or 11 ? 30 : 31);
}
