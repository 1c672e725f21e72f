namespace OutlookAssist.Backups;

/// <summary>The command <c>restore</c>: puts a backup into the data directory that the settings name.</summary>
internal static class RestoreCommand
{
    /// <summary>What a person types after the program's name.</summary>
    public const string Name = "restore";

    private const string Replace = "replace";

    /// <summary>Prints what was done; 0 when the backup is in place.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, TextWriter output, CancellationToken cancellation)
    {
        if (words is not ([_] or [_, Replace]))
        {
            await output.WriteLineAsync($"Write {Name} and the backup; add {Replace} to put what the data directory holds aside.");
            return 1;
        }

        try
        {
            var (manifest, before) = await services.GetRequiredService<RestoreBackup>().HandleAsync(words[0], replaces: words.Count == 2, cancellation);
            await output.WriteLineAsync($"The backup of {manifest.CreatedAt:u} is in place: {manifest.Files.Count} files, {manifest.Bytes} bytes, verified. The search index is built again at the next start.");
            if (before is not null)
            {
                await output.WriteLineAsync($"What was there before lies in {before}. Remove it when the product answers as it should.");
            }

            return 0;
        }
        catch (BackupException refused)
        {
            await output.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
