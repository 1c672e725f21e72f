using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Organisations;

/// <summary>An organisation to let in.</summary>
/// <param name="Id">Its tenant, as its tokens say it.</param>
/// <param name="Name">What people call it.</param>
internal sealed record NewOrganisation(string? Id = null, string? Name = null);

/// <summary>An organisation as it is shown.</summary>
/// <param name="Id">Its tenant.</param>
/// <param name="Name">What people call it; empty for one that the settings name.</param>
/// <param name="State">active, suspended or erased.</param>
/// <param name="Home">Whether it runs this product, so that it can be neither suspended nor erased.</param>
/// <param name="BySettings">Whether the settings name it.</param>
/// <param name="ChangedAt">When its state changed last; null for one that the settings name and nobody has touched.</param>
internal sealed record OrganisationView(string Id, string Name, string State, bool Home, bool BySettings, DateTimeOffset? ChangedAt);

/// <summary>All organisations; <c>Many</c> is false where the product serves one alone.</summary>
internal sealed record OrganisationList(bool Many, IReadOnlyList<OrganisationView> Organisations);

/// <summary>Adds, lists, suspends and resumes organisations.</summary>
internal sealed class ManageOrganisations(OutlookAssistDatabase database, KnownOrganisations known, OrganisationRules rules, TimeProvider time)
{
    /// <summary>All of them, the home organisation first.</summary>
    public async Task<OrganisationList> ListAsync(CancellationToken cancellation)
    {
        known.Forget();
        var all = await known.ReadAsync(cancellation);
        return new OrganisationList(known.AreMany, [.. all.Values.Select(View).OrderByDescending(view => view.Home).ThenBy(view => view.Id, StringComparer.Ordinal)]);
    }

    /// <summary>201; one that was suspended or erased is let in again.</summary>
    public async Task<Results<Created<OrganisationView>, ProblemHttpResult>> AddAsync(NewOrganisation request, CancellationToken cancellation)
    {
        if (rules.ExamineNew(request, out var id, out var name) is { } problem)
        {
            return problem;
        }

        if ((await known.ReadAsync(cancellation)).TryGetValue(id, out var present) && present.State == OrganisationState.Active)
        {
            return Problems.Conflict("This organisation is here already.");
        }

        return TypedResults.Created($"/api/organisations/{id}", View(await StoreAsync(id, name, OrganisationState.Active, cancellation)));
    }

    /// <summary>200 with the new state: its people and keys are refused from now on, or let in again.</summary>
    public async Task<Results<Ok<OrganisationView>, ProblemHttpResult>> ChangeAsync(string id, OrganisationState state, CancellationToken cancellation)
    {
        if (!(await known.ReadAsync(cancellation)).TryGetValue(id, out var present) || present.State == OrganisationState.Erased)
        {
            return Problems.NotFound("There is no organisation with this identifier.");
        }

        return rules.ExamineHome(present.Id) is { } problem ? problem : TypedResults.Ok(View(await StoreAsync(present.Id, present.Name, state, cancellation)));
    }

    /// <summary>Writes the state down; it counts in this process at once.</summary>
    public async Task<Organisation> StoreAsync(string id, string name, OrganisationState state, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcTicks;
        var row = await database.Set<Organisation>().FirstOrDefaultAsync(row => row.Id == id, cancellation);
        if (row is null)
        {
            database.Add(row = new Organisation { Id = id, Name = name, AddedTicks = now });
        }

        (row.Name, row.State, row.ChangedTicks) = (name, state, now);
        await database.SaveChangesAsync(cancellation);
        known.Forget();
        return row;
    }

    private OrganisationView View(Organisation organisation) => new(
        organisation.Id, organisation.Name, organisation.State.ToString().ToLowerInvariant(), rules.IsHome(organisation.Id), rules.IsBySettings(organisation.Id),
        organisation.ChangedTicks == 0 ? null : new DateTimeOffset(organisation.ChangedTicks, TimeSpan.Zero));
}
