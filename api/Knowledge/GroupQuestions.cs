using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;

namespace OutlookAssist.Knowledge;

/// <summary>Names an organisation whose drafts met questions that are not grouped yet.</summary>
internal sealed record QuestionsAsked(string Organisation);

/// <summary>Puts each noted question into the gap that it is most alike, opens a new gap where there is none, and closes a gap that a draft has answered.</summary>
internal sealed class GroupQuestions(OutlookAssistDatabase database, KnowledgeNews news) : IJobHandler<QuestionsAsked>
{
    private const int MostGaps = 2_000;
    private const int MostWordings = 5;

    /// <inheritdoc />
    public async Task HandleAsync(QuestionsAsked payload, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var asked = await database.Set<AskedQuestion>().Where(question => question.Organisation == payload.Organisation).OrderBy(question => question.Id).ToListAsync(cancellation);
        if (asked.Count == 0)
        {
            return; // A job before this one took them along.
        }

        var gaps = (await database.Set<KnowledgeGap>().Where(gap => gap.Organisation == payload.Organisation).ToListAsync(cancellation))
            .Select(gap => (Gap: gap, Stems: (IReadOnlySet<string>)gap.Stems.Split(' ').ToHashSet(StringComparer.Ordinal))).ToList();
        foreach (var question in asked)
        {
            var stems = QuestionLikeness.Stems(question.Text, question.Language);
            var (nearest, likeness) = gaps.Select(gap => (gap, Likeness: QuestionLikeness.Between(gap.Stems, stems))).OrderByDescending(found => found.Likeness).FirstOrDefault();
            var known = likeness >= QuestionLikeness.Same;
            if (question.Answered && known)
            {
                database.Remove(nearest.Gap);
                gaps.Remove(nearest);
            }
            else if (known)
            {
                Count(nearest.Gap, question);
            }
            else if (!question.Answered)
            {
                gaps.Add((Open(question, stems), stems));
            }
        }

        database.RemoveRange(asked);
        database.RemoveRange(gaps.Select(gap => gap.Gap).OrderByDescending(gap => gap.Count).ThenByDescending(gap => gap.LastTicks).Skip(MostGaps).ToList());
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await news.GapsChangedAsync(payload.Organisation, cancellation);
    }

    private KnowledgeGap Open(AskedQuestion question, HashSet<string> stems)
    {
        var gap = new KnowledgeGap
        {
            Organisation = question.Organisation,
            Question = question.Text,
            Language = question.Language,
            Stems = string.Join(' ', stems),
            Wordings = "[]",
            Count = 1,
            FirstTicks = question.AskedTicks,
            LastTicks = question.AskedTicks,
        };
        database.Add(gap);
        return gap;
    }

    private static void Count(KnowledgeGap gap, AskedQuestion question)
    {
        gap.Count++;
        gap.LastTicks = Math.Max(gap.LastTicks, question.AskedTicks);
        var wordings = JsonSerializer.Deserialize<List<string>>(gap.Wordings)!;
        if (!wordings.Append(gap.Question).Contains(question.Text, StringComparer.OrdinalIgnoreCase))
        {
            gap.Wordings = JsonSerializer.Serialize(wordings.Append(question.Text).TakeLast(MostWordings));
        }
    }
}
