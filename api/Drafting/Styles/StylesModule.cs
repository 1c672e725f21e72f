using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Privacy;

namespace OutlookAssist.Drafting.Styles;

/// <summary>The style of the one who asks: off until the person switches it on, seen and changed by nobody else.</summary>
internal static class StylesModule
{
    private const long LargestRequest = 4L << 20;

    /// <summary>Registers learning and showing.</summary>
    public static IServiceCollection AddStyles(this IServiceCollection services) => services
        .AddScoped<LearnStyle>()
        .AddScoped<ManageStyle>()
        .AddScoped<IOrganisationData, StyleRecords>();

    /// <summary>The addresses below <c>/api/style</c>.</summary>
    public static void MapStyles(this IEndpointRouteBuilder routes)
    {
        var style = routes.MapGroup("/api/style").WithTags("Style").Allow(Roles.Agent).WithMetadata(new LargestBody(LargestRequest));
        style.MapGet("/", (Caller caller, ManageStyle manage, CancellationToken cancellation) => manage.ShowAsync(caller, cancellation))
            .WithName("ShowStyle").WithSummary("What was learned of your own style, and what drafts use of it");
        style.MapPut("/", (StyleChange change, Caller caller, ManageStyle manage, CancellationToken cancellation) => manage.ChangeAsync(change, caller, cancellation))
            .RecordAs("style.changed").WithName("ChangeStyle").WithSummary("Switch your style on or off, or say it yourself").ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        style.MapDelete("/", (Caller caller, ManageStyle manage, CancellationToken cancellation) => manage.ForgetAsync(caller, cancellation))
            .RecordAs("style.forgotten").WithName("ForgetStyle").WithSummary("Forget everything about your style, and switch it off");
        style.MapDelete("/habits/{name}", (string name, string? language, Caller caller, ManageStyle manage, CancellationToken cancellation) => manage.ForgetHabitAsync(name, language, caller, cancellation))
            .RecordAs("style.habit-forgotten").WithName("ForgetHabit").WithSummary("Forget one habit, in one language or in all").ProducesProblem(404);
        style.MapPost("/samples", (StyleSamples samples, Caller caller, LearnStyle learn, CancellationToken cancellation) => learn.HandleAsync(samples, caller, cancellation))
            .RecordAs("style.learned").WithName("LearnStyle").WithSummary("Learn from replies that you sent; their words are not kept").ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415);
    }

    private sealed class StyleRecords(OutlookAssistDatabase database) : IOrganisationData
    {
        public string Name => "styles";

        public Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation) =>
            database.ExecuteAsync("DELETE FROM WritingStyles WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
    }
}
