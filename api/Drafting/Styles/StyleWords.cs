using System.Text.RegularExpressions;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Drafting.Styles;

/// <summary>The greetings and closings that can be learned: a closed list, so that nothing else of a mail is ever kept.</summary>
internal static partial class StyleWords
{
    private const int LongestLine = 60;
    private const int MostNameWords = 4;

    private static readonly string[] Openings =
    [
        "hi", "hello", "hey", "dear", "good morning", "good afternoon", "good evening", "hi there", "hello there", "greetings",
        "hallo", "guten tag", "guten morgen", "liebe", "lieber", "moin", "servus", "grüß gott", "grüezi",
        "bonjour", "salut", "cher", "chère", "bonsoir", "hola", "buenos días", "buenas tardes", "estimado", "estimada", "querido", "querida",
        "ciao", "buongiorno", "salve", "gentile", "caro", "cara", "olá", "bom dia", "boa tarde", "prezado", "prezada",
        "beste", "geachte", "dag", "hoi", "goedemorgen", "goedemiddag", "goedendag",
    ];

    private static readonly string[] Titles = ["mr", "mrs", "ms", "dr", "prof", "sir", "madam", "herr", "frau", "monsieur", "madame", "señor", "señora", "sr", "sra", "signor", "signora", "senhor", "senhora", "heer", "mevrouw"];

    /// <summary>The form of a greeting, such as "Hi {name},"; null when the line is none, or one that needs to know more than a name.</summary>
    public static string? Greeting(string line)
    {
        var trimmed = line.Trim();
        if (trimmed.Length is 0 or > LongestLine)
        {
            return null;
        }

        var end = trimmed[^1] is ',' or '!' or ':' ? trimmed[^1..] : "";
        var words = trimmed.TrimEnd(',', '!', ':', '.').Trim();
        var opening = Openings.Where(known => words.Equals(known, StringComparison.OrdinalIgnoreCase) || words.StartsWith(known + " ", StringComparison.OrdinalIgnoreCase)).MaxBy(known => known.Length);
        if (opening is null)
        {
            return null;
        }

        string[] name = [.. words[opening.Length..].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)];
        if (name.Length > MostNameWords || name.Any(word => !NameWord().IsMatch(word) || Titles.Contains(word.TrimEnd('.').ToLowerInvariant())))
        {
            return null;
        }

        var holder = name.Length switch { 0 => "", 1 => " {firstName}", _ => " {name}" };
        return char.ToUpperInvariant(opening[0]) + opening[1..] + holder + end;
    }

    /// <summary>The form of a closing, such as "Best regards,"; null when the line is none.</summary>
    public static string? Closing(string line)
    {
        var trimmed = line.Trim();
        // "Best regards, Ana" on one line.
        var comma = trimmed.IndexOf(',');
        var words = (comma > 0 ? trimmed[..comma] : trimmed).TrimEnd('.', '!', '-', '–').Trim();
        if (words.Length is 0 or > LongestLine || !(SignaturePhrases.Closings.Contains(words, StringComparer.OrdinalIgnoreCase) || SignaturePhrases.ThankingClosings.Contains(words, StringComparer.OrdinalIgnoreCase)))
        {
            return null;
        }

        return char.ToUpperInvariant(words[0]) + words[1..] + (comma > 0 ? "," : "");
    }

    /// <summary>friendly, formal or neutral, by the small words that each language has for it.</summary>
    public static string ToneOf(string text, string? greeting, string? closing, string language)
    {
        var (friendly, formal) = language.Split('-')[0] switch
        {
            "de" => (Du().Count(text), Sie().Count(text)),
            "fr" => (Tu().Count(text), Vous().Count(text)),
            "es" => (TuSpanish().Count(text), Usted().Count(text)),
            _ => (Contraction().Count(text), 0),
        };
        var opening = greeting?.Split(' ', ',', '!')[0].ToLowerInvariant();
        friendly += opening is "hi" or "hey" or "moin" or "salut" or "ciao" or "hoi" or "liebe" or "lieber" ? 2 : 0;
        friendly += closing?.TrimEnd(',').ToLowerInvariant() is "cheers" or "best" or "lg" or "liebe grüße" or "take care" or "viele grüße" or "un abrazo" or "bien à toi" ? 1 : 0;
        formal += opening is "dear" or "geachte" or "estimado" or "estimada" or "gentile" or "prezado" or "prezada" ? 2 : 0;
        formal += closing?.TrimEnd(',').ToLowerInvariant() is "sincerely" or "yours sincerely" or "yours faithfully" or "respectfully" or "hochachtungsvoll" or "atentamente" or "distinti saluti" or "hoogachtend" ? 2 : 0;
        return friendly > formal + 1 ? "friendly" : formal > friendly + 1 ? "formal" : "neutral";
    }

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]*$")]
    private static partial Regex NameWord();

    [GeneratedRegex(@"\b\p{L}+['’](m|re|ll|ve|d|s|t)\b|\bn['’]t\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Contraction();

    [GeneratedRegex(@"\b(du|dir|dich|dein\p{L}*)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Du();

    [GeneratedRegex(@"\b(Sie|Ihnen|Ihr\p{L}*)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Sie();

    [GeneratedRegex(@"\b(tu|te|toi|ton|ta|tes)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tu();

    [GeneratedRegex(@"\b(vous|votre|vos)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Vous();

    [GeneratedRegex(@"\b(tú|te|ti|tu|tus)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex TuSpanish();

    [GeneratedRegex(@"\b(usted(es)?|le|su|sus)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Usted();
}
