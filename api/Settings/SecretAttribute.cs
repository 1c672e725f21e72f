namespace OutlookAssist.Settings;

/// <summary>Marks a setting whose value nobody may see: it can come from a file or a vault, and is never shown.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;
