using System.ComponentModel;
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
        services.AddSingleton(new SettingsSection(section, typeof(T), provider => provider.GetRequiredService<IOptions<T>>().Value));
        services.AddSingleton<IValidateOptions<T>>(new SettingsRules<T>(section));
        services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        return services;
    }

    /// <summary>Throws <see cref="StartRefusedException"/> for a setting of ours that nobody reads or that has no valid value, before the host can wrap it into a trace.</summary>
    public static void RefuseWrongSettings(this WebApplication app)
    {
        var sections = app.Services.GetServices<SettingsSection>().ToList();
        foreach (var section in sections)
        {
            RefuseWrongKeys(app.Configuration.GetSection(section.Name), section.Type);
        }

        RefuseUnknownSections((IConfigurationRoot)app.Configuration, sections.Select(section => section.Name));
        foreach (var section in sections)
        {
            try
            {
                section.Read(app.Services);
            }
            catch (OptionsValidationException invalid)
            {
                throw new StartRefusedException(string.Join(' ', invalid.Failures), invalid);
            }
        }
    }

    private static void RefuseWrongKeys(IConfigurationSection section, Type type)
    {
        var properties = type.GetProperties().ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!properties.TryGetValue(child.Key, out var property))
            {
                if (SecretSettings.IsFileOfSecret(type, child.Key))
                {
                    continue;
                }

                throw new StartRefusedException(
                    $"Unknown setting {child.Path}. Settings under {section.Path} are: {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}.");
            }

            if (property.PropertyType is { IsClass: true, IsArray: false } && property.PropertyType != typeof(string) && property.PropertyType.Assembly == type.Assembly)
            {
                RefuseWrongKeys(child, property.PropertyType);
            }
            else if (property.PropertyType.GetElementType() is { IsClass: true } item && item.Assembly == type.Assembly)
            {
                foreach (var entry in child.GetChildren())
                {
                    RefuseWrongKeys(entry, item);
                }
            }
            else if (!IsList(property.PropertyType) && child.Value is { } value && !TypeDescriptor.GetConverter(property.PropertyType).IsValid(value))
            {
                throw new StartRefusedException($"{child.Path} must be {WordFor(property.PropertyType)}.");
            }
        }
    }

    /// <summary>The items of a list are settings of their own (<c>Name:0</c>), so the list itself has no value to check.</summary>
    private static bool IsList(Type type) => type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() != typeof(Nullable<>));

    private static string WordFor(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.Boolean => "true or false",
        TypeCode.Int32 or TypeCode.Int64 => "a whole number",
        TypeCode.Double or TypeCode.Decimal => "a number",
        _ => $"a {type.Name}",
    };

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

/// <summary>One section of settings, the class that describes it, and how it is read and checked.</summary>
internal sealed record SettingsSection(string Name, Type Type, Func<IServiceProvider, object> Read);

/// <summary>Checks each setting by its attributes and names it by its whole path, which is what a person has to change.</summary>
internal sealed class SettingsRules<T>(string section) : IValidateOptions<T>
    where T : class
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var faults = new List<ValidationResult>();
        foreach (var property in typeof(T).GetProperties())
        {
            var context = new ValidationContext(options) { MemberName = property.Name, DisplayName = $"{section}:{property.Name}" };
            Validator.TryValidateProperty(property.GetValue(options), context, faults);
        }

        if (options is IValidatableObject rules)
        {
            faults.AddRange(rules.Validate(new ValidationContext(options)));
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(fault => fault.ErrorMessage!));
    }
}

/// <summary>Accepts only the listed words, compared without case, and lists them when it refuses.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOfAttribute(params string[] values) : ValidationAttribute
{
    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is string text && values.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? ValidationResult.Success
            : new ValidationResult($"{context.DisplayName} must be one of: {string.Join(", ", values)}.");
}
