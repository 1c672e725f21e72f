using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using OutlookAssist.Settings;

namespace OutlookAssist.Access;

/// <summary>One setting: its name and where its value came from, never the value.</summary>
/// <param name="Name">Its whole path.</param>
/// <param name="Source"><c>default</c>, <c>environment</c>, <c>command line</c>, <c>appsettings.json</c>, <c>file</c>, <c>vault</c> or <c>program</c>.</param>
/// <param name="Secret">Whether its value is a secret.</param>
internal sealed record SettingView(string Name, string Source, bool Secret);

/// <summary>All settings.</summary>
internal sealed record SettingList(IReadOnlyList<SettingView> Settings);

/// <summary>Shows those who run the product what it was told, by name only.</summary>
internal sealed class ListSettings(IConfiguration configuration, IEnumerable<SettingsSection> sections, SecretSources secrets)
{
    /// <summary>Every setting that there is, the given ones with their source.</summary>
    public SettingList Handle() => new([.. sections.OrderBy(section => section.Name, StringComparer.Ordinal).SelectMany(Of)]);

    private IEnumerable<SettingView> Of(SettingsSection section)
    {
        foreach (var property in section.Type.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            var path = $"{section.Name}:{property.Name}";
            var given = configuration.GetSection(path).AsEnumerable().Where(entry => entry.Value is not null).Select(entry => entry.Key).Order(StringComparer.Ordinal).ToList();
            foreach (var key in given.Where(key => !SecretSettings.IsFileOfSecret(section, key)))
            {
                yield return new(key, SourceOf(configuration, key), SecretSettings.IsSecret(section, key));
            }

            if (given.Count == 0)
            {
                yield return new(path, "default", SecretSettings.IsSecret(section, path));
            }
        }
    }

    private string SourceOf(IConfiguration from, string key)
    {
        if (secrets.Sources.TryGetValue(key, out var source))
        {
            return source;
        }

        return (from as IConfigurationRoot)?.Providers.Reverse().FirstOrDefault(provider => provider.TryGet(key, out _)) switch
        {
            EnvironmentVariablesConfigurationProvider => "environment",
            CommandLineConfigurationProvider => "command line",
            JsonConfigurationProvider json => json.Source.Path ?? "file",
            ChainedConfigurationProvider chained => SourceOf(chained.Configuration, key),
            _ => "program",
        };
    }
}
