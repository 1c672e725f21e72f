using System.Buffers;
using System.Text.RegularExpressions;
using OutlookAssist.Language;

namespace OutlookAssist.Mailboxes;

/// <summary>Finds the sentences in which a writer commits to do something, and by when.</summary>
/// <remarks>Every pattern runs without backtracking, on sentences of bounded length.</remarks>
internal static partial class FindPromises
{
    private const int MostPromises = 50;
    private const int LongestSentence = 600;

    // No promise is without one of these; nearly all other sentences are, and are passed over at once.
    private static readonly SearchValues<string> Marks = SearchValues.Create(
        [
            "will ", "'ll ", "’ll ", "shall ", "going to", "promise", "guarantee", "commit", "undertake", "werde", "erhalten", "erhältst", "bekomm", "wird ", " wir ", "wir ", "ich ", "allons", "vais ", "rons", "rai ", "rai,", "rai.", "rez ", "recevrez",
            "aurez", "serez", "sera ", "seront ", "engage", "garanti", "promet", "vamos", "voy a", "remos", "aré", "eré", "iré", "recibirá", "será", "compromet", "remo", "erò", "rò ", "riceverà", "impegniamo", "rei ", "receberá",
            "zullen", "zal ", "ontvangt", "sturen", "stuur", "betaal", "betalen", "belo", "skickar", "återbetalar", "kommer att", "sender", "refunderer", "vi vil", "wyśl", "zwrócimy", "dostarczymy", "otrzyma",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The promises of a text in its order; a question promises nothing.</summary>
    public static IReadOnlyList<Promise> In(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks))
            return [];
        var promises = new List<Promise>();
        foreach (var span in SentenceSplitter.Split(text))
        {
            if (promises.Count == MostPromises)
                break;
            if (!text.AsSpan(span.Start, span.End - span.Start).ContainsAny(Marks))
                continue;
            var sentence = text[span.Start..span.End].ReplaceLineEndings(" ").Trim();
            if (sentence.Length is < 8 or > LongestSentence || sentence.EndsWith('?') || !Commits(sentence))
                continue;
            var due = Due().Match(sentence);
            promises.Add(new Promise(sentence, due.Success ? due.Value.Trim() : null));
        }

        return promises;
    }

    private static bool Commits(string sentence) =>
        (English().IsMatch(sentence) || German().IsMatch(sentence) || French().IsMatch(sentence) || Spanish().IsMatch(sentence) || Others().IsMatch(sentence))
        && !NoPromise().IsMatch(sentence);

    [GeneratedRegex(@"\b(?:(?:i|we|our team|my colleague|somebody|someone|a technician|the team)(?:['’]ll| will| shall| are going to| am going to|['’]re going to|['’]m going to)|you(?:['’]ll| will) (?:receive|get|have|be (?:refunded|credited|contacted|reimbursed|notified|paid|informed))|(?:will|shall) be (?:refunded|credited|shipped|sent|delivered|replaced|repaired|reimbursed|paid|fixed|processed|dispatched|returned|ready|done)|(?:i|we) (?:hereby )?(?:promise|guarantee|commit|undertake|confirm that (?:i|we) will))\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(?:wir werden|werden wir|ich werde|werde ich|(?:wir|ich) (?:schicken?|senden?|erstatten?|liefern?|überweisen?|ersetzen?|melden?|kümmern?|übernehmen?|tauschen?|reparieren?|veranlassen?|versprechen?|garantieren?|sichern?|sagen? Ihnen)\b|sie (?:erhalten|bekommen)|du (?:erhältst|bekommst)|wird (?:Ihnen )?(?:erstattet|geliefert|ersetzt|verschickt|versendet|zugesandt|überwiesen|gutgeschrieben|repariert)|(?:schicken|senden|erstatten|liefern|überweisen|ersetzen|melden) wir)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex German();

    [GeneratedRegex(@"\b(?:nous allons|je vais|(?:nous|on) (?:vous |te |le |la |les |lui )?\w+(?:rons)\b|je (?:vous |te |le |la |les |lui )?\w+(?:rai)\b|vous (?:recevrez|aurez|serez (?:remboursée?s?|contactée?s?|livrée?s?))|ser(?:a|ont) (?:remboursée?s?|livrée?s?|expédiée?s?|remplacée?s?|envoyée?s?|réparée?s?)|nous (?:nous engageons|vous garantissons|vous promettons)|je (?:vous promets|m['’]engage))", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex French();

    [GeneratedRegex(@"\b(?:vamos a|voy a|(?:le |les |te |lo |la |se lo |nos )?\w+(?:aremos|eremos|iremos)\b|(?:le |les |te |lo |la )\w+(?:aré|eré|iré)\b|(?:enviaré|mandaré|llamaré|devolveré|haré|pagaré|reembolsaré)\b|recibirá|será (?:reembolsad|enviad|entregad|reemplazad|reparad)|(?:le |les )?(?:prometemos|garantizamos|prometo|garantizo)|nos comprometemos|me comprometo)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"\b(?:(?:vi |le |la |lo |ti )?\w+(?:eremo|iremo)\b|(?:invierò|manderò|rimborserò|chiamerò|farò)\b|riceverà|ci impegniamo|(?:enviaremos|reembolsaremos|entregaremos|enviarei|receberá|comprometemo-nos)\b|(?:we|wij) zullen|(?:ik|wij|we) zal|zullen (?:we|wij)|zal ik|u ontvangt|(?:wij|we|ik) (?:sturen?|stuur|betalen?|betaal|beloven?|beloof)\b|vi (?:skickar|återbetalar|kommer att|sender|refunderer|vil)|(?:wyślemy|zwrócimy|dostarczymy|wyślę|otrzyma)\b)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    // Thanks, hopes and absences are in the future too, and commit to nothing.
    [GeneratedRegex(@"\b(?:will (?:be (?:grateful|happy|glad|pleased|out of|away|on leave)|appreciate|need|not be able|have to|assume|wait for your)|['’]ll (?:be (?:grateful|happy|out of|away)|need|have to)|werde[n]? (?:ich |wir )?(?:nicht im büro|abwesend)|würde|serai(?:s)? (?:reconnaissant|absent)|estar[ée] (?:fuera|ausente)|if you (?:don['’]t|do not) .{0,80} (?:i|we)(?:['’]ll| will))", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NoPromise();

    [GeneratedRegex(@"\b(?:by|before|until|within|no later than|bis(?: spätestens)?(?: zum| am)?|innerhalb(?: von)?|spätestens(?: am)?|binnen|noch|am|avant(?: le)?|d['’]ici(?: le| au)?|sous|dans(?: les)?|d['’]ici à|antes del?|en un plazo de|dentro de|hasta(?: el)?|para el|el|entro(?: il)?|até|voor|on|this|next|in) (?:(?:the |the end of |end of |next |this |close of |ende |den |der |dem |la |le |les |fin de |el |los |nächste[nrm]? |kommende[nrm]? |próximo |prochain )*)(?:today|tomorrow|tonight|noon|week|month|business|monday|tuesday|wednesday|thursday|friday|saturday|sunday|heute|morgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|woche|monat|aujourd['’]hui|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|mois|hoy|mañana|lunes|martes|miércoles|jueves|viernes|sábado|domingo|semana|mes|lunedì|martedì|mercoledì|giovedì|venerdì|domani|amanhã|segunda|terça|quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|vrijdag|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2})?|\d{1,4}(?:[./:-]\d{1,4}){0,2}\.?|two|three|five|ten|zwei|drei|fünf|zwölf|deux|trois|dos|tres|cinco)(?: (?:day|week|month|hour|minute|business|working|werktage?|arbeitstage?|tage?|stunde|woche|jour|heure|semaine|mois|día|dia|hora|semana|mes|giorn|or[ae]|dag|week|we|uhr|ouvré|hábil|laborable|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre))\w*){0,2}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Due();
}
