using OutlookAssist.Language;

namespace OutlookAssist.Classification;

/// <summary>Finds every question and request in what a person wrote, so that a reply can answer each of them.</summary>
internal static class FindRequests
{
    // Longer sentences without a question mark are narrative that happens to begin like a question.
    private const int LongestUnmarkedQuestion = 40;
    private const int LongestSalutation = 60;
    private const int LongestListMark = 24;

    private static readonly PhraseSet Connectors = ["and", "but", "so", "then", "also", "or", "just", "und", "aber", "oder", "dann", "et", "mais", "y", "pero", "e", "ma", "mas", "en", "maar", "please", "bitte", "now", "well", "ok", "okay", "finally", "lastly", "secondly", "firstly", "first", "second", "plus"];

    private static readonly PhraseSet Tags = ["ok", "okay", "right", "really", "yes", "no", "deal", "huh", "hm", "alright", "sure", "correct", "see", "oder", "ja", "nein", "nicht wahr", "stimmt's", "d'accord", "non", "oui", "vale", "verdad", "vero", "certo", "né", "toch"];

    // What may stand between the words of a known phrase: "I would also like to know", "ich würde auch gerne wissen".
    private static readonly PhraseSet Fillers =
        ["also", "just", "really", "only", "additionally", "furthermore", "too", "auch", "außerdem", "zudem", "noch", "nur", "aussi", "également", "juste", "también", "además", "solo", "anche", "inoltre", "também", "ainda", "ook", "nog", "graag"];

    private static readonly PhraseSet SelfWords =
        ["me", "us", "my", "our", "mir", "mich", "uns", "mein*", "unser*", "moi", "nous", "mon", "ma", "mes", "notre", "nos", "mi", "mis", "nuestr*", "ci", "mio", "mia", "nostr*", "meu", "minha", "nosso*", "mij", "ons", "mijn", "onze"];

    /// <summary>The questions and requests of a text, in its order; a general plea for help only when nothing concrete stands beside it.</summary>
    /// <param name="newText">What the writer says now; offsets in the result are UTF-16 code units of it.</param>
    /// <param name="language">A BCP 47 tag; wordings are known in en, de, fr, es, it, pt and nl, question marks in every language.</param>
    public static IReadOnlyList<MailRequest> Find(string newText, string language)
    {
        var phrases = RequestPhrases.For(language);
        var concrete = new List<MailRequest>();
        MailRequest? general = null;
        var texts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        RequestKind? listKind = null;
        var (line, read) = (0, 0);
        foreach (var span in SentenceSplitter.Split(newText))
        {
            // Looked for from the sentence before: a stranger's mail may be one endless line.
            line = newText.AsSpan(read, span.Start - read).LastIndexOf('\n') is >= 0 and var lineBreak ? read + lineBreak + 1 : line;
            read = span.Start;
            var sentence = Trim(newText, line, span.Start, span.Start + span.Length, phrases, out var isItem);
            if (sentence.Length == 0)
                continue;
            var clauses = KeepMeaning(newText, sentence, phrases, out var folded);
            var isList = newText[sentence.End - 1] is ':' or '：';
            var judged = clauses.Length == 0 ? default : Judge(folded, EndsInQuestionMark(newText, clauses), phrases);
            if (judged.Kind is null && clauses.Length > 0 && Fillers.IsIn(folded))
                judged = Judge(Fillers.RemoveFrom(folded), hasMark: false, phrases);
            if (isItem && listKind is { } kind && judged.Kind is null && clauses.Length > 0)
                judged = (kind, false);
            else if (!isItem)
                listKind = null;
            if (judged.Kind is null)
                continue;

            var request = new MailRequest(newText.Substring(clauses.Start, clauses.Length), clauses.Start, clauses.Length, judged.Kind.Value);
            // "Could you tell me the following:" is answered by answering the list below it.
            if (isList)
                listKind = request.Kind;
            if (judged.IsGeneral || isList)
                general ??= request;
            else if (texts.Add(request.Text))
                concrete.Add(request);
        }

        return concrete.Count > 0 || general is null ? concrete : [general];
    }

    private static (RequestKind? Kind, bool IsGeneral) Judge(string folded, bool hasMark, RequestPhrases phrases)
    {
        if (folded.Length <= 1 || phrases.EmptyOffers.IsIn(folded))
            return default;
        while (Connectors.Starts(folded) && folded.IndexOf(' ', 1) is var end && end < folded.Length - 1 && !phrases.Imperatives.Starts(folded) && !phrases.Openers.Starts(folded))
        {
            if (folded.StartsWith(" please ", StringComparison.Ordinal) || folded.StartsWith(" bitte ", StringComparison.Ordinal))
                break;
            folded = folded[end..];
        }

        var words = folded.AsSpan().Count(' ') - 1;
        if (hasMark && words <= 2 && Tags.Starts(folded))
            return default;
        var isIndirect = phrases.Indirect.IsIn(folded);
        var isRequest = phrases.Requests.IsIn(folded) || phrases.Imperatives.Starts(folded);
        var isQuestion = hasMark || isIndirect || (words is >= 3 and <= LongestUnmarkedQuestion && phrases.Openers.Starts(folded));
        if (!isQuestion && !isRequest)
            return default;
        var isDeed = isRequest && !isIndirect && (!isQuestion || SelfWords.IsIn(folded));
        return (isDeed ? RequestKind.Request : RequestKind.Question, IsGeneral(folded, phrases));
    }

    /// <summary>Nothing but the plea: no word is left that says what it is about.</summary>
    private static bool IsGeneral(string folded, RequestPhrases phrases)
    {
        if (!phrases.General.IsIn(folded))
            return false;
        var rest = phrases.Requests.RemoveFrom(phrases.General.RemoveFrom(folded));
        var telling = 0;
        foreach (var range in rest.AsSpan().Split(' '))
            telling += rest[range].Length > 4 ? 1 : 0;
        return telling <= 1;
    }

    /// <summary>Takes list marks and a salutation off the front of a sentence.</summary>
    private static Stretch Trim(string text, int line, int start, int end, RequestPhrases phrases, out bool isItem)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        var mark = ListMarkLength(text.AsSpan(start, end - start));
        isItem = mark > 0 || StandsBehindBullet(text, line, start);
        start += mark;
        var head = text.AsSpan(start, Math.Min(end - start, LongestSalutation));
        if (phrases.Greetings.Starts(PhraseSet.Fold(head)))
        {
            var stop = head.IndexOfAny(",!\n:");
            if (stop < 0 && head.Length == end - start && head.Count(' ') <= 4 && head[^1] != '?')
                return new Stretch(end, end);
            if (stop >= 0)
                start += stop + 1;
        }

        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or '-' or '–' or '"' or '“' or '¡'))
            start++;
        return new Stretch(start, end);
    }

    /// <summary>The splitter leaves bullets out of its sentences.</summary>
    private static bool StandsBehindBullet(string text, int line, int start)
    {
        var before = text.AsSpan(line, Math.Max(0, start - line)).TrimStart();
        return line < start && ListMarkLength($"{before[..Math.Min(before.Length, LongestListMark)]}x y") > 0;
    }

    /// <summary>"- ", "• ", "1. ", "2) ", "(a) ", "Q1: ".</summary>
    private static int ListMarkLength(ReadOnlySpan<char> text)
    {
        if (text.Length > 2 && text[0] is '-' or '*' or '•' or '·' or '–' or '+' or '►' or '▪' or '◦' && text[1] is ' ' or '\t')
            return 2 + CountSpaces(text[2..]);
        var at = text.Length > 0 && text[0] == '(' ? 1 : 0;
        if (at < text.Length && text[at] is 'Q' or 'q' && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] == ':'))
            at++;
        var digits = at;
        while (digits < text.Length && digits < at + 2 && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits == at && at < text.Length && char.IsAsciiLetterLower(text[at]))
            digits++;
        if (digits >= text.Length - 1 || text[digits] is not ('.' or ')' or ':' or '/') || !char.IsWhiteSpace(text[digits + 1]))
            return 0;
        return digits + 1 + CountSpaces(text[(digits + 1)..]);
    }

    private static int CountSpaces(ReadOnlySpan<char> text) => text.Length - text.TrimStart().Length;

    /// <summary>The sentence without leading and trailing clauses that are only polite, and its words without any polite clause.</summary>
    private static Stretch KeepMeaning(string text, Stretch sentence, RequestPhrases phrases, out string folded)
    {
        var whole = PhraseSet.Fold(text.AsSpan(sentence.Start, sentence.Length));
        folded = whole;
        if (!phrases.Courtesies.IsIn(whole))
            return sentence;
        int first = -1, last = -1;
        var kept = new System.Text.StringBuilder();
        var from = sentence.Start;
        while (from < sentence.End)
        {
            var stop = text.AsSpan(from, sentence.End - from).IndexOfAny(",;:–");
            var end = stop < 0 ? sentence.End : from + stop + 1;
            var clause = PhraseSet.Fold(text.AsSpan(from, end - from));
            if (clause.Length > 1 && !phrases.Courtesies.IsIn(clause))
            {
                kept.Append(clause);
                first = first < 0 ? from : first;
                last = end;
            }

            from = end;
        }

        folded = kept.Replace("  ", " ").ToString();
        if (first < 0)
            return new Stretch(sentence.End, sentence.End);
        while (first < last && char.IsWhiteSpace(text[first]))
            first++;
        if (last < sentence.End)
            last = first + text.AsSpan(first, last - first).TrimEnd(" ,;:–").Length;
        return new Stretch(first, last);
    }

    private static bool EndsInQuestionMark(string text, Stretch sentence)
    {
        var end = text.AsSpan(sentence.Start, sentence.Length).TrimEnd("\"'”’») !.\n");
        return !end.IsEmpty && end[^1] is '?' or '？' or '؟' or ';' && (end[^1] != ';' || end.ContainsAnyInRange('Α', 'ω'));
    }

    private readonly record struct Stretch(int Start, int End)
    {
        public int Length => End - Start;
    }
}

/// <summary>Something that a mail asks for; the text stands verbatim in it at these UTF-16 offsets.</summary>
internal sealed record MailRequest(string Text, int Start, int Length, RequestKind Kind);

/// <summary>What kind of answer is expected.</summary>
internal enum RequestKind
{
    /// <summary>Something to be said.</summary>
    Question,

    /// <summary>Something to be done.</summary>
    Request,
}
