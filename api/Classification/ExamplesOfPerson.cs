using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;

namespace OutlookAssist.Classification;

/// <summary>An organisation's own labels where they name a person: the examples stay without the address and are learned anew, rules for this sender go.</summary>
internal sealed class ExamplesOfPerson(OutlookAssistDatabase database, ContentCipher cipher, KnownTriage known) : IPersonRecords
{
    private const string Mask = "[address]";

    /// <inheritdoc />
    public string Name => "labels";

    /// <inheritdoc />
    public async Task<int> EraseAsync(string organisation, string address, CancellationToken cancellation)
    {
        if (await database.Set<StoredLabels>().FirstOrDefaultAsync(labels => labels.Organisation == organisation, cancellation) is not { } stored || Configuration(stored) is not { } json || !PersonAddress.IsInJson(json, address))
        {
            return 0;
        }

        var labels = JsonSerializer.Deserialize<LabelConfiguration>(json, JsonSerializerOptions.Web)!;
        labels = new LabelConfiguration(Without(labels.Categories, address), Without(labels.Intents, address), Without(labels.UrgencyRules, address));
        stored.Configuration = JsonSerializer.Serialize(labels, JsonSerializerOptions.Web);
        stored.Categories = await Task.Run(() => ChangeLabels.Learn(labels.Categories!, cancellation), cancellation);
        stored.Intents = await Task.Run(() => ChangeLabels.Learn(labels.Intents!, cancellation), cancellation);
        StoredLabelsTable.Seal(stored, cipher);
        await database.SaveChangesAsync(cancellation);
        known.Forget(organisation);
        return 1;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonRecord> ExportAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var stored = await database.Set<StoredLabels>().AsNoTracking().FirstOrDefaultAsync(labels => labels.Organisation == organisation, cancellation);
        if (stored is null || Configuration(stored) is not { } json || !PersonAddress.IsInJson(json, address))
        {
            yield break;
        }

        var labels = JsonSerializer.Deserialize<LabelConfiguration>(json, JsonSerializerOptions.Web)!;
        var examples = (labels.Categories ?? []).Concat(labels.Intents ?? []).SelectMany(label => label.Examples ?? []).Where(example => PersonAddress.IsIn(example, address));
        yield return PersonRecord.Json("labels", new { examples, rules = (labels.UrgencyRules ?? []).Where(rule => IsAbout(rule, address)) });
    }

    private string Configuration(StoredLabels stored) => cipher.OpenText(stored.Organisation, StoredLabelsTable.Configuration.PlaceOf(stored.Organisation), stored.Configuration);

    private static List<LabelSetting> Without(IReadOnlyList<LabelSetting>? labels, string address) => [.. (labels ?? []).Select(label => label with
    {
        Name = PersonAddress.Without(label.Name!, address, Mask),
        Examples = [.. label.Examples!.Select(example => PersonAddress.Without(example!, address, Mask))],
    })];

    private static List<UrgencyRule> Without(IReadOnlyList<UrgencyRule>? rules, string address) => [.. (rules ?? []).Where(rule => !IsAbout(rule, address))];

    private static bool IsAbout(UrgencyRule rule, string address) =>
        (rule.When?.Senders ?? []).Concat(rule.When?.Words ?? []).Any(text => PersonAddress.IsIn(text, address));
}
