using System.Reflection;

namespace OutlookAssist.Settings;

/// <summary>Tells by the classes of settings which path holds a secret.</summary>
internal static class SecretSettings
{
    private const string FileSuffix = "File";

    /// <summary>Whether the setting at this path, such as <c>LanguageModel:Alternatives:0:ApiKey</c>, is a secret.</summary>
    public static bool IsSecret(SettingsSection section, string path) => PropertyAt(section, path)?.IsDefined(typeof(SecretAttribute)) == true;

    /// <summary>Whether the path is that of a secret with <c>File</c> after it, and no setting of its own.</summary>
    public static bool IsFileOfSecret(SettingsSection section, string path) =>
        path.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase) && PropertyAt(section, path) is null && IsSecret(section, path[..^FileSuffix.Length]);

    /// <summary>The same for one key of a class.</summary>
    public static bool IsFileOfSecret(Type type, string key) =>
        key.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase) && PropertyOf(type, key[..^FileSuffix.Length])?.IsDefined(typeof(SecretAttribute)) == true;

    private static PropertyInfo? PropertyAt(SettingsSection section, string path)
    {
        var (type, property) = (section.Type, (PropertyInfo?)null);
        if (!path.StartsWith(section.Name + ":", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach (var step in path[(section.Name.Length + 1)..].Split(':'))
        {
            if (int.TryParse(step, out _) && property is not null)
            {
                continue; // A place in a list.
            }

            property = PropertyOf(type, step);
            if (property is null)
            {
                return null;
            }

            type = property.PropertyType.GetElementType() ?? property.PropertyType;
        }

        return property;
    }

    private static PropertyInfo? PropertyOf(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
}
