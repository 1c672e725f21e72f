using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Classification;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Tickets;

/// <summary>Shows and replaces an organisation's service levels; secrets go in and never come out.</summary>
internal sealed class ChangeServiceLevels(OutlookAssistDatabase database, KnownServiceLevels levels, KnownTriage triage)
{
    /// <summary>What is in force, without what is secret.</summary>
    public async Task<Ok<ServiceLevelConfiguration>> ShowAsync(Caller caller, CancellationToken cancellation) =>
        TypedResults.Ok(Shown(await levels.ForAsync(database, caller.Organisation, cancellation)));

    /// <summary>Replaces all of it; running clocks keep the time they were given.</summary>
    public async Task<Results<Ok<ServiceLevelConfiguration>, ProblemHttpResult>> ReplaceAsync(ServiceLevelConfiguration wanted, Caller caller, CancellationToken cancellation)
    {
        var categories = (await triage.ForAsync(caller.Organisation, cancellation)).NamesOf("category");
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var before = (await levels.ForAsync(database, caller.Organisation, cancellation)).Targets ?? [];
        var merged = wanted with { Targets = [.. (wanted.Targets ?? []).Select(target => WithSecrets(target, before))] };
        var known = before.Where(target => merged.Targets.Any(next => next.Name == target.Name && next.Kind == target.Kind)).Select(target => target.Name!).ToList();
        if (CheckServiceLevels.Examine(merged, categories, known) is { } fault)
        {
            return Problems.Validation(fault.Field, fault.Detail);
        }

        await levels.KeepAsync(database, caller.Organisation, merged, cancellation);
        await transaction.CommitAsync(cancellation);
        return TypedResults.Ok(Shown(merged));
    }

    /// <summary>What is left out, or comes back as it was shown, stays as it is stored.</summary>
    private static EscalationTarget WithSecrets(EscalationTarget target, IReadOnlyList<EscalationTarget> before)
    {
        var stored = before.FirstOrDefault(known => known.Name == target.Name && known.Kind == target.Kind);
        return stored is null ? target : target with
        {
            Address = target.Address is null || target.Address == Shown(stored).Address ? stored.Address : target.Address,
            Secret = target.Secret ?? stored.Secret,
        };
    }

    private static ServiceLevelConfiguration Shown(ServiceLevelConfiguration configuration) =>
        configuration with { Targets = [.. (configuration.Targets ?? []).Select(target => Shown(target))] };

    /// <summary>The path and query of a chat's address are its password.</summary>
    private static EscalationTarget Shown(EscalationTarget target) => target with
    {
        Secret = null,
        Address = target.Kind != "mail" && Uri.TryCreate(target.Address, UriKind.Absolute, out var uri) ? $"{uri.GetLeftPart(UriPartial.Authority)}/…" : target.Address,
    };
}
