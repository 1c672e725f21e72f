namespace OutlookAssist.Knowledge;

/// <summary>A passage that was found.</summary>
/// <param name="Analysis">The passage, taken apart.</param>
/// <param name="Score">Comparable inside one search.</param>
/// <param name="Relevance">0…1, comparable between searches.</param>
/// <param name="IsNamed">Whether the question names its document, and no other more fully.</param>
internal sealed record FoundPassage(AnalyzedPassage Analysis, double Score, double Relevance, bool IsNamed = false)
{
    /// <summary>The passage itself.</summary>
    public Passage Passage => Analysis.Passage;
}
