using Microsoft.Extensions.Caching.Memory;
using OutlookAssist.LanguageModels;

namespace OutlookAssist.Knowledge.Vectors;

/// <summary>Turns a question into a vector while a person waits: a model that is slow or away is left out.</summary>
internal sealed class EmbedQuestion(EmbedTexts embed, TimeProvider clock, ILogger<EmbedQuestion> log) : IDisposable
{
    private const int Remembered = 1_000;
    private const int LongestQuestion = 8_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly MemoryCache _vectors = new(new MemoryCacheOptions { SizeLimit = Remembered });
    private long _pausedUntil;

    /// <summary>The vector, or null without a model or when it does not answer in time; then it is left alone for half a minute.</summary>
    public async Task<QuestionVector?> EmbedAsync(string question, CancellationToken cancellation)
    {
        if (!embed.IsOn || clock.GetUtcNow().Ticks < Interlocked.Read(ref _pausedUntil))
        {
            return null;
        }

        var text = question.Length > LongestQuestion ? question[..LongestQuestion] : question;
        if (_vectors.TryGetValue(text, out QuestionVector? known))
        {
            return known;
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var vectors = await embed.EmbedAsync([text], either.Token);
            return _vectors.Set(text, new QuestionVector(embed.Space, vectors[0]), new MemoryCacheEntryOptions { Size = 1 });
        }
        catch (Exception failure) when (failure is ModelFailureException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            Interlocked.Exchange(ref _pausedUntil, (clock.GetUtcNow() + Pause).Ticks);
            EmbeddingLog.WordsOnly(log);
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _vectors.Dispose();
}
