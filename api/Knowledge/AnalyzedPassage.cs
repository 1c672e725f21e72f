using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>A passage with its sentences and stems taken apart once, so that ranking and quoting need not do it again.</summary>
internal sealed class AnalyzedPassage
{
    private AnalyzedPassage(Passage passage, int[] title, int[] subject, int[] path, int[] heading, AnalyzedSentence[] sentences, IReadOnlyList<ShortForm> shortForms)
    {
        Passage = passage;
        Title = title;
        Subject = subject;
        Path = path;
        Heading = heading;
        Sentences = sentences;
        ShortForms = shortForms;
        Length = sentences.Sum(sentence => sentence.Terms.Length);
    }

    /// <summary>What was analysed.</summary>
    public Passage Passage { get; }

    /// <summary>Keys of the stems of the document's title and name.</summary>
    public int[] Title { get; }

    /// <summary>Keys of the stems of the outermost headings, which say what the whole document is about.</summary>
    public int[] Subject { get; }

    /// <summary>Keys of the stems of all headings in force.</summary>
    public int[] Path { get; }

    /// <summary>Keys of the stems of the innermost heading.</summary>
    public int[] Heading { get; }

    /// <summary>The sentences of the text, in order.</summary>
    public AnalyzedSentence[] Sentences { get; }

    /// <summary>The short forms that the text explains.</summary>
    public IReadOnlyList<ShortForm> ShortForms { get; }

    /// <summary>Stems in the text, stop words left out.</summary>
    public int Length { get; }

    /// <summary>About the bytes that it holds.</summary>
    public long Size => 400 + (2 * (Passage.Text.Length + Passage.Heading.Length)) + (56 * Sentences.Length) + (4 * (Length + Title.Length + Path.Length + Heading.Length + Subject.Length));

    /// <summary>Takes a passage apart.</summary>
    public static AnalyzedPassage Of(Passage passage)
    {
        var terms = new List<Term>();
        var sentences = Lines(passage.Text)
            .SelectMany(line => SentenceSplitter.Split(passage.Text.Substring(line.Start, line.Length)).Select(span => span with { Start = line.Start + span.Start }))
            .Select(span => new AnalyzedSentence(span.Start, span.Length, Keys(passage.Text.Substring(span.Start, span.Length), passage.Language, terms)))
            .ToArray();
        return new AnalyzedPassage(
            passage,
            Keys($"{passage.Title} {System.IO.Path.GetFileNameWithoutExtension(passage.DocumentName).Replace('_', ' ')}", passage.Language, terms),
            Keys(HeadingPath.Outermost(passage.Heading), passage.Language, terms),
            Keys(passage.Heading, passage.Language, terms),
            Keys(HeadingPath.Innermost(passage.Heading), passage.Language, terms),
            sentences,
            ShortForm.In(passage.Text, passage.Language));
    }

    /// <summary>A stem as a number: 32 bits of FNV-1a, the same in every run; two of a passage's hundred stems meet once in millions of passages.</summary>
    public static int KeyOf(string stem)
    {
        var hash = 2166136261u;
        foreach (var character in stem)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return (int)hash;
    }

    /// <summary>A line feed in a passage stands between paragraphs, headings, items and rows, so no sentence crosses it.</summary>
    private static IEnumerable<TextSpan> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                yield return new TextSpan(start, end - start);
            }

            start = end + 1;
        }
    }

    private static int[] Keys(string text, string language, List<Term> terms)
    {
        terms.Clear();
        TextTerms.Analyze(text, language, terms);
        return [.. terms.Where(term => !term.IsStopWord).Select(term => KeyOf(term.Stem))];
    }
}

/// <summary>A sentence as a range of its passage's text, with the keys of its stems in order, stop words left out.</summary>
internal sealed record AnalyzedSentence(int Start, int Length, int[] Terms);
