using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Http;
using OutlookAssist.Mailboxes;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace OutlookAssist.Classification;

/// <summary>Classifies many mails in one call: each is judged and let go while the next one is still arriving, and one that is wrong spoils no other.</summary>
internal sealed class ClassifyBatch(ClassifyMessage classify, IOptions<JsonOptions> json)
{
    /// <summary>200 with an outcome for every mail, or 400 when the whole is no array of 1 to 256.</summary>
    public async Task<Results<Ok<BatchAnswer>, ProblemHttpResult>> HandleAsync(Stream body, Caller caller, CancellationToken cancellation)
    {
        var order = new LabellingOrder(caller);
        await using var turns = new ClassificationTurns<BatchOutcome>(cancellation);
        try
        {
            await foreach (var mail in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(body, json.Value.SerializerOptions, cancellation))
            {
                if (turns.Count == ClassificationModule.MostMessages)
                {
                    return OutOfBounds();
                }

                var place = $"[{turns.Count}]";
                await turns.AddAsync(stop => ClassifyAsync(mail, place, order, stop));
            }
        }
        catch (JsonException)
        {
            return Problems.Validation("", $"Give a JSON array of 1 to {ClassificationModule.MostMessages} mails.");
        }

        return turns.Count == 0 ? OutOfBounds() : TypedResults.Ok(new BatchAnswer(await turns.ResultsAsync()));
    }

    private static ProblemHttpResult OutOfBounds() => Problems.Validation("", $"Give 1 to {ClassificationModule.MostMessages} mails.");

    private async ValueTask<BatchOutcome> ClassifyAsync(JsonElement mail, string place, LabellingOrder order, CancellationToken cancellation)
    {
        if (Read(mail) is not { } message)
        {
            return Wrong(place, "This is no mail. Check it against the API description at /openapi/v1.json.");
        }

        return MessageRules.Examine(message, place) is { } fault
            ? Wrong(fault.Field, fault.Detail)
            : new BatchOutcome(await classify.ClassifyAsync(MessageReader.Read(message), order, cancellation), null);
    }

    private Message? Read(JsonElement mail)
    {
        try
        {
            return mail.Deserialize<Message>(json.Value.SerializerOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static BatchOutcome Wrong(string field, string detail) => new(null, new BatchProblem("validation", field, detail));
}

/// <summary>One outcome for each mail, in order.</summary>
internal sealed record BatchAnswer(IReadOnlyList<BatchOutcome> Results);

/// <summary>What became of one mail: its classification, or why there is none.</summary>
internal sealed record BatchOutcome(MessageClassification? Classification, BatchProblem? Problem);

/// <summary>Why one mail of many was not classified; <c>Field</c> begins with its place: <c>[3].body</c>.</summary>
internal sealed record BatchProblem(string Code, string Field, string Detail);
