using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Classification;

/// <summary>What mails are about, how they feel, how much they hurry.</summary>
internal static class ClassificationModule
{
    private const int MostMessages = 256;
    private const long LargestRequest = 64L << 20;

    /// <summary>Registers the classifier.</summary>
    public static IServiceCollection AddClassification(this IServiceCollection services) => services.AddSingleton<ClassifyMessage>();

    /// <summary>The addresses below <c>/api/classifications</c>.</summary>
    public static void MapClassification(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/classifications", Classify)
            .Allow(Roles.Agent | Roles.Reviewer, Scopes.Classify).WithTags("Understand").WithName("ClassifyMessages").WithSummary("Classify 1 to 256 mails; results come in the order of the mails")
            .WithMetadata(new LargestBody(LargestRequest)).ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);

    private static Results<Ok<ClassificationAnswer>, ProblemHttpResult> Classify(ClassificationRequest request, Caller caller, ClassifyMessage classify, CancellationToken cancellation)
    {
        if (request.Messages is not { Count: >= 1 and <= MostMessages } messages)
        {
            return Problems.Validation("messages", $"Give 1 to {MostMessages} messages.");
        }

        for (var index = 0; index < messages.Count; index++)
        {
            if (MessageRules.Examine(messages[index], $"messages[{index}]") is { } fault)
            {
                return Problems.Validation(fault.Field, fault.Detail);
            }
        }

        var results = new List<MessageClassification>(messages.Count);
        foreach (var message in messages)
        {
            cancellation.ThrowIfCancellationRequested();
            results.Add(classify.Classify(MessageReader.Read(message!)));
        }

        return TypedResults.Ok(new ClassificationAnswer(results));
    }
}

/// <summary>The mails to classify.</summary>
internal sealed record ClassificationRequest(IReadOnlyList<Message?>? Messages = null);

/// <summary>One result for each mail, in order.</summary>
internal sealed record ClassificationAnswer(IReadOnlyList<MessageClassification> Results);
