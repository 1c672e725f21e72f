namespace OutlookAssist.Settings;

/// <summary>Addresses of other systems: by TLS, except on this machine.</summary>
internal static class SafeEndpoint
{
    /// <summary>What is wrong with the address that a setting names, in a sentence; null when nothing is.</summary>
    public static string? Fault(string setting, string? address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") ? $"{setting} must be an address that begins with https://."
        : uri.UserInfo.Length > 0 ? $"{setting} must not hold a name or a password."
        : uri.Scheme == "http" && !uri.IsLoopback ? $"{setting} must begin with https://: what is sent to another machine is encrypted on its way."
        : null;
}
