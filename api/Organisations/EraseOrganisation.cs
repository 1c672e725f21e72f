using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Audit;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;

namespace OutlookAssist.Organisations;

/// <summary>What was removed with an organisation.</summary>
/// <param name="Erased">Records removed, by the name of their store.</param>
/// <param name="FilesClean">False when a long reading kept the log of the database from being emptied: erase it again.</param>
internal sealed record OrganisationErasure(IReadOnlyDictionary<string, int> Erased, bool FilesClean);

/// <summary>Removes an organisation with all its data, its API keys, its trail and its own keys; what is left is that it was here and is erased.</summary>
internal sealed class EraseOrganisation(ManageOrganisations manage, OrganisationRules rules, KnownOrganisations known, DeleteAllData data, KnownKeys keys, OrganisationKeys sealing, AuditTrail trail, Refusals refusals, OutlookAssistDatabase database, CleanDatabase clean)
{
    /// <summary>200 with counts; done again it removes what a crash left.</summary>
    public async Task<Results<Ok<OrganisationErasure>, ProblemHttpResult>> HandleAsync(string id, CancellationToken cancellation)
    {
        if (!(await known.ReadAsync(cancellation)).TryGetValue(id, out var present))
        {
            return Problems.NotFound("There is no organisation with this identifier.");
        }

        if (rules.ExamineHome(present.Id) is { } problem)
        {
            return problem;
        }

        // Nobody of it may write while it goes.
        await manage.StoreAsync(present.Id, "", OrganisationState.Erased, cancellation);
        await refusals.FlushAsync(cancellation);
        var erased = new Dictionary<string, int>(await data.HandleAsync(present.Id, cancellation))
        {
            ["apiKeys"] = await DeleteAsync("ApiKeys", present.Id, cancellation),
            // A copy of what was sealed, wherever one lies, is of no use from here on.
            ["keys"] = sealing.Forget(present.Id),
            ["auditEntries"] = await DeleteAsync("AuditEntries", present.Id, cancellation),
            ["auditPseudonyms"] = await DeleteAsync("AuditActors", present.Id, cancellation),
        };
        await DeleteAsync("AuditHeads", present.Id, cancellation);
        await DeleteAsync("AuditStarts", present.Id, cancellation);
        keys.Forget();
        trail.ForgetPseudonyms();
        return TypedResults.Ok(new OrganisationErasure(erased, await clean.RewriteAsync(cancellation)));
    }

    private Task<int> DeleteAsync(string table, string organisation, CancellationToken cancellation) =>
        database.ExecuteAsync($"DELETE FROM {table} WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
}
