using Microsoft.Extensions.Options;
using OutlookAssist.Data;
using OutlookAssist.Settings;

namespace OutlookAssist.Protection;

/// <summary>What is kept is sealed: the keys, their master key, and the check at the start that they belong together.</summary>
internal static class ProtectionModule
{
    /// <summary>Registers the keys and the cipher.</summary>
    public static IServiceCollection AddProtection(this IServiceCollection services)
    {
        services.AddSettings<ProtectionOptions>("Protection");
        services.AddSingleton(provider => new KeyDatabase(provider.GetRequiredService<DataDirectory>().Keys));
        services.AddSingleton(provider => new MasterKeySource(provider.GetRequiredService<IOptions<ProtectionOptions>>(), provider.GetRequiredService<DataDirectory>().Root));
        services.AddSingleton<OrganisationKeys>();
        services.AddSingleton<ContentCipher>();
        services.AddSingleton<FileCipher>();
        services.AddSingleton<SealAgain>();
        return services;
    }

    /// <summary>Says which columns of a module are sealed, so that keys can be rotated.</summary>
    public static IServiceCollection AddSealed(this IServiceCollection services, params ReadOnlySpan<SealedColumn> columns)
    {
        foreach (var column in columns)
        {
            services.AddSingleton(column);
        }

        return services;
    }

    /// <summary>Refuses the start without the right master key, before anything is written.</summary>
    public static void RefuseWrongMasterKey(this WebApplication app) => app.Services.GetRequiredService<OrganisationKeys>().RefuseWrongMasterKey();

    /// <summary>Seals, once, what a version before this one kept plain.</summary>
    public static Task SealPlainAsync(this WebApplication app) => app.Services.GetRequiredService<SealAgain>().SealPlainAsync(app.Lifetime.ApplicationStopping);
}
