using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace OutlookAssist.Drafting.Checks;

/// <summary>The numbers of a text, in digits or words, and what they count: "five days" and "5 days" are the same fact, "5 weeks" is another.</summary>
internal static partial class FactNumbers
{
    private const int ThousandsGroup = 3;
    private const int UnitReach = 3;

    private static readonly FrozenDictionary<string, string> Words = Read("""
        2 two zwei deux dos due dois twee | 3 three drei trois tres tre três drie | 4 four vier quatre cuatro quattro quatro | 5 five fünf cinq cinco cinque vijf
        6 six sechs seis sei zes | 7 seven sieben sept siete sette sete zeven | 8 eight acht huit ocho otto oito | 9 nine neun neuf nueve nove negen | 10 ten zehn dix diez dieci dez tien
        11 eleven elf onze once undici | 12 twelve zwölf douze doce dodici twaalf dozen dutzend | 13 thirteen dreizehn treize trece | 14 fourteen vierzehn quatorze catorce quattordici veertien
        15 fifteen fünfzehn quinze quince quindici vijftien | 16 sixteen sechzehn seize | 20 twenty zwanzig vingt veinte venti vinte twintig | 30 thirty dreißig trente treinta trenta trinta dertig
        40 forty vierzig quarante cuarenta quaranta veertig | 50 fifty fünfzig cinquante cincuenta cinquanta vijftig | 60 sixty sechzig soixante sesenta sessanta zestig | 70 seventy siebzig | 80 eighty achtzig | 90 ninety neunzig
        100 hundred hundert cent cien cento honderd | 1000 thousand tausend mille mil duizend | 1000000 million millionen millón milione milhão | 0.5 half halbe halb moitié mitad metà metade helft | 2x double twice doppelt double doble doppio dobro dubbel
        """);

    private static readonly FrozenDictionary<string, string> Units = Read("""
        day days tag tage tagen jour jours día días giorno giorni dia dias dag dagen | week weeks woche wochen semaine semaines semana semanas settimana settimane weken | month months monat monate monaten mois mes meses mese mesi mês maand maanden
        year years jahr jahre jahren an ans année années año años anno anni ano anos jaar jaren | hour hours stunde stunden heure heures hora horas ora ore uur | minute minutes minuten minuto minutos minuti | euro euros € eur | dollar dollars $ usd
        pound pounds £ gbp pfund | percent % prozent pourcent | kroner krone nok sek dkk kronen | franc francs chf franken | kilogram kilograms kg kilo kilos kilogramm | gram grams g gramm | meter meters metre metres m | kilometer kilometers km | piece pieces stück | time times mal fois veces
        """);

    /// <summary>Every number without the separators of its thousands, so that 1,000 and 1000 are the same and 1.5 and 15 are not.</summary>
    public static HashSet<string> In(string text)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (token, _) in Tokens(text))
        {
            if (ValueOf(token) is { } value)
            {
                numbers.Add(value);
            }
        }

        return numbers;
    }

    /// <summary>Each number with the unit it counts; both ends of a range count the same.</summary>
    public static HashSet<(string Number, string Unit)> Counted(string text)
    {
        var tokens = Tokens(text).Select(token => token.Text).ToList();
        var counted = new HashSet<(string, string)>();
        for (var index = 0; index < tokens.Count; index++)
        {
            if (ValueOf(tokens[index]) is not { } value)
            {
                continue;
            }

            // "$ 5" and "5 dollars", "3 to 5 working days".
            var before = index > 0 ? Units.GetValueOrDefault(tokens[index - 1]) : null;
            var unit = before is "$" or "€" or "£" ? before : null;
            var reach = UnitReach;
            for (var ahead = index + 1; unit is null && ahead < tokens.Count && reach-- > 0; ahead++)
            {
                unit = Units.GetValueOrDefault(tokens[ahead]);
            }

            if (unit is not null)
            {
                counted.Add((value, unit));
            }
        }

        return counted;
    }

    private static string? ValueOf(string token)
    {
        if (token.Any(char.IsDigit))
        {
            return Canonical(token);
        }

        return Words.GetValueOrDefault(token);
    }

    private static string Canonical(string token)
    {
        var number = new StringBuilder();
        for (var index = 0; index < token.Length; index++)
        {
            if (char.IsDigit(token[index]))
            {
                number.Append(char.GetNumericValue(token[index]));
            }
            else if (number.Length > 0 && token[index] is ',' or '.' && token.AsSpan(index + 1).IndexOfAnyExceptInRange('0', '9') is var behind && (behind < 0 ? token.Length - index - 1 : behind) is > 0 and var group)
            {
                number.Append(group == ThousandsGroup ? "" : ".");
            }
        }

        return number.ToString();
    }

    private static IEnumerable<(string Text, int Start)> Tokens(string text) => Token().Matches(text).Select(match => (match.Value.ToLowerInvariant(), match.Index));

    private static FrozenDictionary<string, string> Read(string table) =>
        table.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 0)
            .SelectMany(words => words.Select(word => (Word: word, Value: words.FirstOrDefault(sign => sign is "€" or "$" or "£" or "%") ?? words[0])))
            .DistinctBy(entry => entry.Word)
            .ToFrozenDictionary(entry => entry.Word, entry => entry.Value.TrimEnd('x'));

    // Digits with separators inside, words, and the signs of money and percent.
    [GeneratedRegex(@"\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}+|[€$£%]")]
    private static partial Regex Token();
}
