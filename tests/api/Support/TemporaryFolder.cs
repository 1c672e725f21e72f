namespace OutlookAssist.Tests.Api.Support;

/// <summary>A folder of a test's own that goes with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const int MostAttempts = 50;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    /// <summary>Creates it.</summary>
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    /// <summary>Where it is.</summary>
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "outlookassist-tests", Guid.NewGuid().ToString("N"));

    /// <inheritdoc />
    public void Dispose() => RemoveAsync(Path).GetAwaiter().GetResult();

    /// <summary>Removes a folder in which a database was; a connection that another test's clean-up closes late may lay a last file into it meanwhile.</summary>
    public static async Task RemoveAsync(string folder)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        for (var attempt = 1; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                await Task.Delay(BetweenAttempts);
            }
        }
    }
}
