using System.Text.RegularExpressions;

namespace OutlookAssist.Drafting;

/// <summary>Notices mail that speaks to a machine instead of to a person. It only warns: nothing in this product obeys a mail anyway.</summary>
internal static partial class InjectionSigns
{
    private const int Reach = 60;

    /// <summary>True when the text orders an assistant about.</summary>
    public static bool In(string text) => Orders().IsMatch(text) || Markup().IsMatch(text);

    /// <summary>The words around the first order, cut to what a person reads at a glance; null when there is none.</summary>
    public static string? Find(string text)
    {
        var match = Orders().Match(text) is { Success: true } order ? order : Markup().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var start = Math.Max(0, match.Index - Reach);
        var end = Math.Min(text.Length, match.Index + match.Length + Reach);
        return text[start..end].ReplaceLineEndings(" ").Trim();
    }

    // Linear-time matching: the text is a stranger's.
    [GeneratedRegex(
        @"\b(ignore|disregard|forget|override|bypass)\b[^.\n]{0,40}\b(previous|prior|above|earlier|preceding|all|your|any)\b[^.\n]{0,40}\b(instruction|prompt|rule|direction|guideline|context|message)s?\b"
        + @"|\byou are (now|no longer)\b[^.\n]{0,60}\b(assistant|ai|model|mode|dan|bot|unrestricted)\b"
        + @"|\b(reveal|print|show|repeat|output|leak)\b[^.\n]{0,30}\b(system prompt|your (instructions|prompt|rules))\b"
        + @"|\b(ignoriere|vergiss|missachte)\b[^.\n]{0,40}\b(anweisung|vorgabe|regel|instruktion)(en)?\b"
        + @"|\b(ignorez?|oubliez?)\b[^.\n]{0,40}\b(instruction|consigne|règle)s?\b"
        + @"|\b(ignora|ignore|olvida|olvide)\b[^.\n]{0,40}\b(instruccion|instrucciones|regla|reglas|indicaciones)\b"
        + @"|\bas an? (ai|language model|llm)\b[^.\n]{0,40}\b(you must|you will|reply|respond|include|insert)\b"
        + @"|\b(assistant|ai|llm|model)s?\b[^.\n]{0,20}[:,][^.\n]{0,20}\b(reply|respond|include|insert|forward|send|add|write)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Orders();

    [GeneratedRegex(@"<\|?(im_start|im_end|system|endoftext)\|?>|\[/?INST\]|###\s*(system|instruction)\b|<<SYS>>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
