using System.Text.RegularExpressions;

namespace OutlookAssist.Drafting.Checks;

/// <summary>Finds what a person should look at twice before sending: numbers, dates, names, policies, and whatever has no source.</summary>
internal static partial class RiskySpots
{
    /// <summary>The spots of one sentence in order; they do not overlap, except that an unsupported sentence is one spot as a whole.</summary>
    public static IReadOnlyList<RiskySpot> In(string text, string support, string language)
    {
        if (support is not (Support.Cited or Support.Unsupported))
        {
            return [];
        }

        var spots = new List<RiskySpot>();
        if (support == Support.Unsupported)
        {
            spots.Add(new RiskySpot(0, text.Length, "unsupported"));
        }

        var taken = new List<RiskySpot>();
        Add("date", Date().Matches(text).Select(match => (match.Index, match.Index + match.Length)));
        Add("name", NamesIn.Spans(text, language).Where(span => text.AsSpan(span.Start, span.End - span.Start).ContainsAnyInRange('0', '9')));
        Add("number", Number().Matches(text).Select(match => (match.Index, match.Index + match.Length)));
        Add("policy", Commitments.Spans(text).Concat(Policy().Matches(text).Select(match => (match.Index, match.Index + match.Length))));
        Add("name", NamesIn.Spans(text, language));
        return [.. spots, .. taken.OrderBy(spot => spot.Start)];

        void Add(string kind, IEnumerable<(int Start, int End)> found)
        {
            foreach (var (start, end) in found)
            {
                if (!taken.Any(spot => spot.Start < end && start < spot.End))
                {
                    taken.Add(new RiskySpot(start, end, kind));
                }
            }
        }
    }

    // Linear-time matching: the text may be a stranger's.
    [GeneratedRegex(
        @"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b|\b\d{1,2}:\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr)\b"
        + @"|\b(?:\d{1,2}(?:st|nd|rd|th|\.|º)? (?:de |of )?)?(?:january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus)\b(?: \d{1,2}(?:st|nd|rd|th)?,?)?(?: (?:de )?\d{4})?"
        + @"|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b"
        + @"|\b\d{1,2}(?:st|nd|rd|th)? may\b(?: \d{4})?|\bmay \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4})?",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    [GeneratedRegex(
        @"[€$£] ?\p{Nd}+(?:[.,]\p{Nd}+)*|\p{Nd}+(?:[.,]\p{Nd}+)*(?: ?(?:%|€|\$|£|euros?|eur|usd|dollars?|gbp|pounds?|chf|percent|prozent))?"
        + @"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|thousand|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|deux|trois|quatre|cinq|sept|huit|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b(?:refund(?:s|ed|able)?|warranty|guarantee[ds]?|liab(?:le|ility)|excluded|cancellation|must|deadline|free of charge|not covered|non-refundable|terms and conditions|penalty|fees?)\b"
        + @"|\b(?:erstattung|garantie|gewährleistung|haftung|ausgeschlossen|kündigung|kostenlos|widerruf|frist|gebühr(?:en)?)\b"
        + @"|\b(?:remboursement|responsabilité|exclus|résiliation|gratuit|délai|frais)\b|\b(?:reembolso|garantía|responsabilidad|excluid[oa]s?|cancelación|gratuito|plazo)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Policy();
}
