using Microsoft.Extensions.Options;
using OutlookAssist.Data;
using OutlookAssist.Protection;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>The keys of a data directory without the rest of the product.</summary>
internal sealed class SealingKeys : IDisposable
{
    private readonly DataDirectory _directory;

    /// <summary>Opens or makes the keys of a folder.</summary>
    public SealingKeys(string folder, string? masterKey = null)
    {
        _directory = new DataDirectory(Options.Create(new DataOptions { Directory = folder }));
        Kept = new KeyDatabase(_directory.Keys);
        Keys = new OrganisationKeys(Kept, new MasterKeySource(Options.Create(new ProtectionOptions { MasterKey = masterKey }), _directory.Root), TimeProvider.System);
        Cipher = new ContentCipher(Keys);
        Files = new FileCipher(Keys);
    }

    /// <summary>The wrapped keys.</summary>
    public KeyDatabase Kept { get; }

    /// <summary>The keys.</summary>
    public OrganisationKeys Keys { get; }

    /// <summary>What seals with them.</summary>
    public ContentCipher Cipher { get; }

    /// <summary>What seals files with them.</summary>
    public FileCipher Files { get; }

    /// <inheritdoc />
    public void Dispose() => _directory.Dispose();
}
