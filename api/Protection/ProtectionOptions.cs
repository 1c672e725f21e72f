using System.ComponentModel.DataAnnotations;

namespace OutlookAssist.Protection;

/// <summary>Where the master key comes from that everything kept is sealed with in the end.</summary>
internal sealed class ProtectionOptions : IValidatableObject
{
    /// <summary>The master key itself, 32 bytes as Base64; for where a secret comes from the environment.</summary>
    public string? MasterKey { get; set; }

    /// <summary>The file that holds it, readable by its owner only; <c>master.key</c> in the data directory when absent, made at the first start.</summary>
    public string? MasterKeyFile { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MasterKey is not null && MasterKeyFile is not null)
        {
            yield return new("Protection:MasterKey and Protection:MasterKeyFile are both given: remove one.");
        }

        if (MasterKey is not null && LocalMasterKey.Parse(MasterKey) is null)
        {
            yield return new("Protection:MasterKey must be 32 bytes as Base64, such as `openssl rand -base64 32` prints.");
        }
    }
}
