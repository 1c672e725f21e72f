using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace OutlookAssist.Settings;

/// <summary>Binds our settings strictly: a typo or a value out of range stops the start and says which setting it was.</summary>
internal static class SettingsModule
{
    private static readonly string[] FrameworkSections =
        ["Logging", "AllowedHosts", "Urls", "Kestrel", "ConnectionStrings", "Environment", "ContentRoot", "ApplicationName", "WebRoot", "DetailedErrors", "Http_Ports", "Https_Ports", "PreferHostingUrls", "ShutdownTimeoutSeconds", "HostOptions", "FeatureManagement"];

    /// <summary>Registers <typeparamref name="T"/> as the settings of <paramref name="section"/>, checked before the first request.</summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddSingleton(new SettingsSection(section, typeof(T)));
        services.AddOptions<T>()
            .BindConfiguration(section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services;
    }

    /// <summary>Throws <see cref="StartRefusedException"/> for a setting of ours that nobody reads or that has no valid value.</summary>
    public static void RefuseUnknownSettings(this WebApplication app)
    {
        var sections = app.Services.GetServices<SettingsSection>().ToList();
        foreach (var section in sections)
        {
            RefuseUnknownKeys(app.Configuration.GetSection(section.Name), section.Type);
        }

        RefuseUnknownSections((IConfigurationRoot)app.Configuration, sections.Select(section => section.Name));
    }

    /// <summary>The options framework's complaint as a line that names the settings.</summary>
    public static string Describe(OptionsValidationException failure) =>
        "A setting is not valid: " + string.Join("; ", failure.Failures.Select(text => text.Split("with the error: '").Last().TrimEnd('\'', '.'))) + ".";

    private static void RefuseUnknownKeys(IConfigurationSection section, Type type)
    {
        var properties = type.GetProperties().ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!properties.TryGetValue(child.Key, out var property))
            {
                throw new StartRefusedException(
                    $"Unknown setting {child.Path}. Settings under {section.Path} are: {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}.");
            }

            if (property.PropertyType.IsClass && property.PropertyType != typeof(string) && property.PropertyType.Assembly == type.Assembly)
            {
                RefuseUnknownKeys(child, property.PropertyType);
            }
        }
    }

    /// <summary>The environment is full of other programs' variables, so a whole unknown section counts only where a person wrote it for us.</summary>
    private static void RefuseUnknownSections(IConfigurationRoot configuration, IEnumerable<string> ours)
    {
        var known = new HashSet<string>(ours.Concat(FrameworkSections), StringComparer.OrdinalIgnoreCase);
        foreach (var provider in configuration.Providers.Where(provider => provider is CommandLineConfigurationProvider or JsonConfigurationProvider))
        {
            var unknown = provider.GetChildKeys([], null).FirstOrDefault(key => !known.Contains(key));
            if (unknown is not null)
            {
                throw new StartRefusedException($"Unknown setting {unknown}. Sections of settings are: {string.Join(", ", ours.Distinct().Order(StringComparer.Ordinal))}.");
            }
        }
    }
}

/// <summary>One section of settings and the class that describes it.</summary>
internal sealed record SettingsSection(string Name, Type Type);

/// <summary>Accepts only the listed words, compared without case, and lists them when it refuses.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOfAttribute(params string[] values) : ValidationAttribute
{
    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is string text && values.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? ValidationResult.Success
            : new ValidationResult($"{context.MemberName} must be one of {string.Join(", ", values)}");
}
