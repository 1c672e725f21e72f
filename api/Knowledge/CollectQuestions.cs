using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Mailboxes;
using OutlookAssist.Protection;

namespace OutlookAssist.Knowledge;

/// <summary>Notes the questions of a draft, masked, in the same transaction as the draft; grouping them is left to a job.</summary>
internal sealed class CollectQuestions(OutlookAssistDatabase database, ContentCipher cipher, JobQueue jobs, TimeProvider time)
{
    /// <summary>Adds to the context what the caller is about to save; the caller's transaction holds the write lock.</summary>
    public async Task AddAsync(string organisation, string language, ReadableMessage mail, IReadOnlyCollection<string> open, IReadOnlyCollection<string> answered, CancellationToken cancellation)
    {
        // An answer matters only where something is open that it may close.
        var closing = answered.Count > 0 && await database.Set<KnowledgeGap>().AnyAsync(gap => gap.Organisation == organisation && !gap.Dismissed, cancellation) ? answered : [];
        if (open.Count + closing.Count == 0)
        {
            return;
        }

        var id = await database.NextKeyAsync("AskedQuestions", cancellation);
        foreach (var (text, isAnswered) in open.Select(text => (text, false)).Concat(closing.Select(text => (text, true))))
        {
            database.Add(new AskedQuestion
            {
                Id = id,
                Organisation = organisation,
                Text = cipher.SealText(organisation, KnowledgeGapTable.Asked.PlaceOf(id++), MaskQuestion.Mask(text, mail)),
                Language = language,
                Answered = isAnswered,
                AskedTicks = time.GetUtcNow().Ticks,
            });
        }

        // Many drafts ask while one job waits: it takes all their questions along.
        await jobs.EnqueueOnceAsync(database, new QuestionsAsked(organisation), cancellation);
    }
}
