using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Protection;

namespace OutlookAssist.LanguageModels;

/// <summary>The book of all calls: what they used, and what was sent.</summary>
internal sealed class ModelLedger(IDbContextFactory<OutlookAssistDatabase> databases, IOptions<LanguageModelOptions> options, ContentCipher cipher, TimeProvider time)
{
    private const double Million = 1_000_000;

    /// <summary>Throws when the person has used up the day's tokens or money.</summary>
    public async Task RefuseBeyondBudgetAsync(Caller caller, CancellationToken cancellation)
    {
        if (options.Value is { DailyTokensPerPerson: null, DailyCostPerPerson: null })
        {
            return;
        }

        await using var database = await databases.CreateDbContextAsync(cancellation);
        var midnight = time.GetUtcNow().UtcDateTime.Date.Ticks;
        var calls = database.Set<ModelCall>().Where(call => call.Organisation == caller.Organisation && call.Person == caller.Person && call.StartedTicks >= midnight);
        if (await calls.SumAsync(call => call.InputTokens + call.OutputTokens, cancellation) >= (options.Value.DailyTokensPerPerson ?? long.MaxValue)
            || await calls.SumAsync(call => call.Cost, cancellation) >= (options.Value.DailyCostPerPerson ?? double.MaxValue))
        {
            throw new ModelFailureException(ModelFailure.Budget);
        }
    }

    /// <summary>Writes down a call that has ended, and what it sent.</summary>
    public async Task RecordAsync(MeteredChatClient.Measured measured, Activity? activity)
    {
        var call = measured.Call;
        var record = new ModelCall
        {
            Organisation = call.Caller.Organisation,
            Person = call.Caller.Person,
            DraftId = call.DraftId,
            StartedTicks = measured.Started.Ticks,
            Feature = call.Feature.ToString(),
            Provider = call.Choice?.Provider ?? options.Value.Provider,
            Model = call.Choice?.Model ?? options.Value.For(call.Feature)[0].Model ?? "",
            PromptVersion = call.PromptVersion,
            InputTokens = measured.InputTokens,
            OutputTokens = measured.OutputTokens,
            Cost = ((measured.InputTokens * options.Value.InputPricePerMillion) + (measured.OutputTokens * options.Value.OutputPricePerMillion)) / Million,
            FirstMilliseconds = Math.Round(measured.FirstMilliseconds ?? 0, 1),
            Milliseconds = Math.Round(measured.Milliseconds, 1),
            Attempts = call.Sent.Count,
            Outcome = measured.Outcome,
        };
        Describe(activity, record);
        // Not with the caller's token: a person who leaves does not undo what was sent.
        await using var database = await databases.CreateDbContextAsync(CancellationToken.None);
        database.Add(record);
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        var first = await database.NextKeyAsync("ModelDisclosures", CancellationToken.None);
        database.AddRange(call.Sent.Select((request, number) => Disclosed(first + number, request, measured)));
        await database.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private ModelDisclosure Disclosed(long id, SentRequest request, MeteredChatClient.Measured measured) => new()
    {
        Id = id,
        Organisation = measured.Call.Caller.Organisation,
        DraftId = measured.Call.DraftId ?? "",
        SentTicks = measured.Started.Ticks,
        Address = request.Address,
        Body = cipher.Seal(measured.Call.Caller.Organisation, ModelDisclosureTable.Body.PlaceOf(id), request.Body),
    };

    /// <summary>The attributes of OpenTelemetry's conventions for generative models.</summary>
    private static void Describe(Activity? activity, ModelCall record)
    {
        if (activity is null)
        {
            return;
        }

        activity.DisplayName = $"chat {record.Model}";
        activity.SetTag("gen_ai.operation.name", "chat")
            .SetTag("gen_ai.provider.name", record.Provider == "AzureOpenAI" ? "azure.ai.openai" : "openai")
            .SetTag("gen_ai.request.model", record.Model)
            .SetTag("gen_ai.usage.input_tokens", record.InputTokens)
            .SetTag("gen_ai.usage.output_tokens", record.OutputTokens)
            .SetTag("gen_ai.output.type", "json")
            .SetTag("outlookassist.feature", record.Feature)
            .SetTag("outlookassist.prompt_version", record.PromptVersion)
            .SetTag("outlookassist.attempts", record.Attempts.ToString(CultureInfo.InvariantCulture));
        if (record.Outcome is not ("answered" or "cached" or "abandoned"))
        {
            activity.SetTag("error.type", record.Outcome).SetStatus(ActivityStatusCode.Error);
        }
    }
}
