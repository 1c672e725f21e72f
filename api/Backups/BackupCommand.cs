namespace OutlookAssist.Backups;

/// <summary>The command <c>backup</c>: takes a backup beside a product that goes on, or of one that stands still.</summary>
internal static class BackupCommand
{
    /// <summary>What a person types after the program's name.</summary>
    public const string Name = "backup";

    /// <summary>Prints what was written; 0 when it was verified.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, TextWriter output, CancellationToken cancellation)
    {
        if (words is not [var target])
        {
            await output.WriteLineAsync($"Write {Name} and where to: a folder, or a file that ends with .tar.");
            return 1;
        }

        try
        {
            var manifest = await services.GetRequiredService<TakeBackup>().HandleAsync(target, cancellation);
            await output.WriteLineAsync($"{manifest.Files.Count} files, {manifest.Bytes} bytes are in {Path.GetFullPath(target)}, read back and verified.");
            await output.WriteLineAsync($"The master key is not among them ({string.Join(", ", manifest.MasterKeys)}). Keep a copy of it in another place: without it this backup opens for nobody.");
            return 0;
        }
        catch (BackupException refused)
        {
            await output.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
