using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;
using OutlookAssist.Protection;

namespace OutlookAssist.Privacy;

/// <summary>What a person may have removed, and how personal data is masked.</summary>
internal static class PrivacyModule
{
    private const int LongestText = 4 << 20;
    private const long LargestRequest = 4096;

    /// <summary>Registers the removal of everything, and the marks by which a person's records are found.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddScoped<DeleteAllData>();
        services.AddSingleton<PersonMark>();
        services.AddScoped<IOrganisationData, KeptPersonMarkKeys>();
        services.AddSealed(PersonMarkTable.Key);
        services.AddScoped<ErasePerson>();
        services.AddScoped<ExportPerson>();
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
        routes.MapPost("/api/privacy/erasures", (ErasureRequest request, Caller caller, HttpContext context, ErasePerson erase, CancellationToken cancellation) => erase.HandleAsync(request, caller, context, cancellation))
            .Allow(Roles.Admin).WithTags("Privacy").RecordAs("person.erased").WithMetadata(new LargestBody(LargestRequest)).WithName("ErasePerson").WithSummary("Remove a person everywhere, by mail address; answers the numbers of records removed")
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        routes.MapGet("/api/privacy/exports", (string? address, Caller caller, HttpResponse response, ExportPerson export, CancellationToken cancellation) => export.HandleAsync(address, caller, response, cancellation))
            .Allow(Roles.Admin).WithTags("Privacy").RecordAs("person.exported").WithName("ExportPerson").WithSummary("Everything kept about a person, by mail address: JSON and the mails as .eml, zipped")
            .Produces<byte[]>(200, "application/zip").ProducesProblem(400);
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
