using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;
using OutlookAssist.Mailboxes;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;

namespace OutlookAssist.Classification;

/// <summary>What mails are about, how they feel, how much they hurry.</summary>
internal static class ClassificationModule
{
    private const int MostMessages = 256;
    private const long LargestRequest = 64L << 20;
    private const long LargestMail = 4L << 20;

    /// <summary>Registers the classifier.</summary>
    public static IServiceCollection AddClassification(this IServiceCollection services)
    {
        services.AddSingleton<KnownTriage>();
        services.AddSingleton<ClassifyMessage>();
        services.AddScoped<ChangeLabels>();
        services.AddScoped<CorrectLabel>();
        services.AddScoped<IOrganisationData, KeptLabels>();
        services.AddScoped<IOrganisationData, KeptCorrections>();
        services.AddSealed(StoredCorrectionTable.Subject, StoredCorrectionTable.Text, StoredLabelsTable.Configuration, StoredLabelsTable.Categories, StoredLabelsTable.Intents);
        return services;
    }

    /// <summary>The addresses below <c>/api/classifications</c>.</summary>
    public static void MapClassification(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/classifications").WithTags("Understand");
        group.MapPost("/", ClassifyAsync)
            .Allow(Roles.Agent | Roles.Reviewer, Scopes.Classify).WithName("ClassifyMessages").WithSummary("Classify 1 to 256 mails; results come in the order of the mails")
            .WithMetadata(new LargestBody(LargestRequest)).ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        group.MapGet("/labels", (Caller caller, ChangeLabels labels, CancellationToken cancellation) => labels.ShowAsync(caller, cancellation))
            .Allow(Roles.Agent | Roles.Reviewer | Roles.Admin, Scopes.Classify).WithName("ShowLabels").WithSummary("The organisation's own categories, intents and urgency rules; an empty list means the built-in ones");
        group.MapPut("/labels", (LabelConfiguration request, Caller caller, ChangeLabels labels, CancellationToken cancellation) => labels.ReplaceAsync(request, caller, cancellation))
            .Allow(Roles.Admin).RecordAs("labels.changed").WithName("ReplaceLabels").WithSummary("Replace categories, intents and urgency rules as a whole; they are learned and in force when the call returns")
            .WithMetadata(new LargestBody(LargestRequest)).ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        group.MapPost("/corrections", (CorrectionRequest request, Caller caller, CorrectLabel correct, CancellationToken cancellation) => correct.AddAsync(request, caller, cancellation))
            .Allow(Roles.Agent | Roles.Reviewer, Scopes.Classify).WithName("CorrectLabels").WithSummary("Say what is right about a mail; learned before the call returns, unless it makes other corrected mails worse")
            .WithMetadata(new LargestBody(LargestMail)).ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415);
        group.MapGet("/corrections", (Caller caller, CorrectLabel correct, CancellationToken cancellation) => correct.ListAsync(caller, cancellation))
            .Allow(Roles.Agent | Roles.Reviewer | Roles.Admin, Scopes.Classify).WithName("ListCorrections").WithSummary("Every correction with what it changed, the newest first");
        group.MapDelete("/corrections/{id:long}", (long id, Caller caller, CorrectLabel correct, CancellationToken cancellation) => correct.UndoAsync(id, caller, cancellation))
            .Allow(Roles.Reviewer | Roles.Admin, Scopes.Classify).WithName("UndoCorrection").WithSummary("Undo one correction").ProducesProblem(404);
    }

    private static async Task<Results<Ok<ClassificationAnswer>, ProblemHttpResult>> ClassifyAsync(ClassificationRequest request, Caller caller, ClassifyMessage classify, CancellationToken cancellation)
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
            results.Add(await classify.ClassifyAsync(MessageReader.Read(message!), caller.Organisation, cancellation));
        }

        return TypedResults.Ok(new ClassificationAnswer(results));
    }
}

/// <summary>The mails to classify.</summary>
internal sealed record ClassificationRequest(IReadOnlyList<Message?>? Messages = null);

/// <summary>One result for each mail, in order.</summary>
internal sealed record ClassificationAnswer(IReadOnlyList<MessageClassification> Results);
