using System.Text.RegularExpressions;

namespace OutlookAssist.Drafting;

/// <summary>Reads what of a wish for a change can be done without a language model: length, tone and language, in words of four languages.</summary>
internal static partial class RevisionWish
{
    private static readonly (Regex Words, Func<DraftOptions, DraftOptions> Change)[] Wishes =
    [
        (Shorter(), options => options with { Length = options.Length == "detailed" ? "standard" : "short" }),
        (Longer(), options => options with { Length = options.Length == "short" ? "standard" : "detailed" }),
        (Formal(), options => options with { Tone = "formal" }),
        (Friendly(), options => options with { Tone = "friendly" }),
        (Sorry(), options => options with { Tone = "apologetic" }),
        (Neutral(), options => options with { Tone = "neutral" }),
        (English(), options => options with { Language = "en" }),
        (German(), options => options with { Language = "de" }),
        (French(), options => options with { Language = "fr" }),
        (Spanish(), options => options with { Language = "es" }),
        (Italian(), options => options with { Language = "it" }),
        (Portuguese(), options => options with { Language = "pt" }),
        (Dutch(), options => options with { Language = "nl" }),
    ];

    /// <summary>The options with everything changed that the wish names; the same ones when it names nothing.</summary>
    public static DraftOptions Apply(string wish, DraftOptions options) =>
        Wishes.Where(known => known.Words.IsMatch(wish)).Aggregate(options, (changed, known) => known.Change(changed));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\b(shorter|shorten|short|brief|briefer|concise|kürzer|kürze|kurz|knapper|plus court|raccourci[rs]?|bref|más corto|acorta|breve)\b", Options)]
    private static partial Regex Shorter();

    [GeneratedRegex(@"\b(longer|more detail(s|ed)?|detailed|ausführlicher|länger|plus (long|détaillé)|más (largo|detallado|detalles))\b", Options)]
    private static partial Regex Longer();

    [GeneratedRegex(@"\b(more formal|formal|formally|förmlich(er)?|formell(er)?|formel|más formal)\b", Options)]
    private static partial Regex Formal();

    [GeneratedRegex(@"\b(friendl(y|ier)|warm(er)?|freundlich(er)?|herzlich(er)?|chaleureux|amical|amable|cercano)\b", Options)]
    private static partial Regex Friendly();

    [GeneratedRegex(@"\b(apologi[sz]e|apologetic|say sorry|entschuldig(e|en|ung)|excuse[rz]?|excuses|disculp(a|as|ar|arse|e)|discúlpate)\b", Options)]
    private static partial Regex Sorry();

    [GeneratedRegex(@"\b(neutral|neutraler|sachlich(er)?|neutre)\b", Options)]
    private static partial Regex Neutral();

    [GeneratedRegex(@"\b(in english|auf englisch|en anglais|en inglés)\b", Options)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(in german|auf deutsch|en allemand|en alemán)\b", Options)]
    private static partial Regex German();

    [GeneratedRegex(@"\b(in french|auf französisch|en français|en francés)\b", Options)]
    private static partial Regex French();

    [GeneratedRegex(@"\b(in spanish|auf spanisch|en espagnol|en español)\b", Options)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"\b(in italian|auf italienisch|en italien|en italiano)\b", Options)]
    private static partial Regex Italian();

    [GeneratedRegex(@"\b(in portuguese|auf portugiesisch|en portugais|en portugués)\b", Options)]
    private static partial Regex Portuguese();

    [GeneratedRegex(@"\b(in dutch|auf niederländisch|en néerlandais|en neerlandés)\b", Options)]
    private static partial Regex Dutch();
}
