using System.ComponentModel.DataAnnotations;
using OutlookAssist.Settings;

namespace OutlookAssist.Data;

/// <summary>Where everything that must survive a restart is kept.</summary>
internal sealed class DataOptions
{
    /// <summary>The folder of the database, the keys and the uploaded documents; created with owner-only rights.</summary>
    [Required]
    public string Directory { get; set; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "OutlookAssist");

    /// <summary><c>Sqlite</c>, embedded.</summary>
    [OneOf("Sqlite")]
    public string Provider { get; set; } = "Sqlite";
}
