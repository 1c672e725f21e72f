using System.ComponentModel.DataAnnotations;

namespace OutlookAssist.Http;

/// <summary>How the product is reached from outside.</summary>
internal sealed class HttpOptions : IValidatableObject
{
    /// <summary>The origin that <c>/manifest.xml</c> and links use; never taken from a request.</summary>
    [Required, Url]
    public string PublicAddress { get; set; } = "https://localhost:7443";

    /// <summary>Who may show the pane in a frame: the sources of the <c>frame-ancestors</c> directive.</summary>
    [Required, MinLength(1)]
    public string FrameAncestors { get; set; } =
        "'self' https://outlook.office.com https://outlook.office365.com https://outlook.live.com https://outlook.cloud.microsoft https://*.outlook.com https://*.officeapps.live.com https://*.office.com";

    /// <summary>How many seconds a caller may take to send the headers of a request; a body may be as slow as that at its beginning, and 240 bytes a second afterwards.</summary>
    [Range(1, 120)]
    public int RequestHeadersSeconds { get; set; } = 15;

    /// <summary>True where a proxy in front of the product speaks TLS with the callers, so that plain addresses beyond this machine are meant.</summary>
    public bool BehindTls { get; set; }

    /// <summary><see cref="PublicAddress"/> without a slash at its end.</summary>
    internal string PublicOrigin => PublicAddress.TrimEnd('/');

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) && !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            yield return new("Http:PublicAddress must begin with https://: mails and tokens travel to it.");
        }

        if (FrameAncestors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(source => source is "*" or "http:" or "https:" or "https://*" or "http://*") || FrameAncestors.Contains(';', StringComparison.Ordinal))
        {
            yield return new("Http:FrameAncestors lets every web page show the pane in a frame and trick a person into clicking there. Name the origins that may.");
        }
    }
}
