using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Audit;
using OutlookAssist.Data;

namespace OutlookAssist.Organisations;

/// <summary>The command <c>organisations</c>: the same as the addresses, for whoever has the machine; what it does stands in the home organisation's trail.</summary>
internal static class OrganisationsCommand
{
    /// <summary>What a person types after the program's name.</summary>
    public const string Name = "organisations";

    private const string Usage = "Say one of: organisations list | organisations add ID [NAME] | organisations suspend ID | organisations resume ID | organisations erase ID yes";

    /// <summary>0 when it was done, 1 with a sentence when not.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string[] words, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var manage = scope.ServiceProvider.GetRequiredService<ManageOrganisations>();
        switch (words)
        {
            case ["list"]:
                foreach (var organisation in (await manage.ListAsync(CancellationToken.None)).Organisations)
                {
                    await output.WriteLineAsync($"{organisation.Id}  {organisation.State}{(organisation.Home ? "  home" : "")}{(organisation.Name.Length > 0 ? $"  {organisation.Name}" : "")}");
                }

                return 0;
            case ["add", var id, .. var name]:
                return await EndAsync(scope.ServiceProvider, output, id, "added", (await manage.AddAsync(new NewOrganisation(id, string.Join(' ', name)), CancellationToken.None)).Result);
            case ["suspend", var id]:
                return await EndAsync(scope.ServiceProvider, output, id, "suspended", (await manage.ChangeAsync(id, OrganisationState.Suspended, CancellationToken.None)).Result);
            case ["resume", var id]:
                return await EndAsync(scope.ServiceProvider, output, id, "resumed", (await manage.ChangeAsync(id, OrganisationState.Active, CancellationToken.None)).Result);
            case ["erase", var id, "yes"]:
                return await EndAsync(scope.ServiceProvider, output, id, "erased", (await scope.ServiceProvider.GetRequiredService<EraseOrganisation>().HandleAsync(id, CancellationToken.None)).Result);
            case ["erase", _]:
                await output.WriteLineAsync("Erasing removes all its data for good. Add the word yes to do it.");
                return 1;
            default:
                await output.WriteLineAsync(Usage);
                return 1;
        }
    }

    private static async Task<int> EndAsync(IServiceProvider services, TextWriter output, string id, string done, IResult result)
    {
        if (result is ProblemHttpResult problem)
        {
            await output.WriteLineAsync(problem.ProblemDetails.Detail);
            return 1;
        }

        var database = services.GetRequiredService<OutlookAssistDatabase>();
        var operatorOfHome = new Caller(services.GetRequiredService<KnownOrganisations>().Home, "command") { Name = "Command line" };
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        await services.GetRequiredService<AuditTrail>().AppendAsync(database, new AuditEvent(operatorOfHome, $"organisation.{done}", id, StatusCodes.Status200OK, null), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        await output.WriteLineAsync($"{id}: {done}.");
        return 0;
    }
}
