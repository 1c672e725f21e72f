using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;

namespace OutlookAssist.Privacy;

/// <summary>What a person may have removed, and how personal data is masked.</summary>
internal static class PrivacyModule
{
    private const int LongestText = 4 << 20;

    /// <summary>Registers the removal of everything, and the marks by which a person's records are found.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddScoped<DeleteAllData>();
        services.AddSingleton<PersonMark>();
        return services;
    }

    /// <summary>The addresses of privacy.</summary>
    public static void MapPrivacy(this IEndpointRouteBuilder routes)
    {
        routes.MapDelete("/api/data", async (Caller caller, DeleteAllData delete, CancellationToken cancellation) =>
            TypedResults.Ok(await delete.HandleAsync(caller.Organisation, cancellation)))
            .Allow(Roles.Admin).WithTags("Privacy").RecordAs("data.deleted").WithName("DeleteAllData").WithSummary("Remove everything that is kept for this organisation; answers the numbers of things removed");
        routes.MapPost("/api/privacy/redactions", Redact)
            .Allow(Roles.Readers, Scopes.Classify | Scopes.Drafts).WithTags("Privacy").WithName("RedactText").WithSummary("Replace personal data by placeholders; nothing is kept")
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
    }

    private static Results<Ok<MaskedText>, ProblemHttpResult> Redact(RedactionRequest request) => request.Text switch
    {
        null => Problems.Validation("text", "Give the text."),
        { Length: > LongestText } => Problems.Validation("text", "The text is longer than four million characters."),
        var text => TypedResults.Ok(new MaskPersonalData().Mask(text)),
    };
}

/// <summary>The text to mask; the language is a hint that is not needed.</summary>
internal sealed record RedactionRequest(string? Text = null, string? Language = null);
