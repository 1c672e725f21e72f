using OutlookAssist.Settings;

namespace OutlookAssist.Access;

/// <summary>How people prove who they are.</summary>
internal sealed class AccessOptions
{
    /// <summary><c>Local</c>: one person, this machine only, no sign-in.</summary>
    [OneOf("Local")]
    public string Mode { get; set; } = "Local";
}
