using System.Text.RegularExpressions;
using OutlookAssist.Drafting;
using OutlookAssist.Privacy;

namespace OutlookAssist.Review;

/// <summary>A place of a draft that a reviewer should look at before saying yes.</summary>
/// <param name="Sentence">The sentence, counted from 0.</param>
/// <param name="Start">Where it begins in the sentence, in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Kind">number, date, name, policy, unsupported or open.</param>
/// <param name="Proven">Whether the very same words stand in a passage that the sentence cites, so that a look at it is enough.</param>
internal sealed record DraftRisk(int Sentence, int Start, int Length, string Kind, bool Proven);

/// <summary>Finds, without any model, what can be wrong in a draft and costs most: figures, dates, names, promises, and whatever has no source.</summary>
internal static partial class FindRisks
{
    /// <summary>In the order of the text; the whole sentence where it has no source or is an open place.</summary>
    public static IReadOnlyList<DraftRisk> In(Draft draft)
    {
        var quotes = draft.Citations.ToDictionary(citation => citation.Marker, citation => citation.Quote);
        return [.. draft.Sentences.SelectMany((sentence, index) => InSentence(sentence, index, Sources(sentence, quotes)))];
    }

    private static IEnumerable<DraftRisk> InSentence(DraftSentence sentence, int index, string sources)
    {
        if (sentence.Support is Support.Unsupported or Support.Slot)
        {
            return [new DraftRisk(index, 0, sentence.Text.Length, sentence.Support == Support.Slot ? "open" : "unsupported", false)];
        }

        if (sentence.Support == Support.Courtesy)
        {
            return []; // It states no fact; that is what the word means.
        }

        var found = new List<DraftRisk>();
        // Drafts of an earlier version were kept without.
        foreach (var spot in (sentence.Risks ?? []).Where(spot => spot.Start >= 0 && spot.End <= sentence.Text.Length))
        {
            Take(spot.Start, spot.End - spot.Start, spot.Kind);
        }

        Add(Dates(), "date");
        Add(Figures(), "number");
        Add(Promises(), "policy");
        foreach (var person in FindPersonalData.Find(sentence.Text).Where(datum => datum.Type == "PERSON"))
        {
            Take(person.Start, person.End - person.Start, "name");
        }

        return found.OrderBy(risk => risk.Start);

        void Add(Regex pattern, string kind)
        {
            foreach (var match in pattern.EnumerateMatches(sentence.Text))
            {
                Take(match.Index, match.Length, kind);
            }
        }

        void Take(int start, int length, string kind)
        {
            // A date is made of figures: the first kind that claims a place keeps it.
            if (length > 0 && !found.Any(risk => start < risk.Start + risk.Length && risk.Start < start + length))
            {
                found.Add(new DraftRisk(index, start, length, kind, sources.Contains(sentence.Text.Substring(start, length), StringComparison.OrdinalIgnoreCase)));
            }
        }
    }

    private static string Sources(DraftSentence sentence, Dictionary<int, string> quotes) =>
        string.Join('\n', sentence.Citations.Select(marker => quotes.GetValueOrDefault(marker, "")));

    // Linear-time matching: the text was written from a stranger's mail.
    [GeneratedRegex(
        @"\b\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}\b|\b\p{Nd}{1,2}[./]\p{Nd}{1,2}[./](\p{Nd}{4}|\p{Nd}{2})\b|\b\p{Nd}{1,2}(st|nd|rd|th|\.)?( of)? (January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|de (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre))( \p{Nd}{4})?\b"
        + @"|\b(January|February|March|April|May|June|July|August|September|October|November|December) \p{Nd}{1,2}(, \p{Nd}{4})?\b|\b(today|tomorrow|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|heute|morgen|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|aujourd'hui|demain|hoy|mañana)\b|\b\p{Nd}{1,2}:\p{Nd}{2}\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Dates();

    [GeneratedRegex(@"([€$£]\s?)?\p{Nd}+([.,]\p{Nd}+)*(\s?(%|€|\$|£|percent|euros?|dollars?|pounds?|EUR|USD|GBP|CHF|kg|km|cm|Prozent|(business |working |calendar )?(days?|weeks?|months?|years?|hours?|minutes?)|Tage?n?|Wochen?|Monate?n?|Jahre?n?|Stunden?|jours?|semaines?|mois|ans|heures?|días?|semanas?|meses|años?|horas?)\b)?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Figures();

    [GeneratedRegex(
        @"\b(guarantee[ds]?|promise[ds]?|free of charge|at no cost|full refund|refund(s|ed)?|compensat(e|ed|ion)|liab(le|ility)|warranty|entitled|legal(ly)?|must|never|always|cancel(led|lation)?|exception(s)?|waive[ds]?"
        + @"|garantier(en|t|e)|kostenlos|Erstattung|erstatten|Entschädigung|haften|Haftung|Gewährleistung|Garantie|Widerruf"
        + @"|garanti(e|r|t)|gratuit(ement|e)?|rembours(er|é|ement)|indemnis\w+|responsab\w+|garantía|garantiza\w*|gratis|gratuit[oa]|reembols\w+|indemniza\w+)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Promises();
}
