using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Classification.Models;
using OutlookAssist.Data;
using OutlookAssist.Protection;

namespace OutlookAssist.Classification;

/// <summary>Keeps what each organisation has told us ready in memory: read from the database once, replaced when it changes, and never another organisation's.</summary>
internal sealed class KnownTriage(IServiceScopeFactory scopes, ContentCipher cipher)
{
    private readonly ConcurrentDictionary<string, OrganisationTriage> known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim loading = new(1, 1);

    /// <summary>What applies to this organisation's mail.</summary>
    public ValueTask<OrganisationTriage> ForAsync(string organisation, CancellationToken cancellation) =>
        known.TryGetValue(organisation, out var triage) ? ValueTask.FromResult(triage) : LoadAsync(organisation, cancellation);

    /// <summary>Reads it again at the next mail: what was stored has changed.</summary>
    public void Forget(string organisation) => known.TryRemove(organisation, out _);

    private async ValueTask<OrganisationTriage> LoadAsync(string organisation, CancellationToken cancellation)
    {
        await loading.WaitAsync(cancellation);
        try
        {
            if (known.TryGetValue(organisation, out var present))
                return present;
            using var scope = scopes.CreateScope();
            var database = scope.ServiceProvider.GetRequiredService<OutlookAssistDatabase>();
            var stored = await database.Set<StoredLabels>().AsNoTracking().FirstOrDefaultAsync(labels => labels.Organisation == organisation, cancellation);
            if (stored is not null)
                StoredLabelsTable.Open(stored, cipher);
            var triage = stored is null ? new OrganisationTriage(null, null, new OwnUrgencyRules([])) : Read(stored);
            var corrections = StoredCorrectionTable.Open(
                await database.Set<StoredCorrection>().AsNoTracking().Where(row => row.Organisation == organisation && !row.Refused).OrderBy(row => row.Id).ToListAsync(cancellation), cipher);
            return known[organisation] = corrections.Count == 0 ? triage : new OrganisationTriage(triage.Categories, triage.Intents, triage.Rules, new CorrectionLayer(corrections, triage));
        }
        finally
        {
            loading.Release();
        }
    }

    private static OrganisationTriage Read(StoredLabels stored)
    {
        var configuration = JsonSerializer.Deserialize<LabelConfiguration>(stored.Configuration, JsonSerializerOptions.Web)!;
        return new OrganisationTriage(
            ReadOrLearn(stored.Categories, configuration.Categories),
            ReadOrLearn(stored.Intents, configuration.Intents),
            new OwnUrgencyRules(configuration.UrgencyRules ?? []));
    }

    /// <summary>Learned labels of an older version of the product are learned again from the examples.</summary>
    private static LearnedLabels? ReadOrLearn(byte[]? learned, IReadOnlyList<LabelSetting>? settings)
    {
        if (learned is null || settings is not { Count: > 0 })
            return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(learned));
            return LearnedLabels.Read(reader);
        }
        catch (InvalidDataException)
        {
            return LabelLearner.Learn(ChangeLabels.ExamplesOf(settings), CancellationToken.None);
        }
    }
}
