using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Backups;

/// <summary>The commands as a person types them, beside a product that runs as a process of its own.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_product_that_is_killed_lives_on_from_its_backup_in_another_directory()
    {
        var (data, backup, other) = (Path.Combine(_folder.Path, "data"), Path.Combine(_folder.Path, "backup.tar"), Path.Combine(_folder.Path, "other"));
        await using (var product = await ProductProcess.StartAsync(data))
        {
            await product.Client.AddAsync("opening.txt", "The observatory opens at seven in the evening."u8.ToArray(), ("documentId", "opening"));
            await ProgramRun.SucceedsAsync(ProductProcess.Dotnet, _folder.Path, ProductProcess.Program, "backup", backup, "--Data:Directory", data);
            await product.KillAsync();
        }

        Directory.CreateDirectory(other);
        File.Copy(Path.Combine(data, "master.key"), Path.Combine(other, "master.key"));
        await ProgramRun.SucceedsAsync(ProductProcess.Dotnet, _folder.Path, ProductProcess.Program, "restore", backup, "--Data:Directory", other);
        await using var restored = await ProductProcess.StartAsync(other);
        Assert.Equal(["opening"], await restored.Client.FindDocumentsAsync("observatory"));
        Assert.Equal("The observatory opens at seven in the evening.", await restored.Client.GetStringAsync("/api/knowledge/documents/opening/content"));
    }
}
