using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Backups;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Backups;

/// <summary>The drill: a backup is taken while people upload and draft, put into an empty directory, and the product there answers the same.</summary>
public sealed class TakeBackupTests : IAsyncLifetime
{
    private readonly Product _product = new();
    private readonly TemporaryFolder _folder = new();

    public Task InitializeAsync() => _product.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _product.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("backup.tar")]
    [InlineData("backup")]
    public async Task A_backup_taken_under_load_answers_in_a_fresh_directory_as_the_product_did(string name)
    {
        await _product.Client.AddAsync("opening.txt", "The observatory opens at seven in the evening."u8.ToArray(), ("documentId", "opening"));
        var before = await _product.DraftAsync("When does the observatory open?");
        var target = Path.Combine(_folder.Path, name);
        using (var loading = new CancellationTokenSource())
        {
            var load = LoadAsync(loading.Token);
            var output = new StringWriter();
            Assert.True(await BackupCommand.RunAsync(_product.Services, [target], output, CancellationToken.None) == 0, output.ToString());
            Assert.Contains("read back and verified", output.ToString(), StringComparison.Ordinal);
            await loading.CancelAsync();
            Assert.True(await load > 0);
        }

        Assert.False(Holds(target, await File.ReadAllBytesAsync(Path.Combine(_product.DataDirectory, "audit.key"))));
        Assert.False(Holds(target, Encoding.ASCII.GetBytes((await File.ReadAllTextAsync(Path.Combine(_product.DataDirectory, "master.key"))).Trim())));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_folder.Path), entry => entry.EndsWith(".partial", StringComparison.Ordinal));

        var restored = new Product();
        Directory.CreateDirectory(restored.DataDirectory);
        File.Copy(Path.Combine(_product.DataDirectory, "master.key"), Path.Combine(restored.DataDirectory, "master.key"));
        await RestoreBackupTests.RestoreAsync(_product, target, restored.DataDirectory);
        await restored.InitializeAsync();
        try
        {
            var after = await restored.DraftAsync("When does the observatory open?");
            Assert.Equal(before.GetProperty("sentences").ToString(), after.GetProperty("sentences").ToString());
            Assert.Equal(before.GetProperty("citations").ToString(), after.GetProperty("citations").ToString());
            using var trail = await restored.Client.GetAsync("/api/audit/verification");
            Assert.True(JsonSerializer.Deserialize<JsonElement>(await trail.Content.ReadAsStringAsync()).GetProperty("valid").GetBoolean());
            var list = JsonSerializer.Deserialize<JsonElement>(await restored.Client.GetStringAsync("/api/knowledge/documents?limit=200"));
            foreach (var document in list.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("documentId").GetString()!))
            {
                Assert.Equal("ready", (await restored.SettledAsync(document)).GetProperty("state").GetString());
                Assert.Equal(await _product.Client.GetStringAsync($"/api/knowledge/documents/{document}/content"), await restored.Client.GetStringAsync($"/api/knowledge/documents/{document}/content"));
            }
        }
        finally
        {
            await restored.DisposeAsync();
        }
    }

    [Fact]
    public async Task It_never_writes_over_what_is_there_and_leaves_nothing_half_written()
    {
        var target = Path.Combine(_folder.Path, "there");
        Directory.CreateDirectory(target);
        var output = new StringWriter();
        Assert.Equal(1, await BackupCommand.RunAsync(_product.Services, [target], output, CancellationToken.None));
        Assert.Contains("is there already", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await BackupCommand.RunAsync(_product.Services, [Path.Combine(await FileAsync(), "below-a-file")], output, CancellationToken.None));
        Assert.Contains("could not be written", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await BackupCommand.RunAsync(_product.Services, [], output, CancellationToken.None));
        Assert.Contains("Write backup and where to", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(target));
    }

    [Fact]
    public async Task An_original_that_is_missing_for_good_stops_the_backup()
    {
        await _product.Client.AddAsync("lost.txt", "The lighthouse is white."u8.ToArray(), ("documentId", "lost"));
        File.Delete(Directory.GetFiles(Path.Combine(_product.DataDirectory, "documents")).Single());
        await Assert.ThrowsAsync<BackupException>(() => _product.Services.GetRequiredService<TakeBackup>().HandleAsync(Path.Combine(_folder.Path, "none"), CancellationToken.None));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    private async Task<string> FileAsync()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "");
        return file;
    }

    private async Task<int> LoadAsync(CancellationToken stopping)
    {
        var count = 0;
        do
        {
            using var answer = await _product.Client.SendFilesAsync([($"load-{count}.txt", Encoding.UTF8.GetBytes($"Telescope number {count} stands in dome {count}."))], ("documentId", $"load-{count}"));
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            await _product.DraftAsync("Where does the telescope stand?");
            count++;
        }
        while (!stopping.IsCancellationRequested);

        return count;
    }

    private static bool Holds(string backup, byte[] secret) =>
        (File.Exists(backup) ? [backup] : Directory.GetFiles(backup, "*", SearchOption.AllDirectories)).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(secret) >= 0);
}
