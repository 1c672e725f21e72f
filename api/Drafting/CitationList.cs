using OutlookAssist.Drafting.Checks;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Drafting.SavedReplies;

namespace OutlookAssist.Drafting;

/// <summary>Numbers the quotations of a draft as its sentences pass the guard; equal quotations share a number.</summary>
internal sealed class CitationList(string language)
{
    private readonly List<Citation> _citations = [];
    private readonly List<string> _languages = [];

    /// <summary>The citations so far.</summary>
    public IReadOnlyList<Citation> All => _citations;

    /// <summary>The sentence as it may be shown, its quotation numbered when it holds.</summary>
    public DraftSentence Check(ComposedSentence sentence)
    {
        var support = DraftGuard.Judge(sentence);
        return new DraftSentence(sentence.Text, support == Support.Cited ? [MarkerOf(sentence.Source!)] : [], support, RiskySpots.In(sentence.Text, support, language));
    }

    /// <summary>Whether every source speaks the language.</summary>
    public bool AreInLanguage => _languages.All(spoken => spoken == "und" || spoken == language.Split('-')[0]);

    private int MarkerOf(Quotation quotation)
    {
        var passage = quotation.Found.Passage;
        var known = _citations.Find(citation => citation.DocumentId == passage.DocumentId && citation.Partition == passage.Partition && citation.Quote == quotation.Quote);
        if (known is null)
        {
            known = new Citation(_citations.Count + 1, passage.DocumentId, passage.DocumentName, passage.Page, passage.Partition, quotation.Quote, quotation.Found.Relevance, SavedReplySource.Is(passage) ? "saved-reply" : "document");
            _citations.Add(known);
            _languages.Add(passage.Language);
        }

        return known.Marker;
    }
}
