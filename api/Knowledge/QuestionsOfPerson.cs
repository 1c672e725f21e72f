using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;

namespace OutlookAssist.Knowledge;

/// <summary>The questions that a person's mails left open, in their wording; a gap that others asked too stays in theirs.</summary>
internal sealed class QuestionsOfPerson(OutlookAssistDatabase database, ContentCipher cipher, PersonMark marks, KnowledgeNews news) : IPersonRecords
{
    /// <inheritdoc />
    public string Name => "gaps";

    /// <inheritdoc />
    public async Task<int> EraseAsync(string organisation, string address, CancellationToken cancellation)
    {
        var mark = marks.Of(organisation, address);
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var asked = (await AskedAsync(organisation, cancellation)).Where(question => IsTheirs(TextOf(question), question.Correspondent, mark, address)).ToList();
        database.RemoveRange(asked);
        var erased = asked.Count;
        foreach (var gap in await GapsAsync(organisation, cancellation))
        {
            var wordings = GapWordings.Of(gap, cipher);
            var others = wordings.Where(wording => !IsTheirs(wording.Text, wording.Asker, mark, address)).ToList();
            erased += wordings.Count - others.Count;
            if (others.Count == 0)
            {
                database.Remove(gap);
            }
            else if (others.Count < wordings.Count)
            {
                GapWordings.Write(gap, others, cipher);
                gap.Stems = cipher.SealText(gap.Organisation, KnowledgeGapTable.Stems.PlaceOf(gap.Id), string.Join(' ', QuestionLikeness.Stems(others[0].Text, gap.Language)));
            }
        }

        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await news.GapsChangedAsync(organisation, cancellation);
        return erased;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonRecord> ExportAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var mark = marks.Of(organisation, address);
        foreach (var question in (await AskedAsync(organisation, cancellation)).Where(question => IsTheirs(TextOf(question), question.Correspondent, mark, address)))
        {
            yield return PersonRecord.Json($"asked-{question.Id}", new { text = TextOf(question), question.Language });
        }

        foreach (var gap in await GapsAsync(organisation, cancellation))
        {
            var theirs = GapWordings.Of(gap, cipher).Where(wording => IsTheirs(wording.Text, wording.Asker, mark, address)).Select(wording => wording.Text).ToList();
            if (theirs.Count > 0)
            {
                yield return PersonRecord.Json($"{gap.Id}", new { wordings = theirs, gap.Language });
            }
        }
    }

    private string TextOf(AskedQuestion question) => cipher.OpenText(question.Organisation, KnowledgeGapTable.Asked.PlaceOf(question.Id), question.Text);

    private static bool IsTheirs(string text, string asker, string mark, string address) => asker == mark || PersonAddress.IsIn(text, address);

    private Task<List<AskedQuestion>> AskedAsync(string organisation, CancellationToken cancellation) =>
        database.Set<AskedQuestion>().Where(question => question.Organisation == organisation).ToListAsync(cancellation);

    private Task<List<KnowledgeGap>> GapsAsync(string organisation, CancellationToken cancellation) =>
        database.Set<KnowledgeGap>().Where(gap => gap.Organisation == organisation).ToListAsync(cancellation);
}

/// <summary>Lets questions end that nobody has asked for long.</summary>
internal sealed class OldQuestions(OutlookAssistDatabase database) : IRetainedRecords
{
    /// <inheritdoc />
    public string Class => RetentionClass.Gaps;

    /// <inheritdoc />
    public Task<int> PurgeAsync(string organisation, DateTimeOffset before, CancellationToken cancellation) => database.ExecuteAsync(
        "DELETE FROM AskedQuestions WHERE Organisation = $organisation AND AskedTicks < $before; DELETE FROM KnowledgeGaps WHERE Organisation = $organisation AND LastTicks < $before",
        cancellation, ("$organisation", organisation), ("$before", before.UtcTicks));
}
