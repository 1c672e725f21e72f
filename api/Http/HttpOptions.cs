using System.ComponentModel.DataAnnotations;

namespace OutlookAssist.Http;

/// <summary>How the product is reached from outside.</summary>
internal sealed class HttpOptions
{
    /// <summary>The origin that <c>/manifest.xml</c> and links use; never taken from a request.</summary>
    [Required, Url]
    public string PublicAddress { get; set; } = "https://localhost:7443";

    /// <summary>Who may show the pane in a frame: the sources of the <c>frame-ancestors</c> directive.</summary>
    [Required, MinLength(1)]
    public string FrameAncestors { get; set; } =
        "'self' https://outlook.office.com https://outlook.office365.com https://outlook.live.com https://outlook.cloud.microsoft https://*.outlook.com https://*.officeapps.live.com https://*.office.com";

    /// <summary><see cref="PublicAddress"/> without a slash at its end.</summary>
    internal string PublicOrigin => PublicAddress.TrimEnd('/');
}
