using System.ComponentModel.DataAnnotations;
using OutlookAssist.Settings;

namespace OutlookAssist.Knowledge;

/// <summary>What may be uploaded and where passages are kept.</summary>
internal sealed class KnowledgeOptions : IValidatableObject
{
    /// <summary><c>Embedded</c>: in our own database. <c>KernelMemory</c>: in a remote service that speaks Kernel Memory v1.</summary>
    [OneOf("Embedded", "KernelMemory")]
    public string Provider { get; set; } = "Embedded";

    /// <summary>The address of the remote service, the path before <c>/upload</c> included.</summary>
    [Url]
    public string? Endpoint { get; set; }

    /// <summary>The key of the remote service, sent as the raw value of <c>Authorization</c>.</summary>
    [Secret]
    public string? ApiKey { get; set; }

    /// <summary>Keys that open <c>/memory</c>, sent as the raw value of <c>Authorization</c>; without any it is as open as the rest of the API.</summary>
    [Secret]
    public string[] MemoryKeys { get; set; } = [];

    /// <summary>The largest file, in bytes.</summary>
    [Range(1, 1L << 31)]
    public long MaxFileBytes { get; set; } = 50L << 20;

    /// <summary>The largest request, in bytes.</summary>
    [Range(1, 1L << 32)]
    public long MaxRequestBytes { get; set; } = 1L << 30;

    /// <summary>The most files in one request.</summary>
    [Range(1, 10_000)]
    public int MaxFilesPerRequest { get; set; } = 500;

    /// <summary>Minutes during which a deleted document can be brought back; 0 removes it at once.</summary>
    [Range(0, 7 * 24 * 60)]
    public double UndoMinutes { get; set; } = 10;

    /// <summary>Whether passages are kept elsewhere.</summary>
    internal bool IsRemote => Provider.Equals("KernelMemory", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsRemote && string.IsNullOrWhiteSpace(Endpoint))
        {
            yield return new ValidationResult("Knowledge:Provider=KernelMemory needs the address of the service in Knowledge:Endpoint");
        }
        else if (IsRemote && SafeEndpoint.Fault("Knowledge:Endpoint", Endpoint) is { } fault)
        {
            yield return new ValidationResult(fault);
        }
    }
}
