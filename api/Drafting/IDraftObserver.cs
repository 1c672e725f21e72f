using OutlookAssist.Classification;

namespace OutlookAssist.Drafting;

/// <summary>Somebody who watches a draft come into being; told of sentences only after they are checked.</summary>
internal interface IDraftObserver
{
    /// <summary>reading, searching, writing or checking.</summary>
    Task StageAsync(string name);

    /// <summary>What was understood of the mail.</summary>
    Task ClassificationAsync(MessageClassification classification);

    /// <summary>Everything the draft rests on.</summary>
    Task CitationsAsync(IReadOnlyList<Citation> citations);

    /// <summary>The next sentence, checked.</summary>
    Task SentenceAsync(DraftSentence sentence);
}

/// <summary>Nobody watches.</summary>
internal sealed class Unobserved : IDraftObserver
{
    /// <summary>The only one that is needed.</summary>
    public static readonly Unobserved Instance = new();

    /// <inheritdoc />
    public Task StageAsync(string name) => Task.CompletedTask;

    /// <inheritdoc />
    public Task ClassificationAsync(MessageClassification classification) => Task.CompletedTask;

    /// <inheritdoc />
    public Task CitationsAsync(IReadOnlyList<Citation> citations) => Task.CompletedTask;

    /// <inheritdoc />
    public Task SentenceAsync(DraftSentence sentence) => Task.CompletedTask;
}
