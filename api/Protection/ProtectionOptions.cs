using System.ComponentModel.DataAnnotations;
using OutlookAssist.Settings;

namespace OutlookAssist.Protection;

/// <summary>Where the master key comes from that everything kept is sealed with in the end.</summary>
internal sealed class ProtectionOptions : MasterKeyPlace, IValidatableObject
{
    /// <summary>The master key before this one, while <c>rotate-keys master</c> has not yet put this one in its place everywhere.</summary>
    public MasterKeyPlace? Previous { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Faults("Protection").Concat(Previous?.Faults("Protection:Previous") ?? []).Select(fault => new ValidationResult(fault));
}

/// <summary>One of three places that a master key can be in.</summary>
internal class MasterKeyPlace
{
    /// <summary>The master key itself, 32 bytes as Base64; for where a secret comes from the environment.</summary>
    [Secret]
    public string? MasterKey { get; set; }

    /// <summary>The file that holds it, readable by its owner only; <c>master.key</c> in the data directory when no place is named, made at the first start.</summary>
    public string? MasterKeyFile { get; set; }

    /// <summary>A key of Azure Key Vault that never leaves it: <c>https://NAME.vault.azure.net/keys/KEY</c>. We sign in by the managed identity of this machine, which needs the rights to wrap and unwrap.</summary>
    public string? KeyVault { get; set; }

    /// <summary>What is wrong, in sentences.</summary>
    internal IEnumerable<string> Faults(string section)
    {
        if (new[] { MasterKey, MasterKeyFile, KeyVault }.Count(place => place is not null) > 1)
        {
            yield return $"Of {section}:MasterKey, {section}:MasterKeyFile and {section}:KeyVault only one may be given.";
        }

        if (MasterKey is not null && LocalMasterKey.Parse(MasterKey) is null)
        {
            yield return $"{section}:MasterKey must be 32 bytes as Base64, such as `openssl rand -base64 32` prints.";
        }

        if (KeyVault is not null && Providers.KeyVaultMasterKey.AddressOf(KeyVault) is null)
        {
            yield return $"{section}:KeyVault must be the https address of a key without its version, such as https://NAME.vault.azure.net/keys/KEY.";
        }
    }
}
