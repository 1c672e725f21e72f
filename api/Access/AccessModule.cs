using OutlookAssist.Settings;

namespace OutlookAssist.Access;

/// <summary>Decides who is asking before any route runs.</summary>
internal static class AccessModule
{
    /// <summary>Registers the settings of access.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services) => services.AddSettings<AccessOptions>("Access");

    /// <summary>Puts the caller on every request, or refuses it.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseMiddleware<LocalOnly>();
        app.UseMiddleware<CheckAccess>();
    }
}
