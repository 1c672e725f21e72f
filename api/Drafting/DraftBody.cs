using OutlookAssist.Drafting.Composers;

namespace OutlookAssist.Drafting;

/// <summary>The body of a draft while it grows: every sentence is judged, numbered and only then shown.</summary>
internal sealed class DraftBody(IDraftObserver observer, string language)
{
    private readonly CitationList _citations = new(language);
    private readonly List<List<DraftSentence>> _paragraphs = [];

    /// <summary>The paragraphs so far.</summary>
    public IReadOnlyList<IReadOnlyList<DraftSentence>> Paragraphs => _paragraphs;

    /// <summary>The citations so far.</summary>
    public IReadOnlyList<Citation> Citations => _citations.All;

    /// <summary>Whether every source speaks the language.</summary>
    public bool AreSourcesInLanguage => _citations.AreInLanguage;

    /// <summary>Adds whole paragraphs at once: their citations are told before their sentences.</summary>
    public async Task AddAsync(IEnumerable<ComposedParagraph> paragraphs)
    {
        var known = _citations.All.Count;
        var added = paragraphs.Select(paragraph => paragraph.Sentences.Select(_citations.Check).ToList()).ToList();
        if (_citations.All.Count > known)
        {
            await observer.CitationsAsync(_citations.All);
        }

        foreach (var paragraph in added)
        {
            _paragraphs.Add(paragraph);
            foreach (var sentence in paragraph)
            {
                await observer.SentenceAsync(sentence);
            }
        }
    }

    /// <summary>Adds one sentence to the last paragraph, or to a new one.</summary>
    public async Task AddAsync(ComposedSentence sentence, bool inNewParagraph)
    {
        var known = _citations.All.Count;
        var judged = _citations.Check(sentence);
        if (inNewParagraph || _paragraphs.Count == 0)
        {
            _paragraphs.Add([]);
        }

        _paragraphs[^1].Add(judged);
        if (_citations.All.Count > known)
        {
            await observer.CitationsAsync(_citations.All);
        }

        await observer.SentenceAsync(judged);
    }
}
