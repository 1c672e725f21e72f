using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Drafting.SavedReplies;
using OutlookAssist.Drafting.Styles;
using OutlookAssist.Http;
using OutlookAssist.Knowledge;
using OutlookAssist.Mailboxes;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;
using OutlookAssist.Settings;

namespace OutlookAssist.Drafting;

/// <summary>Replies: written, checked, rated.</summary>
internal static class DraftingModule
{
    private const long LargestRequest = 4L << 20;

    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddDrafting(this IServiceCollection services)
    {
        services.AddSettings<DraftingOptions>("Drafting");
        services.AddSavedReplies();
        services.AddStyles();
        services.AddScoped<DraftReply>();
        services.AddScoped<OfferAlternatives>();
        services.AddScoped<SummarizeOutcomes>();
        services.AddScoped<WriteReply>();
        services.AddScoped<RateDraft>();
        services.AddScoped<ReviseDraft>();
        services.AddSingleton<RecentMails>();
        services.AddSingleton<DraftMetrics>();
        services.AddScoped<ShowDisclosure>();
        services.AddScoped<SearchForMail>();
        services.AddScoped<PreviewFindings>();
        services.AddScoped<AskMemory>();
        services.AddScoped<IOrganisationData, StoredDrafts>();
        services.AddScoped<IPersonRecords, DraftsOfPerson>();
        services.AddScoped<IRetainedRecords, OldDrafts>();
        services.AddSealed(DraftTable.Content, DraftTable.FinalText, DraftTable.Comment);
        return services;
    }

    /// <summary>The addresses below <c>/api/drafts</c>.</summary>
    public static void MapDrafting(this IEndpointRouteBuilder routes)
    {
        var drafts = routes.MapGroup("/api/drafts").WithTags("Draft").Allow(Roles.Agent, Scopes.Drafts).WithMetadata(new LargestBody(LargestRequest)).ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        drafts.MapPost("/", DraftAsync)
            .WithName("DraftReply").WithSummary("Draft a reply to a mail; with Accept: text/event-stream it arrives as events")
            .Produces<Draft>(200, "application/json", "text/event-stream").ProducesProblem(503);
        drafts.MapPost("/{id}/rating", (string id, DraftRating rating, Caller caller, RateDraft rate, CancellationToken cancellation) => rate.HandleAsync(id, rating, caller, cancellation))
            .RecordAs("draft.rated").WithName("RateDraft").WithSummary("Say what became of a draft").ProducesProblem(404);
        drafts.MapPost("/{id}/revisions", (string id, DraftRevision revision, Caller caller, ReviseDraft revise, CancellationToken cancellation) => revise.HandleAsync(id, revision, caller, cancellation))
            .WithName("ReviseDraft").WithSummary("Write a draft again, changed as told; the answer is a new draft").ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);
        drafts.MapPost("/{id}/alternatives", (string id, AlternativesRequest request, Caller caller, OfferAlternatives offer, CancellationToken cancellation) => offer.HandleAsync(id, request, caller, cancellation))
            .WithName("OfferAlternatives").WithSummary("Other drafts for the same mail, in other manners, to choose from").ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);
        drafts.MapGet("/outcomes", (int? days, string? by, Caller caller, SummarizeOutcomes summarize, CancellationToken cancellation) => summarize.HandleAsync(days, by, caller, cancellation))
            .Allow(Roles.Admin | Roles.Auditor | Roles.Reviewer).WithName("SummarizeOutcomes").WithSummary("What became of drafts, by model, prompt or state of the knowledge");
        drafts.MapGet("/{id}/disclosure", (string id, Caller caller, ShowDisclosure show, CancellationToken cancellation) => show.HandleAsync(id, caller, cancellation))
            .RecordAs("draft.disclosed").WithName("ShowDisclosure").WithSummary("What was sent to a language model for a draft, byte for byte").ProducesProblem(404);
        routes.MapSavedReplies();
        routes.MapStyles();
        routes.MapPost("/api/knowledge/preview", (PreviewRequest request, Caller caller, PreviewFindings preview, CancellationToken cancellation) => preview.HandleAsync(request, caller, cancellation))
            .Allow(Roles.Readers, Scopes.KnowledgeRead).WithTags("Knowledge").WithMetadata(new LargestBody(LargestRequest)).WithName("PreviewFindings")
            .WithSummary("What a mail would find: its questions, each with the best passages").ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        routes.MapPost("/memory/ask", (MemoryAskRequest request, Caller caller, HttpResponse response, AskMemory ask, CancellationToken cancellation) => ask.HandleAsync(request, caller, response, cancellation))
            .Allow(Roles.Readers, Scopes.Memory).WithTags("Kernel Memory").WithName("MemoryAsk").WithSummary("Answer one question with sentences of the documents; with stream they arrive as events")
            .WithMetadata(new LargestBody(KernelMemoryApi.LargestRequest)).Produces<MemoryAnswer>(200, "application/json", "text/event-stream")
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);
    }

    private static async Task<IResult> DraftAsync(DraftRequest request, Caller caller, HttpContext context, DraftReply draft, CancellationToken cancellation)
    {
        if (Examine(request) is { } problem)
        {
            return problem;
        }

        var mail = MessageReader.Read(request.Message!);
        if (string.IsNullOrWhiteSpace(mail.Text))
        {
            return Problems.Validation("message.body.content", "The body has no text that a reader could see.");
        }

        var options = request.Options ?? new DraftOptions();
        if (context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == "text/event-stream"))
        {
            await DraftStream.RunAsync(context, observer => draft.HandleAsync(mail, options, caller, observer, cancellation));
            return TypedResults.Empty;
        }

        return TypedResults.Ok(await draft.HandleAsync(mail, options, caller, Unobserved.Instance, cancellation));
    }

    private static ProblemHttpResult? Examine(DraftRequest request)
    {
        if (MessageRules.Examine(request.Message, "message") is { } fault)
        {
            return Problems.Validation(fault.Field, fault.Detail);
        }

        if (request.Options?.Tone is { } tone && !DraftOptions.Tones.Contains(tone, StringComparer.Ordinal))
        {
            return Problems.Validation("options.tone", $"The tone is one of {string.Join(", ", DraftOptions.Tones)}.");
        }

        if (request.Options?.Length is { } length && !DraftOptions.Lengths.Contains(length, StringComparer.Ordinal))
        {
            return Problems.Validation("options.length", $"The length is one of {string.Join(", ", DraftOptions.Lengths)}.");
        }

        if (request.Options?.Instructions?.Length > DraftOptions.LongestNote || request.Options?.Fact?.Length > DraftOptions.LongestNote)
        {
            return Problems.Validation(request.Options.Fact?.Length > DraftOptions.LongestNote ? "options.fact" : "options.instructions", $"At most {DraftOptions.LongestNote} characters.");
        }

        return request.Options?.Language is { } language && !IsLanguage(language)
            ? Problems.Validation("options.language", "The language is auto or a BCP 47 tag such as en or pt-BR.")
            : null;
    }

    private static bool IsLanguage(string tag) =>
        tag.Equals("auto", StringComparison.OrdinalIgnoreCase)
        || (tag.Length <= 35 && tag.Split('-') is [{ Length: 2 or 3 } primary, .. var rest] && primary.All(char.IsAsciiLetter) && rest.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit)));

    private sealed class StoredDrafts(OutlookAssistDatabase database) : IOrganisationData
    {
        public string Name => "drafts";

        public async Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation)
        {
            await database.ExecuteAsync("DELETE FROM DraftFacts WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
            return await database.ExecuteAsync("DELETE FROM Drafts WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
        }
    }
}
