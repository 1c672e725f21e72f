using Microsoft.Extensions.Options;
using OutlookAssist.Protection.Providers;
using OutlookAssist.Settings;

namespace OutlookAssist.Protection;

/// <summary>Finds the master key where the settings say it is.</summary>
/// <param name="options">The settings.</param>
/// <param name="folder">The data directory, where it lies unless they say otherwise.</param>
internal sealed class MasterKeySource(IOptions<ProtectionOptions> options, string folder)
{
    /// <summary>Where it comes from, for a person.</summary>
    public string Description => options.Value switch
    {
        { MasterKey: not null } => "Protection:MasterKey",
        { KeyVault: { } address } => address,
        _ => FileOf(options.Value).Path,
    };

    /// <summary>Reads the master key, or makes its file when nothing was ever wrapped.</summary>
    /// <param name="wrappedBy">The master keys that what is kept was wrapped with.</param>
    public IMasterKey Load(IReadOnlyCollection<string> wrappedBy)
    {
        if (At(options.Value, "Protection") is { } named)
        {
            return named;
        }

        var file = FileOf(options.Value);
        if (wrappedBy.Count == 0)
        {
            file.MakeIfMissing();
        }

        return file.TakeNext(wrappedBy) ?? file.Read();
    }

    /// <summary>The master key before this one, where one is named.</summary>
    public IMasterKey? LoadPrevious() => options.Value.Previous is { } place ? At(place, "Protection:Previous") ?? FileOf(place).Read() : null;

    /// <summary>The file whose key can be replaced by a new one; null where the master key lies elsewhere, or its successor is named already.</summary>
    public MasterKeyFile? Replaceable => options.Value is { Previous: null, MasterKey: null, KeyVault: null } ? FileOf(options.Value) : null;

    private MasterKeyFile FileOf(MasterKeyPlace place) => new(place.MasterKeyFile ?? Path.Combine(folder, "master.key"));

    private static IMasterKey? At(MasterKeyPlace place, string section) => place switch
    {
        { MasterKey: { } text } => LocalMasterKey.Parse(text) ?? throw new StartRefusedException($"{section}:MasterKey must be 32 bytes as Base64, such as `openssl rand -base64 32` prints."),
        { KeyVault: { } address } => KeyVaultMasterKey.ByIdentity(KeyVaultMasterKey.AddressOf(address)!),
        _ => null,
    };
}
