using System.ComponentModel.DataAnnotations;

namespace OutlookAssist.Settings;

/// <summary>The vault that references such as <c>vault:mail/model#key</c> in secret settings point into.</summary>
internal sealed class SecretsOptions : IValidatableObject
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Secrets";

    /// <summary><c>None</c>, <c>HashiCorp</c> (Vault, key/value version 2), or <c>AzureKeyVault</c> (by the managed identity of this machine).</summary>
    [OneOf("None", "HashiCorp", "AzureKeyVault")]
    public string Provider { get; set; } = "None";

    /// <summary>The address of the vault.</summary>
    public string? Endpoint { get; set; }

    /// <summary>HashiCorp: the token that reads there; from the environment, or from a file by <c>Secrets:TokenFile</c>.</summary>
    [Secret]
    public string? Token { get; set; }

    /// <summary>HashiCorp: where the key/value store is mounted.</summary>
    [Required]
    public string Mount { get; set; } = "secret";

    /// <summary>HashiCorp: the namespace, where there are any.</summary>
    public string? Namespace { get; set; }

    /// <summary>A file with the certificates that sign the vault's own, where the system does not know them.</summary>
    public string? CertificateAuthorityFile { get; set; }

    /// <summary>Seconds for one question; it is asked three times before the start is refused.</summary>
    [Range(0.1, 60)]
    public double TimeoutSeconds { get; set; } = 5;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider.Equals("None", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        if (SafeEndpoint.Fault("Secrets:Endpoint", Endpoint) is { } fault)
        {
            yield return new(fault);
        }

        if (Provider.Equals("HashiCorp", StringComparison.OrdinalIgnoreCase) && string.IsNullOrWhiteSpace(Token))
        {
            yield return new("Secrets:Provider=HashiCorp needs Secrets:TokenFile, or Secrets__Token in the environment.");
        }
    }
}
