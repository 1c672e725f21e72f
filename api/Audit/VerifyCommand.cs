using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Audit;

/// <summary>The command <c>verify-audit</c>: checks the trail of every organisation without serving anybody.</summary>
internal static class VerifyCommand
{
    /// <summary>What a person types after the program's name.</summary>
    public const string Name = "verify-audit";

    /// <summary>Prints a line for each trail; 0 when all are whole, 1 when one is not.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<OutlookAssistDatabase>();
        var verify = scope.ServiceProvider.GetRequiredService<VerifyTrail>();
        // A head without entries is as telling as entries without a head.
        var organisations = await database.Set<AuditEntry>().Select(entry => entry.Organisation).Union(database.Set<AuditHead>().Select(head => head.Organisation)).ToListAsync();
        var broken = 0;
        foreach (var organisation in organisations.Order(StringComparer.Ordinal))
        {
            var result = await verify.HandleAsync(organisation, CancellationToken.None);
            broken += result.Valid ? 0 : 1;
            await output.WriteLineAsync(result.Valid ? $"{organisation}: whole, {result.Entries} entries" : $"{organisation}: changed at entry {result.FirstBroken}. {result.Detail}");
        }

        await output.WriteLineAsync(broken == 0 ? "Every trail is whole." : $"{broken} of {organisations.Count} trails were changed.");
        return broken == 0 ? 0 : 1;
    }
}
