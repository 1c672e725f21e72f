using OutlookAssist.Drafting.Checks;
using OutlookAssist.Language;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Drafting;

/// <summary>Holds a draft against what our side has promised in the thread: other numbers for the same thing, or a no where there was a yes, are for a person to settle.</summary>
internal static class BrokenPromises
{
    private const int FewestSharedWords = 2;
    private const double EnoughForNumbers = 0.3;
    private const double EnoughForDenial = 0.6;
    private const int MostReported = 3;
    private const string Measures = "working business days weeks months hours minutes years euros dollars pounds percent Werktage Arbeitstage Tage Wochen Monate Stunden Jahre Prozent jours ouvrables semaines mois heures ans pourcent días laborables semanas meses horas años giorni settimane dias úteis dagen weken maanden";

    /// <summary>One warning for each promise that a sentence of the draft contradicts, with the promise.</summary>
    public static IEnumerable<DraftWarning> In(ReadableMessage mail, IEnumerable<DraftSentence> sentences, string language)
    {
        if (mail.QuotedText.Length == 0)
        {
            return [];
        }

        var said = sentences.Where(sentence => sentence.Support is Support.Cited or Support.Unsupported).Select(sentence => sentence.Text).ToList();
        return said.Count == 0
            ? []
            : [.. ReadThread.Read(mail)
                .Where(turn => IsOurs(turn, mail))
                .SelectMany(turn => turn.Promises)
                .Where(promise => said.Any(sentence => Contradicts(sentence, promise.Text, language)))
                .DistinctBy(promise => promise.Text)
                .Take(MostReported)
                .Select(promise => new DraftWarning("contradicts-thread", "The draft says something else than what was promised before in this thread. Settle it before you send.", new WarningPassage(promise.Text)))];
    }

    /// <summary>Written by somebody who is known and is not the one who writes now.</summary>
    private static bool IsOurs(Turn turn, ReadableMessage mail) =>
        turn.Author is { } author && mail.Message.From is { } sender
        && (author.Address, sender.Address) switch
        {
            ({ Length: > 0 } theirs, { Length: > 0 } own) => !theirs.Equals(own, StringComparison.OrdinalIgnoreCase),
            _ => author.Name is { Length: > 0 } name && sender.Name is { Length: > 0 } known && !name.Equals(known, StringComparison.OrdinalIgnoreCase),
        };

    private static bool Contradicts(string sentence, string promise, string language)
    {
        var (now, before) = (Stems(sentence, language), Stems(promise, language));
        var shared = now.Count(before.Contains);
        if (shared < FewestSharedWords)
        {
            return false;
        }

        var likeness = shared / (double)Math.Min(now.Count, before.Count);
        return (likeness >= EnoughForNumbers && CountsOtherwise(sentence, promise))
            || (likeness >= EnoughForDenial && Denials.Turned(sentence, promise) is not null);
    }

    /// <summary>The same unit, and not one number in common: five days and fourteen days.</summary>
    private static bool CountsOtherwise(string sentence, string promise)
    {
        var before = FactNumbers.Counted(promise).ToLookup(counted => counted.Unit, counted => counted.Number);
        return FactNumbers.Counted(sentence).GroupBy(counted => counted.Unit).Any(now => before.Contains(now.Key) && !now.Any(counted => before[now.Key].Contains(counted.Number)));
    }

    /// <summary>What is spoken of; how much of it there is may differ and does not count.</summary>
    private static HashSet<string> Stems(string text, string language)
    {
        var stems = ContentOf(text, language);
        stems.ExceptWith(ContentOf(Measures, language));
        return stems;
    }

    private static HashSet<string> ContentOf(string text, string language)
    {
        var terms = new List<Term>();
        TextTerms.Analyze(text, language.Split('-')[0], terms);
        return [.. terms.Where(term => !term.IsStopWord && !char.IsDigit(term.Stem[0])).Select(term => term.Stem)];
    }
}
