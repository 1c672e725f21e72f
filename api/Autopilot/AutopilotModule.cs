using OutlookAssist.Access;
using OutlookAssist.Jobs;
using OutlookAssist.Mailboxes;
using OutlookAssist.Protection;

namespace OutlookAssist.Autopilot;

/// <summary>What happens to a mail before anybody opens it.</summary>
internal static class AutopilotModule
{
    private const int AnswersAtOnce = 6;

    /// <summary>Registers the pipeline.</summary>
    public static IServiceCollection AddAutopilot(this IServiceCollection services)
    {
        services.AddSealed(MessageRunTable.Reply);
        services.AddSingleton<ReadAttachments>();
        services.AddSingleton<MailboxPauses>();
        services.AddScoped<OfferMail>();
        services.AddScoped<BrowseErrors>();
        services.AddScoped<ShowSteps>();
        services.AddJob<MessageArrived, ReadArrival>();
        services.AddJob<MessageUnderstood, AnswerMail>(Math.Max(AnswersAtOnce, 2 * Environment.ProcessorCount));
        return services;
    }

    /// <summary>The addresses of the pipeline.</summary>
    public static void MapAutopilot(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/messages/{id:long}/steps", (long id, Caller caller, ShowSteps show, CancellationToken cancellation) => show.HandleAsync(id, caller, cancellation))
            .Allow(Roles.Agent | Roles.Reviewer | Roles.Admin).WithTags("Run").WithName("ShowSteps").WithSummary("What became of a received mail, step by step, with the time each took").ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        var errors = routes.MapGroup("/api/autopilot/errors").WithTags("Run").Allow(Roles.Reviewer | Roles.Admin).ProducesProblem(401).ProducesProblem(403);
        errors.MapGet("/", (int? limit, long? cursor, Caller caller, BrowseErrors browse, CancellationToken cancellation) => browse.ListAsync(limit, cursor, caller, cancellation))
            .WithName("BrowseErrors").WithSummary("Mails that could not be read, with the reason, the newest first").ProducesProblem(400);
        errors.MapPost("/{id:long}/retry", (long id, Caller caller, BrowseErrors browse, CancellationToken cancellation) => browse.RetryAsync(id, caller, cancellation))
            .RecordAs("mail.retried").WithName("RetryError").WithSummary("Read a mail again").ProducesProblem(404);
        errors.MapDelete("/{id:long}", (long id, Caller caller, BrowseErrors browse, CancellationToken cancellation) => browse.CloseAsync(id, caller, cancellation))
            .RecordAs("mail.closed").WithName("CloseError").WithSummary("Close a mail that a person has taken care of").ProducesProblem(404);
    }
}
