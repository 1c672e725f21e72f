using OutlookAssist.Http;
using OutlookAssist.Protection;
using OutlookAssist.Settings;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Protection;

/// <summary>Keys outlive a restart, belong to one organisation, and cannot be had back once forgotten.</summary>
public sealed class OrganisationKeysTests : IDisposable
{
    private const string OneKey = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private const string OtherKey = "MTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_sealed_before_a_restart_opens_after_it()
    {
        string kept;
        using (var before = new SealingKeys(_folder.Path))
        {
            kept = before.Cipher.SealText("a", "T/c/1", "text");
        }

        using var after = new SealingKeys(_folder.Path);
        Assert.Equal("text", after.Cipher.OpenText("a", "T/c/1", kept));
        Assert.Equal(1, after.Keys.Newest("a").Version);
    }

    [Fact]
    public void Two_that_start_at_once_seal_with_the_same_keys()
    {
        using var one = new SealingKeys(_folder.Path);
        using var two = new SealingKeys(_folder.Path);
        Parallel.For(0, 32, number => (number % 2 == 0 ? one : two).Cipher.SealText($"o{number / 4}", "T/c/1", "text"));
        Assert.All(Enumerable.Range(0, 8), number => Assert.Equal("text", two.Cipher.OpenText($"o{number}", "T/c/1", one.Cipher.SealText($"o{number}", "T/c/1", "text"))));
    }

    [Fact]
    public void What_was_forgotten_cannot_be_opened_again_and_the_organisation_goes_on_with_a_new_key()
    {
        using var keys = new SealingKeys(_folder.Path);
        var kept = keys.Cipher.SealText("a", "T/c/1", "text");
        var neighbour = keys.Cipher.SealText("b", "T/c/1", "text");
        var wrapped = keys.Kept.Of("a").Single().Wrapped;
        Assert.Equal(1, keys.Keys.Forget("a"));
        Assert.Equal("content-key-missing", Assert.Throws<DamagedException>(() => keys.Cipher.OpenText("a", "T/c/1", kept)).Code);
        Assert.Equal("text", keys.Cipher.OpenText("b", "T/c/1", neighbour));
        Assert.Equal("text", keys.Cipher.OpenText("a", "T/c/1", keys.Cipher.SealText("a", "T/c/1", "text")));
        Assert.Equal(2, keys.Keys.Newest("a").Version);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.Equal(-1, File.ReadAllBytes(Path.Combine(_folder.Path, "keys.db")).AsSpan().IndexOf(wrapped));
    }

    [Fact]
    public void A_wrong_master_key_is_refused_and_changes_nothing()
    {
        string kept;
        using (var right = new SealingKeys(_folder.Path, OneKey))
        {
            kept = right.Cipher.SealText("a", "T/c/1", "text");
        }

        using (var wrong = new SealingKeys(_folder.Path, OtherKey))
        {
            Assert.Contains("nothing was changed", Assert.Throws<StartRefusedException>(wrong.Keys.RefuseWrongMasterKey).Message, StringComparison.Ordinal);
            Assert.Equal("content-key-missing", Assert.Throws<DamagedException>(() => wrong.Cipher.OpenText("a", "T/c/1", kept)).Code);
        }

        using var again = new SealingKeys(_folder.Path, OneKey);
        again.Keys.RefuseWrongMasterKey();
        Assert.Equal("text", again.Cipher.OpenText("a", "T/c/1", kept));
    }

    [Fact]
    public void A_wrapped_key_that_was_given_to_another_organisation_or_version_does_not_unwrap()
    {
        var master = LocalMasterKey.Parse(OneKey)!;
        var kept = master.Wrap("a", 1, new byte[32]);
        Assert.NotNull(master.Unwrap(kept));
        Assert.Null(master.Unwrap(kept with { Organisation = "b" }));
        Assert.Null(master.Unwrap(kept with { Version = 2 }));
        Assert.Null(LocalMasterKey.Parse(OtherKey)!.Unwrap(kept with { WrappedBy = LocalMasterKey.Parse(OtherKey)!.Name }));
    }
}
