using Microsoft.Extensions.Configuration.Memory;
using OutlookAssist.Settings.Providers;

namespace OutlookAssist.Settings;

/// <summary>Puts values in the place of references before anything reads the settings: <c>NameFile</c> and <c>file:PATH</c> from a file, <c>vault:PATH</c> from a vault; in secret settings only.</summary>
internal static class ReadSecrets
{
    private const string FileSuffix = "File";
    private const string FileReference = "file:";
    private const string VaultReference = "vault:";
    private const int LongestSecret = 1 << 16;
    private const int Tries = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Reads them all, or refuses the start and says which could not be read.</summary>
    public static async Task ReadSecretsAsync(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<SecretsOptions>(SecretsOptions.Section);
        var found = new SecretSources();
        builder.Services.AddSingleton(found);
        var sections = builder.Services.Select(service => service.ImplementationInstance).OfType<SettingsSection>().ToList();
        // The vault's own token comes first: it opens the rest.
        foreach (var section in sections.OrderBy(section => section.Name != SecretsOptions.Section))
        {
            var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
            foreach (var (path, value) in References(builder.Configuration, section))
            {
                (values[path], found.Sources[path]) = await ResolveAsync(builder.Configuration, path, value);
            }

            if (values.Count > 0)
            {
                builder.Configuration.Add<MemoryConfigurationSource>(source => source.InitialData = values);
            }
        }
    }

    /// <summary>The secret settings that refer to something, by their path, with the reference.</summary>
    private static List<(string Path, string Reference)> References(IConfiguration configuration, SettingsSection section)
    {
        var found = new List<(string, string)>();
        foreach (var (key, value) in configuration.GetSection(section.Name).AsEnumerable())
        {
            if (value is null)
            {
                continue;
            }

            if (SecretSettings.IsSecret(section, key) && (value.StartsWith(FileReference, StringComparison.Ordinal) || value.StartsWith(VaultReference, StringComparison.Ordinal)))
            {
                found.Add((key, value));
            }
            else if (SecretSettings.IsFileOfSecret(section, key))
            {
                var path = key[..^FileSuffix.Length];
                if (configuration[path] is not null)
                {
                    throw new StartRefusedException($"{path} and {key} are both given: remove one.");
                }

                found.Add((path, FileReference + value));
            }
        }

        return found;
    }

    private static async Task<(string Value, string Source)> ResolveAsync(IConfiguration configuration, string path, string reference) =>
        reference.StartsWith(FileReference, StringComparison.Ordinal)
            ? (FromFile(path, reference[FileReference.Length..]), "file")
            : (await FromVaultAsync(configuration, path, reference), "vault");

    private static string FromFile(string setting, string path)
    {
        try
        {
            var file = new FileInfo(path);
            var text = file is { Exists: true, Length: <= LongestSecret } ? File.ReadAllText(path).Trim() : "";
            return text.Length > 0 ? text : throw new StartRefusedException($"{setting} is to be read from the file {path}, which is not there, is empty, or is no secret.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{setting} is to be read from the file {path}, which this user may not read.", failure);
        }
    }

    private static async Task<string> FromVaultAsync(IConfiguration configuration, string setting, string reference)
    {
        var options = configuration.GetSection(SecretsOptions.Section).Get<SecretsOptions>() ?? new SecretsOptions();
        if (new SettingsRules<SecretsOptions>(SecretsOptions.Section).Validate(null, options) is { Failed: true } invalid)
        {
            throw new StartRefusedException(string.Join(' ', invalid.Failures!));
        }

        using var http = new VaultHttp(options);
        ISecretStore store = options.Provider.ToUpperInvariant() switch
        {
            "HASHICORP" => new HashiCorpSecrets(options, http),
            "AZUREKEYVAULT" => AzureKeyVaultSecrets.ByIdentity(options, http),
            _ => throw new StartRefusedException($"{setting} refers to {reference}, but no vault is named: set Secrets:Provider and Secrets:Endpoint."),
        };
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.ReadAsync(reference[VaultReference.Length..], CancellationToken.None);
            }
            catch (SecretException failure) when (failure.MayPass && attempt < Tries)
            {
                var wait = failure.After is { } asked && asked > pause ? asked : pause;
                await Task.Delay(wait > LongestPause ? LongestPause : wait);
                pause *= 2;
            }
            catch (SecretException failure)
            {
                throw new StartRefusedException($"{setting} refers to {reference}, {failure.Message}.", failure);
            }
        }
    }
}

/// <summary>Which secrets were read from where, by their path.</summary>
internal sealed class SecretSources
{
    /// <summary>The sources.</summary>
    public Dictionary<string, string> Sources { get; } = new(StringComparer.OrdinalIgnoreCase);
}
