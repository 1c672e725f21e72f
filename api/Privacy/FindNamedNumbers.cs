using System.Buffers;

namespace OutlookAssist.Privacy;

/// <summary>Finds what only the words before it make personal: dates of birth, customer numbers and bank codes (BIC), which are eight capital letters like many a word.</summary>
internal static class FindNamedNumbers
{
    private static readonly SearchValues<string> BirthWords = SearchValues.Create(
        ["date of birth", "birth date", "birthdate", "birthday", "dob", "born", "geboren", "geburtsdatum", "geburtstag", "geb.", "date de naissance", "né le", "née le", "fecha de nacimiento", "nacido", "nacida", "data di nascita", "nato il", "nata il", "data de nascimento", "nascido", "nascida", "geboortedatum", "født", "född", "urodzon"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> CustomerWords = SearchValues.Create(
        ["customer number", "customer no", "customer id", "client number", "client id", "member number", "membership number", "kundennummer", "kundennr", "kunden-nr", "mitgliedsnummer", "numéro client", "numéro de client", "n° client", "número de cliente", "nº de cliente", "codice cliente", "numero cliente", "klantnummer"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> BankWords = SearchValues.Create(["BIC", "SWIFT"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Months =
    [
        "jan", "feb", "mar", "mär", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec", "dez", "janv", "févr", "avr", "juin", "juil", "août", "déc", "ene", "abr", "ago", "dic", "gen", "mag", "giu", "lug", "set", "ott", "fev", "out", "mei", "maa",
    ];

    /// <summary>Adds all of them.</summary>
    public static void AddTo(List<PersonalDatum> found, string text)
    {
        Add(found, text, BirthWords, "BIRTH_DATE", FindDate);
        Add(found, text, CustomerWords, "CUSTOMER_NUMBER", FindCode);
        Add(found, text, BankWords, "BIC", FindBankCode);
    }

    private static void Add(List<PersonalDatum> found, string text, SearchValues<string> words, string type, Func<string, int, (int Start, int End)> find)
    {
        var at = 0;
        while (at < text.Length && text.AsSpan(at).IndexOfAny(words) is >= 0 and var step)
        {
            at += step + 3;
            if (at - 3 > 0 && char.IsLetter(text[at - 4]))
                continue;
            var (start, end) = find(text, at);
            if (end <= start)
                continue;
            found.Add(new PersonalDatum(type, start, end, 0.9));
            at = end;
        }
    }

    /// <summary>A date within the next few words.</summary>
    private static (int Start, int End) FindDate(string text, int from)
    {
        var limit = Math.Min(text.Length, from + 40);
        for (var start = from; start < limit; start++)
        {
            if (!char.IsAsciiDigit(text[start]) && !(char.IsLetter(text[start]) && !char.IsLetterOrDigit(text[start - 1]) && IsMonth(text.AsSpan(start))))
                continue;
            var end = ReadDate(text, start);
            if (end > start)
                return (start, end);
            while (start < limit && char.IsLetterOrDigit(text[start]))
                start++;
        }

        return (0, 0);
    }

    private static int ReadDate(string text, int start)
    {
        var at = start;
        var parts = 0;
        var end = start;
        var hasYear = false;
        while (at < text.Length && parts < 3)
        {
            var from = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
                at++;
            var part = text.AsSpan(from, at - from);
            if (part.IsEmpty || (part.IndexOfAnyExceptInRange('0', '9') >= 0 && !IsMonth(part) && !(char.IsAsciiDigit(part[0]) && part.Length <= 4)))
                break;
            hasYear |= part.Length == 4 && char.IsAsciiDigit(part[0]);
            parts++;
            end = at;
            var gap = at;
            while (at < text.Length && at < gap + 2 && text[at] is '.' or '/' or '-' or ' ' or ',')
                at++;
            if (at < text.Length && text.AsSpan(at).StartsWith("de ", StringComparison.OrdinalIgnoreCase))
                at += 3;
            if (at == gap)
                break;
        }

        return parts == 3 && (hasYear || end - start <= 8) ? end : start;
    }

    private static bool IsMonth(ReadOnlySpan<char> word)
    {
        foreach (var month in Months)
        {
            if (word.StartsWith(month, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The next word with a digit, close by.</summary>
    private static (int Start, int End) FindCode(string text, int from)
    {
        var limit = Math.Min(text.Length, from + 40);
        var at = from;
        while (at < limit)
        {
            while (at < limit && !char.IsLetterOrDigit(text[at]))
            {
                if (text[at] is '\n' or '?' or '!')
                    return (0, 0);
                at++;
            }

            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '/' or '_'))
                at++;
            if (at - start >= 3 && text.AsSpan(start, at - start).IndexOfAnyInRange('0', '9') >= 0)
                return (start, at);
            if (at == start)
                at++;
        }

        return (0, 0);
    }

    /// <summary>Bank, country and place: eight characters, or eleven with the branch.</summary>
    private static (int Start, int End) FindBankCode(string text, int from)
    {
        var limit = Math.Min(text.Length, from + 30);
        for (var start = from; start < limit; start++)
        {
            if (!char.IsAsciiLetterUpper(text[start]) || char.IsLetterOrDigit(text[start - 1]))
                continue;
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterUpper(text[end]) || char.IsAsciiDigit(text[end])))
                end++;
            if (end - start is 8 or 11 && text.AsSpan(start, 6).IndexOfAnyExceptInRange('A', 'Z') < 0 && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return (start, end);
        }

        return (0, 0);
    }
}
