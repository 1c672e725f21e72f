using System.Formats.Tar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OutlookAssist.Backups;
using OutlookAssist.Data;
using OutlookAssist.Protection;
using OutlookAssist.Settings;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Backups;

/// <summary>A restore verifies before it replaces, never works under a running product, and loses nothing of what was there.</summary>
public sealed class RestoreBackupTests : IAsyncLifetime
{
    private readonly Product _product = new();
    private readonly TemporaryFolder _folder = new();
    private string _backup = "";

    private string Target => Path.Combine(_folder.Path, "target");

    public async Task InitializeAsync()
    {
        await _product.InitializeAsync();
        await _product.Client.AddAsync("opening.txt", "The observatory opens at seven in the evening."u8.ToArray(), ("documentId", "opening"));
        _backup = Path.Combine(_folder.Path, "backup");
        await _product.Services.GetRequiredService<TakeBackup>().HandleAsync(_backup, CancellationToken.None);
        Directory.CreateDirectory(Target);
        File.Copy(Path.Combine(_product.DataDirectory, "master.key"), Path.Combine(Target, "master.key"));
    }

    public async Task DisposeAsync()
    {
        await _product.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Restores into a directory as the command does.</summary>
    internal static async Task<string?> RestoreAsync(Product product, string backup, string directory, bool replaces = false)
    {
        var restore = new RestoreBackup(Options.Create(new DataOptions { Directory = directory }), Options.Create(new ProtectionOptions()), product.Services.GetRequiredService<TimeProvider>());
        return (await restore.HandleAsync(backup, replaces, CancellationToken.None)).Before;
    }

    [Fact]
    public async Task Under_a_running_product_it_refuses_and_changes_nothing()
    {
        var failure = await RefusedAsync(_backup, _product.DataDirectory, replaces: true);
        Assert.Contains("is running on", failure, StringComparison.Ordinal);
        Assert.Equal(["opening"], await _product.Client.FindDocumentsAsync("observatory"));
    }

    [Fact]
    public async Task What_the_directory_holds_is_replaced_only_when_told_and_then_put_aside()
    {
        await File.WriteAllTextAsync(Path.Combine(Target, "outlookassist.db"), "another database");
        Assert.Contains("is not empty", await RefusedAsync(_backup, Target), StringComparison.Ordinal);
        Assert.Equal("another database", await File.ReadAllTextAsync(Path.Combine(Target, "outlookassist.db")));

        var before = await RestoreAsync(_product, _backup, Target, replaces: true);
        Assert.Equal("another database", await File.ReadAllTextAsync(Path.Combine(before!, "outlookassist.db")));
        Assert.Single(Directory.GetFiles(Path.Combine(Target, "documents")));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(Target), entry => Path.GetFileName(entry) is "restore-unfinished" || Path.GetFileName(entry).StartsWith("restoring-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_that_was_changed_anywhere_is_refused_and_named()
    {
        foreach (var file in Directory.GetFiles(_backup, "*", SearchOption.AllDirectories))
        {
            var whole = await File.ReadAllBytesAsync(file);
            foreach (var changed in new[] { [.. whole.Take(whole.Length / 2)], [.. whole.SkipLast(1), (byte)(whole[^1] ^ 1)], Array.Empty<byte>() })
            {
                await File.WriteAllBytesAsync(file, changed);
                await RefusedAsync(_backup, Target);
            }

            File.Delete(file);
            await RefusedAsync(_backup, Target);
            await File.WriteAllBytesAsync(file, whole);
        }

        var added = Path.Combine(_backup, "documents", "added");
        await File.WriteAllTextAsync(added, "more");
        Assert.Contains("documents/added", await RefusedAsync(_backup, Target), StringComparison.Ordinal);
        File.Delete(added);
        Assert.Null(await RestoreAsync(_product, _backup, Target));
    }

    [Fact]
    public async Task Without_its_master_key_it_refuses()
    {
        File.Delete(Path.Combine(Target, "master.key"));
        Assert.Contains("master.key is missing", await RefusedAsync(_backup, Target), StringComparison.Ordinal);
        var other = Path.Combine(_folder.Path, "other");
        using (var keys = new SealingKeys(other))
        {
            keys.Keys.Newest("a");
        }

        File.Copy(Path.Combine(other, "master.key"), Path.Combine(Target, "master.key"));
        Assert.Contains("does not open the keys", await RefusedAsync(_backup, Target), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_leads_out_of_the_directory_is_never_written()
    {
        var hostile = Path.Combine(_folder.Path, "hostile.tar");
        await using (var stream = File.Create(hostile))
        await using (var tar = new TarWriter(stream))
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "../../escaped") { DataStream = new MemoryStream("x"u8.ToArray()) });
        }

        await RefusedAsync(hostile, Target);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "escaped")));
        await File.WriteAllTextAsync(hostile, "no archive at all");
        await RefusedAsync(hostile, Target);
        Assert.Contains("There is no backup", await RefusedAsync(Path.Combine(_folder.Path, "nowhere"), Target), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_that_was_interrupted_keeps_the_product_from_starting_until_it_is_run_again()
    {
        await File.WriteAllTextAsync(Path.Combine(Target, "restore-unfinished"), "");
        Assert.Contains("was interrupted", await ProductProcess.RefusalAsync(Target), StringComparison.Ordinal);
        await RestoreAsync(_product, _backup, Target, replaces: true);
        await using var restored = await ProductProcess.StartAsync(Target);
        Assert.Equal(["opening"], await restored.Client.FindDocumentsAsync("observatory"));
    }

    private async Task<string> RefusedAsync(string backup, string directory, bool replaces = false)
    {
        var held = Snapshot(directory);
        var failure = await Record.ExceptionAsync(() => RestoreAsync(_product, backup, directory, replaces));
        Assert.True(failure is BackupException or StartRefusedException, failure?.ToString() ?? "It restored.");
        Assert.Equal(held, Snapshot(directory));
        return failure!.Message;
    }

    private static string Snapshot(string directory) => string.Join('\n', Directory.EnumerateFileSystemEntries(directory).Select(Path.GetFileName).Where(name => name != "in-use" && !name!.EndsWith("-wal", StringComparison.Ordinal) && !name.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
}
