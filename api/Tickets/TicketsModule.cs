using OutlookAssist.Access;
using OutlookAssist.Http;
using OutlookAssist.Jobs;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;

namespace OutlookAssist.Tickets;

/// <summary>Mails as tickets: their conversations, what was said and promised in them, and until when a reply is due.</summary>
internal static class TicketsModule
{
    private const long LargestRequest = 1L << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Registers conversations, clocks and escalations.</summary>
    public static IServiceCollection AddTickets(this IServiceCollection services)
    {
        services.AddSealed(TicketTable.Turn, TicketTable.Levels);
        services.AddSingleton<ConversationMemory>();
        services.AddSingleton<KnownServiceLevels>();
        services.AddSingleton<ServiceClock>();
        services.AddSingleton<EscalateTicket>();
        services.AddScoped<ChangeServiceLevels>();
        services.AddJob<ClockDue, WatchClock>();
        services.AddJob<EscalationDue, DeliverEscalation>(mostAtOnce: 4);
        services.AddHttpClient(DeliverEscalation.Client, client => client.Timeout = Patience)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }).RemoveAllLoggers();
        services.AddScoped<IPersonRecords, ConversationsOfPerson>();
        services.AddScoped<IRetainedRecords, ConversationsOfPerson>();
        services.AddScoped<IOrganisationData, ConversationsOfPerson>();
        return services;
    }

    /// <summary>The addresses of service levels.</summary>
    public static void MapTickets(this IEndpointRouteBuilder routes)
    {
        var levels = routes.MapGroup("/api/service-levels").WithTags("Run").ProducesProblem(401).ProducesProblem(403);
        levels.MapGet("/", (Caller caller, ChangeServiceLevels change, CancellationToken cancellation) => change.ShowAsync(caller, cancellation))
            .Allow(Roles.Admin | Roles.Reviewer).WithName("ShowServiceLevels").WithSummary("How soon replies are due, in whose working hours, and who is told when time runs short; without secrets");
        levels.MapPut("/", (ServiceLevelConfiguration wanted, Caller caller, ChangeServiceLevels change, CancellationToken cancellation) => change.ReplaceAsync(wanted, caller, cancellation))
            .Allow(Roles.Admin).RecordAs("service-levels.changed").WithMetadata(new LargestBody(LargestRequest)).WithName("ReplaceServiceLevels")
            .WithSummary("Replace service levels as a whole; addresses and secrets of targets that are left out stay").ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
    }
}
