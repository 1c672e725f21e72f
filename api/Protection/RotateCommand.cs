using OutlookAssist.Data;

namespace OutlookAssist.Protection;

/// <summary>The command <c>rotate-keys</c>: new data keys for every organisation, and everything that is kept sealed with them; with <c>master</c>, a new master key around them.</summary>
internal static class RotateCommand
{
    /// <summary>What a person types after the program's name.</summary>
    public const string Name = "rotate-keys";

    /// <summary>What a person types after that for the master key.</summary>
    public const string Master = "master";

    // A product that runs meanwhile notices new keys within this time.
    private static readonly TimeSpan Noticed = OrganisationKeys.Fresh + TimeSpan.FromSeconds(1);

    private const string Step = "rotating";

    /// <summary>Prints what was done; 0 when all of it was.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, TextWriter output, CancellationToken cancellation)
    {
        var alone = services.GetRequiredService<DataDirectory>().IsAlone;
        var keys = services.GetRequiredService<OrganisationKeys>();
        switch (words)
        {
            case []:
                await RotateAsync(services, keys, alone, output, cancellation);
                return 0;
            case [Master] when !alone:
                await output.WriteLineAsync("The product is running on this data directory. Stop it first: it would go on wrapping with the master key that it knows.");
                return 1;
            case [Master]:
                await output.WriteLineAsync($"{keys.Rewrap()} data keys are wrapped with the new master key. Backups that were made before need the master key before it.");
                return 0;
            default:
                await output.WriteLineAsync($"Write {Name} for new data keys, or {Name} {Master} for a new master key.");
                return 1;
        }
    }

    private static async Task RotateAsync(IServiceProvider services, OrganisationKeys keys, bool alone, TextWriter output, CancellationToken cancellation)
    {
        var kept = services.GetRequiredService<KeyDatabase>();
        var again = services.GetRequiredService<SealAgain>();
        if (!kept.IsDone(Step))
        {
            foreach (var organisation in keys.Organisations)
            {
                keys.Make(organisation);
            }

            kept.Done(Step); // A run that is interrupted goes on from here with the same keys.
        }

        var (values, files) = await again.RunAsync(cancellation);
        if (!alone)
        {
            await Task.Delay(Noticed, services.GetRequiredService<TimeProvider>(), cancellation);
            var (late, lateFiles) = await again.RunAsync(cancellation);
            (values, files) = (values + late, files + lateFiles);
        }

        kept.Undo(Step);
        await output.WriteLineAsync($"{keys.Organisations.Count} organisations have new keys; {values} texts and {files} files were sealed with them.");
    }
}
