using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;

namespace OutlookAssist.Organisations;

/// <summary>Which organisations this product serves: added, listed, suspended and erased by the one that runs it.</summary>
internal static class OrganisationsModule
{
    private const long LargestRequest = 4096;

    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddOrganisations(this IServiceCollection services)
    {
        services.AddSingleton<OrganisationRules>();
        services.AddScoped<ManageOrganisations>();
        services.AddScoped<EraseOrganisation>();
        return services;
    }

    /// <summary>The addresses below <c>/api/organisations</c>.</summary>
    public static void MapOrganisations(this IEndpointRouteBuilder routes)
    {
        var organisations = routes.MapGroup("/api/organisations").WithTags("Organisations").Allow(Roles.Admin).ProducesProblem(403).AddEndpointFilter(HomeOnlyAsync);
        organisations.MapGet("/", async Task<Ok<OrganisationList>> (ManageOrganisations manage, CancellationToken cancellation) => TypedResults.Ok(await manage.ListAsync(cancellation)))
            .WithName("ListOrganisations").WithSummary("The organisations whose people may sign in, with their state");
        organisations.MapPost("/", (NewOrganisation request, ManageOrganisations manage, CancellationToken cancellation) => manage.AddAsync(request, cancellation))
            .RecordAs("organisation.added").WithMetadata(new LargestBody(LargestRequest)).WithName("AddOrganisation").WithSummary("Let the people of another tenant sign in; their data stays apart").ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415);
        organisations.MapPost("/{id}/suspend", (string id, ManageOrganisations manage, CancellationToken cancellation) => manage.ChangeAsync(id, OrganisationState.Suspended, cancellation))
            .RecordAs("organisation.suspended").WithName("SuspendOrganisation").WithSummary("Refuse its people and keys from now on; its data stays").ProducesProblem(404).ProducesProblem(409);
        organisations.MapPost("/{id}/resume", (string id, ManageOrganisations manage, CancellationToken cancellation) => manage.ChangeAsync(id, OrganisationState.Active, cancellation))
            .RecordAs("organisation.resumed").WithName("ResumeOrganisation").WithSummary("Let its people and keys in again").ProducesProblem(404).ProducesProblem(409);
        organisations.MapDelete("/{id}", (string id, EraseOrganisation erase, CancellationToken cancellation) => erase.HandleAsync(id, cancellation))
            .RecordAs("organisation.erased").WithName("EraseOrganisation").WithSummary("Remove it with all its data and its keys, for good; answers the numbers of records removed").ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>An administrator of a guest organisation manages that one, not the list of all.</summary>
    private static async ValueTask<object?> HomeOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var rules = http.RequestServices.GetRequiredService<OrganisationRules>();
        return http.Features.Get<Caller>() is { } caller && rules.ExamineCaller(caller) is { } refused ? refused : await next(context);
    }
}
