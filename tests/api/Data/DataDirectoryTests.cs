using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Data;

public sealed class DataDirectoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_directory_that_cannot_be_written_stops_the_start_and_is_named()
    {
        var file = Path.Combine(folder.Path, "a-file");
        await File.WriteAllTextAsync(file, "not a folder");
        var directory = Path.Combine(file, "data");
        var line = await ProductProcess.RefusalAsync(directory);
        Assert.Contains(directory, line, StringComparison.Ordinal);
        Assert.Contains("Data:Directory", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_owner_may_enter_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There, rights are inherited from the user's own profile.
        }

        var directory = Path.Combine(folder.Path, "not", "there", "yet");
        await using var product = await ProductProcess.StartAsync(directory);
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        foreach (var entered in Directory.GetDirectories(directory).Append(directory))
        {
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(entered) & others);
        }
    }
}
