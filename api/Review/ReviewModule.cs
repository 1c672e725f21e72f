using Microsoft.AspNetCore.Http.Connections;
using OutlookAssist.Access;
using OutlookAssist.Http;
using OutlookAssist.Jobs;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;
using OutlookAssist.Settings;

namespace OutlookAssist.Review;

/// <summary>Drafts that nobody asked for are looked at by a person before they count.</summary>
internal static class ReviewModule
{
    private const long LargestRequest = 1L << 20;

    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services)
    {
        services.AddSettings<ReviewOptions>("Review");
        services.AddSingleton<SealReview>();
        services.AddSingleton<ShowItem>();
        services.AddSingleton<OfferForReview>();
        services.AddSingleton<DiscardItems>();
        services.AddSingleton<ReviewNews>();
        services.AddHostedService<WatchReview>();
        services.AddScoped<ReplyOfItem>();
        services.AddScoped<MailOfItem>();
        services.AddScoped<BrowseReview>();
        services.AddScoped<CountReview>();
        services.AddScoped<ShowReview>();
        services.AddScoped<ChangeItem>();
        services.AddScoped<ClaimItem>();
        services.AddScoped<EditItem>();
        services.AddScoped<DecideItem>();
        services.AddScoped<DecideMany>();
        services.AddJob<ReviewDecided, FollowDecision>();
        services.AddSealed(ReviewTable.Headline, ReviewTable.EditedText, ReviewTable.Comment);
        services.AddScoped<IPersonRecords, ReviewOfPerson>();
        services.AddScoped<IRetainedRecords, OldReviews>();
        services.AddScoped<IOrganisationData, StoredReviews>();
        return services;
    }

    /// <summary>The addresses below <c>/api/review</c>, and the hub.</summary>
    public static void MapReview(this IEndpointRouteBuilder routes)
    {
        var review = routes.MapGroup("/api/review").WithTags("Review").Allow(Roles.Reviewer).WithMetadata(new LargestBody(LargestRequest)).ProducesProblem(401).ProducesProblem(403);
        review.MapGet("/", ([AsParameters] ReviewQuery query, Caller caller, BrowseReview browse, CancellationToken cancellation) => browse.HandleAsync(query, caller, cancellation))
            .WithName("BrowseReview").WithSummary("Drafts that wait for a decision, or that were decided, page by page").ProducesProblem(400);
        review.MapGet("/counts", async (Caller caller, CountReview count, CancellationToken cancellation) => TypedResults.Ok(await count.HandleAsync(caller, cancellation)))
            .WithName("CountReview").WithSummary("How much is on the desk");
        review.MapGet("/{id:long}", (long id, Caller caller, ShowReview show, CancellationToken cancellation) => show.HandleAsync(id, caller, cancellation))
            .WithName("ShowReview").WithSummary("The mail beside its draft, with the places to look at").ProducesProblem(404);
        review.MapPost("/{id:long}/claim", (long id, Caller caller, ClaimItem claim, CancellationToken cancellation) => claim.ClaimAsync(id, caller, cancellation))
            .WithName("ClaimReview").WithSummary("Say that you have it open, or still have; it ends by itself").ProducesProblem(404).ProducesProblem(409);
        review.MapPost("/{id:long}/release", (long id, Caller caller, ClaimItem claim, CancellationToken cancellation) => claim.ReleaseAsync(id, caller, cancellation))
            .WithName("ReleaseReview").WithSummary("Let it go undecided").ProducesProblem(404).ProducesProblem(409);
        review.MapPut("/{id:long}/text", (long id, ReviewText text, Caller caller, EditItem edit, CancellationToken cancellation) => edit.HandleAsync(id, text, caller, cancellation))
            .WithName("EditReview").WithSummary("Keep a text of your own beside the draft").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415);
        review.MapPost("/{id:long}/approve", (long id, ReviewApproval approval, Caller caller, DecideItem decide, CancellationToken cancellation) => decide.ApproveAsync(id, approval, caller, cancellation))
            .WithName("ApproveReview").WithSummary("The text is good: it goes to the mailbox's drafts, where a person sends it").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415);
        review.MapPost("/{id:long}/reject", (long id, ReviewRejection rejection, Caller caller, DecideItem decide, CancellationToken cancellation) => decide.RejectAsync(id, rejection, caller, cancellation))
            .WithName("RejectReview").WithSummary("The draft is unfit: it is taken out of the mailbox").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415);
        review.MapPost("/{id:long}/undo", (long id, Caller caller, DecideItem decide, CancellationToken cancellation) => decide.UndoAsync(id, caller, cancellation))
            .WithName("UndoReview").WithSummary("Take a decision back before the mailbox hears of it").ProducesProblem(404).ProducesProblem(409);
        review.MapPost("/bulk", (ReviewBatch batch, Caller caller, DecideMany many, CancellationToken cancellation) => many.HandleAsync(batch, caller, cancellation))
            .WithName("DecideManyReviews").WithSummary("The same for many; each is answered for itself").ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        routes.MapHub<ReviewHub>("/hubs/review", options => options.Transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents).Allow(Roles.Reviewer);
    }
}
