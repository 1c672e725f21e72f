using System.Buffers;
using System.Text;

namespace OutlookAssist.Classification;

/// <summary>Takes out of a text what is only polite: a good wish at the beginning and thanks for what is still to come say nothing about how somebody feels or what is wanted.</summary>
internal static class CourtesyFormulas
{
    // What stands before a formula in its own sentence: "I", "I really", "Ich", "Wir".
    private const int LongestBefore = 10;

    // What may still follow: "… for your kind attention".
    private const int LongestAfter = 60;

    private static readonly string[] Formulas =
    [
        "thanks in advance", "thank you in advance", "thank you very much in advance", "many thanks in advance", "thanks a lot in advance", "thanking you in advance",
        "hope you are well", "hope you're well", "hope you are doing well", "hope you're doing well", "hope all is well", "hope this email finds you", "hope this e-mail finds you", "hope this mail finds you", "hope this message finds you", "hope this finds you",
        "thank you for your time", "thank you for your attention", "thank you for your kind attention", "thank you for your understanding", "thanks for your understanding", "thanks for your time",
        "have a nice day", "have a great day", "have a good day", "have a nice weekend", "have a great weekend", "looking forward to your reply", "look forward to your reply", "looking forward to hearing from you", "look forward to hearing from you",
        "vielen dank im voraus", "danke im voraus", "besten dank im voraus", "vielen dank vorab", "danke vorab", "hoffe, es geht ihnen gut", "hoffe es geht ihnen gut", "hoffe, es geht dir gut", "danke für ihr verständnis", "dank für ihr verständnis", "dank für ihre mühe", "schönen tag noch", "schönes wochenende", "freue mich auf ihre antwort",
        "merci d'avance", "merci d’avance", "en vous remerciant par avance", "vous remercie par avance", "vous remercie d'avance", "espère que vous allez bien", "bonne journée", "merci de votre compréhension", "merci pour votre compréhension",
        "gracias de antemano", "gracias por adelantado", "espero que esté bien", "espero que estén bien", "espero que se encuentre bien", "que tenga un buen día", "gracias por su comprensión",
        "grazie in anticipo", "grazie anticipatamente", "spero che stia bene", "buona giornata", "grazie per la comprensione",
        "obrigado desde já", "obrigada desde já", "desde já agradeço", "espero que esteja bem", "tenha um bom dia", "obrigado pela compreensão",
        "alvast bedankt", "bij voorbaat dank", "hopelijk gaat het goed met u", "fijne dag", "bedankt voor uw begrip",
    ];

    // No formula is shorter, and one has a comma of its own.
    private const int ShortestFormula = 9;

    private static readonly SearchValues<string> Found = SearchValues.Create(Formulas, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Ends = SearchValues.Create([".", "!", "?", "\n", ",", ";", ":", " and ", " but ", " und ", " aber ", " et ", " mais ", " y ", " pero ", " e ", " ma ", " mas ", " en ", " maar "], StringComparison.OrdinalIgnoreCase);

    /// <summary>The text without them; the text itself when nothing else would be left.</summary>
    public static string Remove(string text)
    {
        StringBuilder? rest = null;
        var copied = 0;
        for (var at = 0; at < text.Length && text.AsSpan(at).IndexOfAny(Found) is var step && step >= 0;)
        {
            var found = at + step;
            at = found + 1;
            var floor = Math.Max(0, found - LongestBefore - 1);
            var start = floor + text.AsSpan(floor, found - floor).LastIndexOfAny(".!?\n,;:") + 1;
            var behind = text.AsSpan(found + ShortestFormula);
            var length = behind[..Math.Min(behind.Length, LongestAfter)].IndexOfAny(Ends);
            // What goes on for longer than a formula does is no formula.
            if (start < copied || (start == floor && floor > 0) || (length < 0 && behind.Length > LongestAfter))
                continue;
            var end = length < 0 ? text.Length : found + ShortestFormula + length;
            if (end < text.Length && text[end] == '?')
                continue;
            (rest ??= new StringBuilder(text.Length)).Append(text, copied, start - copied);
            at = copied = end < text.Length && text[end] is '.' or '!' or ',' or ';' ? end + 1 : end;
        }

        if (rest is null)
            return text;
        rest.Append(text, copied, text.Length - copied);
        foreach (var chunk in rest.GetChunks())
        {
            foreach (var letter in chunk.Span)
            {
                if (char.IsLetter(letter) && letter != NeutralizePersons.Person)
                    return rest.ToString();
            }
        }

        return text;
    }
}
