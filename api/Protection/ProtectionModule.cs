using OutlookAssist.Settings;

namespace OutlookAssist.Protection;

/// <summary>What is kept is sealed: the keys, their master key, and the check at the start that they belong together.</summary>
internal static class ProtectionModule
{
    /// <summary>Registers the keys and the cipher.</summary>
    public static IServiceCollection AddProtection(this IServiceCollection services)
    {
        services.AddSettings<ProtectionOptions>("Protection");
        services.AddSingleton<KeyDatabase>();
        services.AddSingleton<MasterKeySource>();
        services.AddSingleton<OrganisationKeys>();
        services.AddSingleton<ContentCipher>();
        return services;
    }

    /// <summary>Refuses the start without the right master key, before anything is written.</summary>
    public static void RefuseWrongMasterKey(this WebApplication app) => app.Services.GetRequiredService<OrganisationKeys>().RefuseWrongMasterKey();
}
