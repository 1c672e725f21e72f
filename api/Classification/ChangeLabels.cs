using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Classification.Models;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Protection;

namespace OutlookAssist.Classification;

/// <summary>Shows an organisation's labels and replaces them as a whole: they are learned before the call returns.</summary>
internal sealed class ChangeLabels(OutlookAssistDatabase database, ContentCipher cipher, KnownTriage known, TimeProvider time)
{
    // Learning takes every core for seconds; two organisations at once would only make both wait.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>The labels in force; empty lists where the built-in ones apply.</summary>
    public async Task<Ok<LabelConfiguration>> ShowAsync(Caller caller, CancellationToken cancellation)
    {
        var stored = await database.Set<StoredLabels>().AsNoTracking().Where(labels => labels.Organisation == caller.Organisation).Select(labels => labels.Configuration).FirstOrDefaultAsync(cancellation);
        return TypedResults.Ok(stored is null ? LabelConfiguration.BuiltIn : JsonSerializer.Deserialize<LabelConfiguration>(cipher.OpenText(caller.Organisation, StoredLabelsTable.Configuration.PlaceOf(caller.Organisation), stored), JsonSerializerOptions.Web)!);
    }

    /// <summary>200 with what is stored now, or 400 naming the field; on failure the labels before stay in force.</summary>
    public async Task<Results<Ok<LabelConfiguration>, ProblemHttpResult>> ReplaceAsync(LabelConfiguration request, Caller caller, CancellationToken cancellation)
    {
        if (LabelRules.Examine(request) is { } fault)
        {
            return Problems.Validation(fault.Field, fault.Detail);
        }

        var labels = request.Complete();
        await Turn.WaitAsync(cancellation);
        try
        {
            // Off the request's thread: the work is long and waits for nothing.
            var categories = await Task.Run(() => Learn(labels.Categories!, cancellation), cancellation);
            var intents = await Task.Run(() => Learn(labels.Intents!, cancellation), cancellation);
            await StoreAsync(caller.Organisation, labels, categories, intents, cancellation);
            known.Forget(caller.Organisation);
        }
        finally
        {
            Turn.Release();
        }

        return TypedResults.Ok(labels);
    }

    /// <summary>Settings as the learner takes them.</summary>
    public static IReadOnlyList<LabelExamples> ExamplesOf(IReadOnlyList<LabelSetting> settings) =>
        [.. settings.Select(label => new LabelExamples(label.Name!, [.. label.Examples!.Select(example => example!)]))];

    private static byte[]? Learn(IReadOnlyList<LabelSetting> settings, CancellationToken cancellation)
    {
        if (settings.Count == 0)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        LabelLearner.Learn(ExamplesOf(settings), cancellation).Write(writer);
        return bytes.ToArray();
    }

    private async Task StoreAsync(string organisation, LabelConfiguration labels, byte[]? categories, byte[]? intents, CancellationToken cancellation)
    {
        var stored = await database.Set<StoredLabels>().FirstOrDefaultAsync(row => row.Organisation == organisation, cancellation);
        if (stored is null)
        {
            database.Add(stored = new StoredLabels { Organisation = organisation, Configuration = "" });
        }

        stored.Configuration = JsonSerializer.Serialize(labels, JsonSerializerOptions.Web);
        (stored.Categories, stored.Intents, stored.UpdatedTicks) = (categories, intents, time.GetUtcNow().Ticks);
        StoredLabelsTable.Seal(stored, cipher);
        await database.SaveChangesAsync(cancellation);
    }
}
