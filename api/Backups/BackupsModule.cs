namespace OutlookAssist.Backups;

/// <summary>What is kept, twice: taken while the product runs, put back when it stands still.</summary>
internal static class BackupsModule
{
    /// <summary>Registers both ways.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddSingleton<TakeBackup>();
        services.AddSingleton<RestoreBackup>();
        return services;
    }
}
