using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Protection;

/// <summary>The master key is made once, for its owner only, and a start without the right one says what is missing and changes nothing.</summary>
public sealed class MasterKeySourceTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder _folder = new();

    private string KeyFile => Path.Combine(_folder.Path, "master.key");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_start_makes_it_for_its_owner_only_and_a_start_without_it_refuses_and_loses_nothing()
    {
        await using (var first = await ProductProcess.StartAsync(_folder.Path))
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(KeyFile) == OwnerOnly);
        }

        string kept;
        using (var keys = new SealingKeys(_folder.Path))
        {
            kept = keys.Cipher.SealText("a", "T/c/1", "text");
        }

        var aside = Path.Combine(_folder.Path, "aside");
        File.Move(KeyFile, aside);
        var before = Hash();
        var lost = await ProductProcess.RefusalAsync(_folder.Path);
        Assert.Contains($"{KeyFile} is missing", lost, StringComparison.Ordinal);
        Assert.Contains("nothing was changed", lost, StringComparison.Ordinal);
        Assert.Equal(before, Hash());
        Assert.False(File.Exists(KeyFile));

        var other = await ProductProcess.RefusalAsync(_folder.Path, "--Protection:MasterKey", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        Assert.Contains("The master key from Protection:MasterKey does not open the keys", other, StringComparison.Ordinal);
        Assert.DoesNotContain("MDEyMzQ1", other, StringComparison.Ordinal);
        Assert.Equal(before, Hash());

        File.Move(aside, KeyFile);
        using var again = new SealingKeys(_folder.Path);
        again.Keys.RefuseWrongMasterKey();
        Assert.Equal("text", again.Cipher.OpenText("a", "T/c/1", kept));
    }

    [Fact]
    public async Task A_file_that_others_may_read_is_refused_with_what_to_do()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There, rights are inherited from the user's own profile.
        }

        await File.WriteAllTextAsync(KeyFile, "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n");
        File.SetUnixFileMode(KeyFile, OwnerOnly | UnixFileMode.GroupRead);
        Assert.Contains($"chmod 600 '{KeyFile}'", await ProductProcess.RefusalAsync(_folder.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Protection:MasterKey", "c2hvcnQ=", "Protection:MasterKey must be 32 bytes as Base64")]
    [InlineData("Protection:MasterKeyFile", "/not/there/master.key", "cannot be read or written")]
    [InlineData("Protection:MasterKeys", "x", "Unknown setting Protection:MasterKeys")]
    public async Task A_setting_that_cannot_be_used_is_named(string setting, string value, string sentence) =>
        Assert.Contains(sentence, await ProductProcess.RefusalAsync(_folder.Path, $"--{setting}", value), StringComparison.Ordinal);

    private string Hash() => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder.Path, "keys.db"))));
}
