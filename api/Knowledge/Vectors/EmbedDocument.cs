using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.LanguageModels;

namespace OutlookAssist.Knowledge.Vectors;

/// <summary>Names a content that answers by its words and may soon answer by its meaning too.</summary>
internal sealed record DocumentReady(long ContentKey);

/// <summary>Turns the passages of a document into vectors, part by part; what is done stays done, and a model that does not answer is asked again later.</summary>
internal sealed class EmbedDocument(OutlookAssistDatabase database, EmbedTexts embed, ILogger<EmbedDocument> log) : IJobHandler<DocumentReady>
{
    /// <summary>Passages in a part: one transaction, and what a crash can cost.</summary>
    private const int PartSize = 512;

    private static readonly TimeSpan ModelMayBeBack = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public async Task HandleAsync(DocumentReady payload, CancellationToken cancellation)
    {
        if (!embed.IsOn)
        {
            return;
        }

        try
        {
            for (var done = await StoredVectors.CountAsync(database, payload.ContentKey, embed.Space, cancellation); await EmbedPartAsync(payload.ContentKey, done, cancellation) is > 0 and var added; done += added)
            {
            }
        }
        catch (Exception failure) when (failure is ModelFailureException or InvalidDataException)
        {
            EmbeddingLog.Waits(log, ModelMayBeBack.TotalSeconds);
            throw new JobDeferredException(ModelMayBeBack); // The words answer meanwhile.
        }

        await StoredVectors.RemoveOthersAsync(database, payload.ContentKey, embed.Space, cancellation);
    }

    /// <inheritdoc />
    public Task GiveUpAsync(DocumentReady payload, CancellationToken cancellation)
    {
        EmbeddingLog.GivenUp(log, payload.ContentKey);
        return Task.CompletedTask;
    }

    private async Task<int> EmbedPartAsync(long contentKey, int done, CancellationToken cancellation)
    {
        var passages = await database.Set<PassageRow>().AsNoTracking().Where(passage => passage.ContentKey == contentKey)
            .OrderBy(passage => passage.Partition).Skip(done).Take(PartSize).Select(passage => new { passage.Id, passage.Heading, passage.Text }).ToListAsync(cancellation);
        if (passages.Count == 0)
        {
            return 0;
        }

        var vectors = await embed.EmbedAsync([.. passages.Select(passage => $"{passage.Heading}\n{passage.Text}".Trim())], cancellation);
        return await StoredVectors.AddAsync(database, contentKey, embed.Space, done, VectorBlock.Of([.. passages.Select(passage => passage.Id)], vectors), cancellation) > 0 ? passages.Count : 0;
    }
}
