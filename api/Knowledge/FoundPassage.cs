namespace OutlookAssist.Knowledge;

/// <summary>A passage that was found.</summary>
/// <param name="Analysis">The passage, taken apart.</param>
/// <param name="Score">Comparable inside one search.</param>
/// <param name="Relevance">0…1, comparable between searches.</param>
internal sealed record FoundPassage(AnalyzedPassage Analysis, double Score, double Relevance)
{
    /// <summary>The passage itself.</summary>
    public Passage Passage => Analysis.Passage;
}
