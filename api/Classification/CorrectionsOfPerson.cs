using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;

namespace OutlookAssist.Classification;

/// <summary>The corrections of a person's mails, and what was learned from them; judgements in memory are made anew.</summary>
internal sealed class CorrectionsOfPerson(OutlookAssistDatabase database, ContentCipher cipher, KnownTriage known, PersonMark marks) : IPersonRecords
{
    /// <inheritdoc />
    public string Name => "corrections";

    /// <inheritdoc />
    public async Task<int> EraseAsync(string organisation, string address, CancellationToken cancellation)
    {
        var theirs = await FindAsync(organisation, address, cancellation);
        foreach (var correction in theirs)
        {
            await database.ExecuteAsync("DELETE FROM ClassificationCorrections WHERE Id = $id", cancellation, ("$id", correction.Id));
        }

        known.Forget(organisation);
        return theirs.Count;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonRecord> ExportAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var correction in await FindAsync(organisation, address, cancellation))
        {
            yield return PersonRecord.Json($"{correction.Id}", CorrectionView.Of(correction));
        }
    }

    private async Task<List<StoredCorrection>> FindAsync(string organisation, string address, CancellationToken cancellation)
    {
        var mark = marks.Of(organisation, address);
        var all = StoredCorrectionTable.Open(await database.Set<StoredCorrection>().AsNoTracking().Where(correction => correction.Organisation == organisation).ToListAsync(cancellation), cipher);
        return [.. all.Where(correction => correction.Correspondent == mark || PersonAddress.IsIn(correction.Subject, address) || PersonAddress.IsIn(correction.Text, address))];
    }
}

/// <summary>Lets corrections end when their time is over.</summary>
internal sealed class OldCorrections(OutlookAssistDatabase database, KnownTriage known) : IRetainedRecords
{
    /// <inheritdoc />
    public string Class => RetentionClass.Corrections;

    /// <inheritdoc />
    public async Task<int> PurgeAsync(string organisation, DateTimeOffset before, CancellationToken cancellation)
    {
        var removed = await database.ExecuteAsync("DELETE FROM ClassificationCorrections WHERE Organisation = $organisation AND CreatedTicks < $before", cancellation, ("$organisation", organisation), ("$before", before.UtcTicks));
        known.Forget(organisation);
        return removed;
    }
}
