using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Protection;

namespace OutlookAssist.Knowledge;

/// <summary>Names an organisation whose drafts met questions that are not grouped yet.</summary>
internal sealed record QuestionsAsked(string Organisation);

/// <summary>Puts each noted question into the gap that it is most alike, opens a new gap where there is none, and closes a gap that a draft has answered.</summary>
internal sealed class GroupQuestions(OutlookAssistDatabase database, ContentCipher cipher, KnowledgeNews news) : IJobHandler<QuestionsAsked>
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
            .Select(gap => (Gap: gap, Stems: (IReadOnlySet<string>)Open(KnowledgeGapTable.Stems, gap, gap.Stems).Split(' ').ToHashSet(StringComparer.Ordinal))).ToList();
        var next = await database.NextKeyAsync("KnowledgeGaps", cancellation);
        foreach (var question in asked)
        {
            var text = cipher.OpenText(question.Organisation, KnowledgeGapTable.Asked.PlaceOf(question.Id), question.Text);
            var stems = QuestionLikeness.Stems(text, question.Language);
            var (nearest, likeness) = gaps.Select(gap => (gap, Likeness: QuestionLikeness.Between(gap.Stems, stems))).OrderByDescending(found => found.Likeness).FirstOrDefault();
            var known = likeness >= QuestionLikeness.Same;
            if (question.Answered && known)
            {
                database.Remove(nearest.Gap);
                gaps.Remove(nearest);
            }
            else if (known)
            {
                Count(nearest.Gap, question, text);
            }
            else if (!question.Answered)
            {
                gaps.Add((Begin(next++, question, text, stems), stems));
            }
        }

        database.RemoveRange(asked);
        database.RemoveRange(gaps.Select(gap => gap.Gap).OrderByDescending(gap => gap.Count).ThenByDescending(gap => gap.LastTicks).Skip(MostGaps).ToList());
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await news.GapsChangedAsync(payload.Organisation, cancellation);
    }

    private KnowledgeGap Begin(long id, AskedQuestion question, string text, HashSet<string> stems)
    {
        string Seal(SealedColumn column, string plain) => cipher.SealText(question.Organisation, column.PlaceOf(id), plain);
        var gap = new KnowledgeGap
        {
            Id = id,
            Organisation = question.Organisation,
            Question = Seal(KnowledgeGapTable.Question, text),
            Language = question.Language,
            Stems = Seal(KnowledgeGapTable.Stems, string.Join(' ', stems)),
            Wordings = Seal(KnowledgeGapTable.Wordings, "[]"),
            Askers = JsonSerializer.Serialize(new[] { question.Correspondent }),
            Count = 1,
            FirstTicks = question.AskedTicks,
            LastTicks = question.AskedTicks,
        };
        database.Add(gap);
        return gap;
    }

    private string Open(SealedColumn column, KnowledgeGap gap, string value) => cipher.OpenText(gap.Organisation, column.PlaceOf(gap.Id), value);

    private void Count(KnowledgeGap gap, AskedQuestion question, string text)
    {
        gap.Count++;
        gap.LastTicks = Math.Max(gap.LastTicks, question.AskedTicks);
        var wordings = GapWordings.Of(gap, cipher);
        if (!wordings.Exists(wording => wording.Text.Equals(text, StringComparison.OrdinalIgnoreCase)))
        {
            GapWordings.Write(gap, [wordings[0], .. wordings.Skip(1).Append((text, question.Correspondent)).TakeLast(MostWordings)], cipher);
        }
    }
}
