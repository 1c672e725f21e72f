using System.Collections.Frozen;
using OutlookAssist.Knowledge;

namespace OutlookAssist.Classification;

/// <summary>Finds the numbers, amounts, dates, products and addresses that a mail names, in one walk over its words.</summary>
internal static class FindEntities
{
    private const int KeywordReach = 4;

    private static readonly FrozenDictionary<string, string> NumberKeywords = BuildKeywords();

    private static readonly FrozenSet<string> Currencies =
        new[] { "eur", "euro", "euros", "usd", "dollar", "dollars", "dólares", "gbp", "pounds", "chf", "franken", "pln", "zł", "sek", "nok", "dkk", "kr", "jpy", "yen", "cny", "rmb", "inr", "rs", "aud", "cad", "brl", "mxn", "reais", "€", "$", "£", "¥", "us$", "a$", "c$", "r$" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> MonthNames =
        ("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember dez okt janvier février mars avril juin juillet août septembre octobre novembre décembre "
            + "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro januari februari maart mei augustus")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly record struct Word(int Start, int End);

    /// <summary>The entities in the order of the text; they do not overlap, and offsets are UTF-16 code units of it.</summary>
    /// <param name="text">The new text of a mail.</param>
    /// <param name="received">When it arrived: "tomorrow" and "3 May" count from here.</param>
    /// <param name="products">The products that the organisation's documents are about.</param>
    public static IReadOnlyList<EntityResult> Find(string text, DateTimeOffset? received = null, ProductNames? products = null)
    {
        var words = Split(text);
        var found = new List<EntityResult>();
        for (var i = 0; i < words.Count; i++)
        {
            var start = words[i].Start;
            if (products?.EndOf(text, start) is { } stop and > 0)
            {
                found.Add(new EntityResult("product", text[start..stop], start, stop));
                while (i + 1 < words.Count && words[i + 1].Start < stop)
                    i++;
                continue;
            }

            var (type, last) = Recognize(text, words, i);
            if (type is null)
                continue;
            var end = words[last].End;
            var named = text[start..end];
            found.Add(new EntityResult(type, named, start, end, type == "date" ? DateValue.Of(named, received) : null));
            i = last;
        }

        return found;
    }

    private static (string? Type, int Last) Recognize(string text, List<Word> words, int at)
    {
        var word = Text(text, words[at]);
        if (IsWebAddress(word))
            return ("url", at);
        if (IsMailAddress(word))
            return ("email", at);
        if (FindAmountEnd(text, words, at) is var amountEnd and >= 0)
            return ("amount", amountEnd);
        if (FindDateEnd(text, words, at) is var dateEnd and >= 0)
            return ("date", dateEnd);
        return (FindNumberType(text, words, at), at);
    }

    /// <summary>Words without the punctuation around them; a # or currency sign at the front belongs to the word.</summary>
    private static List<Word> Split(string text)
    {
        var words = new List<Word>();
        var at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
                at++;
            var end = at;
            while (start < end && !char.IsLetterOrDigit(text[start]) && text[start] is not ('#' or '$' or '€' or '£' or '¥' or '-' or '+'))
                start++;
            while (end > start && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] is not ('$' or '€' or '£' or '¥' or '/' or '%' or '#'))
                end--;
            if (end > start)
                words.Add(new Word(start, end));
        }

        return words;
    }

    private static bool IsWebAddress(ReadOnlySpan<char> word) =>
        word.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || (word.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && word.Length > 7);

    private static bool IsMailAddress(ReadOnlySpan<char> word)
    {
        var sign = word.IndexOf('@');
        return sign > 0 && sign < word.Length - 3 && word[(sign + 1)..].Contains('.') && word[(sign + 1)..].IndexOfAny("@,;<>()") < 0;
    }

    /// <summary>"€49.90", "49,90 €", "USD 300", "1.200,00 EUR".</summary>
    private static int FindAmountEnd(string text, List<Word> words, int at)
    {
        var word = Text(text, words[at]);
        if (IsNumeral(word.Trim("$€£¥")) && word.IndexOfAny("$€£¥") >= 0)
            return at;
        if (at + 1 >= words.Count || words[at + 1].Start - words[at].End > 2)
            return -1;
        var next = Text(text, words[at + 1]);
        var isPair = (IsNumeral(word) && IsCurrency(next)) || (IsCurrency(word) && IsNumeral(next));
        return isPair ? at + 1 : -1;
    }

    private static bool IsCurrency(ReadOnlySpan<char> word) => word.Length <= 8 && Currencies.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static bool IsNumeral(ReadOnlySpan<char> word)
    {
        var digits = 0;
        foreach (var character in word)
        {
            if (char.IsAsciiDigit(character))
                digits++;
            else if (character is not ('.' or ',' or '\'' or '’'))
                return false;
        }

        return digits is >= 1 and <= 12;
    }

    /// <summary>"2026-11-20", "20.11.2026", "11/20/2026", "20 November 2026", "November 20, 2026".</summary>
    private static int FindDateEnd(string text, List<Word> words, int at)
    {
        var word = Text(text, words[at]);
        if (IsWrittenInDigits(word) || DateValue.IsRelative(word))
            return at;
        if (IsMonth(word) && at + 1 < words.Count && IsDay(Text(text, words[at + 1])))
            return at + 2 < words.Count && IsYear(Text(text, words[at + 2])) ? at + 2 : at + 1;
        if (!IsDay(word))
            return -1;
        var month = at + 1 < words.Count && Text(text, words[at + 1]) is "of" or "de" ? at + 2 : at + 1;
        if (month >= words.Count || !IsMonth(Text(text, words[month])))
            return -1;
        var year = month + 1 < words.Count && Text(text, words[month + 1]) is "de" ? month + 2 : month + 1;
        return year < words.Count && IsYear(Text(text, words[year])) ? year : month;
    }

    private static bool IsWrittenInDigits(ReadOnlySpan<char> word)
    {
        if (word.Length is < 6 or > 10)
            return false;
        var separator = word.IndexOfAny("./-");
        if (separator is < 1 or > 4)
            return false;
        Span<int> parts = stackalloc int[4];
        var count = 0;
        foreach (var range in word.Split(word[separator]))
        {
            if (count == 3 || !int.TryParse(word[range], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out parts[count++]))
                return false;
        }

        if (count != 3)
            return false;
        return parts[0] > 31
            ? parts[0] is > 1900 and < 2200 && parts[1] is >= 1 and <= 12 && parts[2] is >= 1 and <= 31
            : parts[0] >= 1 && parts[1] >= 1 && parts[1] <= 31 && Math.Min(parts[0], parts[1]) <= 12 && (parts[2] is > 1900 and < 2200 or < 100) && word[separator] != '-' | parts[2] > 1900;
    }

    private static bool IsMonth(ReadOnlySpan<char> word) => MonthNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && (char.IsUpper(word[0]) || word.Length > 4);

    private static bool IsDay(ReadOnlySpan<char> word)
    {
        var digits = word.TrimEnd("stndrhº.");
        return digits.Length is 1 or 2 && int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31;
    }

    private static bool IsYear(ReadOnlySpan<char> word) => word.Length == 4 && word[0] is '1' or '2' && IsNumeral(word) && word[1] is '9' or '0' or '1';

    /// <summary>A word with digits that stands shortly after "order", "invoice no." and the like, or says what it is by its own beginning.</summary>
    private static string? FindNumberType(string text, List<Word> words, int at)
    {
        var word = Text(text, words[at]);
        if (!IsReference(word))
            return null;
        for (var back = at - 1; back >= 0 && back >= at - KeywordReach; back--)
        {
            // A keyword of another sentence or line says nothing about this number.
            var between = text.AsSpan(words[back].End, words[back + 1].Start - words[back].End);
            if (between.ContainsAny("!?;\n") || (between.StartsWith(".") && !IsAbbreviation(Text(text, words[back]))))
                break;
            if (NumberKeywords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Text(text, words[back]).TrimStart('#'), out var type))
                return type;
        }

        var dash = word.IndexOfAny("-_/");
        if (dash is > 1 and < 6 && NumberKeywords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word[..dash].TrimStart('#'), out var own))
            return own;
        return word[0] == '#' && word.Length >= 4 ? "reference_number" : null;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word) => word.Length <= 4;

    private static bool IsReference(ReadOnlySpan<char> word)
    {
        var bare = word.TrimStart('#');
        if (bare.Length is < 3 or > 32)
            return false;
        var digits = 0;
        foreach (var character in bare)
        {
            if (char.IsAsciiDigit(character))
                digits++;
            else if (!char.IsAsciiLetter(character) && character is not ('-' or '/' or '_' or '.'))
                return false;
        }

        return digits >= 3 || (digits >= 2 && digits * 2 >= bare.Length);
    }

    private static ReadOnlySpan<char> Text(string text, Word word) => text.AsSpan(word.Start, word.End - word.Start);

    private static FrozenDictionary<string, string> BuildKeywords()
    {
        var keywords = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        void Add(string type, string list)
        {
            foreach (var word in list.Split(' '))
                keywords[word] = type;
        }

        Add("order_number", "order orders ordernumber ord so po purchase bestellung bestellnummer bestellnr auftrag auftragsnummer auftragsnr auftrags bestell commande pedido orden ordine encomenda bestelling bestelnummer ordernummer zamówienie заказ");
        Add("invoice_number", "invoice invoices inv bill rechnung rechnungsnummer rechnungsnr re rg facture factura fattura fatura factuur factuurnummer faktura");
        Add("ticket_number", "ticket tickets tck case incident inc request fall vorgang vorgangsnummer ticketnummer dossier caso incidencia pratica chamado zaak");
        Add("tracking_number", "tracking shipment parcel awb sendung sendungsnummer paketnummer suivi colis seguimiento guía spedizione rastreio trackingnummer");
        Add("customer_number", "customer client account kunde kunden kundennummer kundennr konto compte cliente cuenta klant klantnummer");
        Add("contract_number", "contract policy subscription vertrag vertragsnummer police contrat contrato contratto polizza apólice");
        Add("reference_number", "reference ref referenz referenznummer aktenzeichen az référence referencia riferimento referência rma kenmerk");
        Add("serial_number", "serial seriennummer sn série serie");
        return keywords.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
