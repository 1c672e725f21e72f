using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data.CompiledModel;
using OutlookAssist.Settings;

namespace OutlookAssist.Data;

/// <summary>The embedded database: its connection, its migration at the start, and whether it answers.</summary>
internal static class DataModule
{
    /// <summary>Registers the database and a factory for those that live longer than a request.</summary>
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddSettings<DataOptions>("Data");
        services.AddSingleton<DataDirectory>();
        services.AddPooledDbContextFactory<OutlookAssistDatabase>((provider, options) => options
            .UseSqlite(ConnectionString(provider.GetRequiredService<DataDirectory>().Database))
            .UseModel(OutlookAssistDatabaseModel.Instance)
            .AddInterceptors(new SqlitePragmas()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContext());
        services.AddSingleton<CleanDatabase>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services;
    }

    /// <summary>Brings the database to this version before anything else starts, or refuses the start with the reason.</summary>
    public static void MigrateDatabase(this WebApplication app)
    {
        var directory = app.Services.GetRequiredService<DataDirectory>();
        try
        {
            using var database = app.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContext();
            // Write-ahead logging is a property of the file: readers never wait for the writer.
            database.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL;");
            database.Database.Migrate();
        }
        catch (SqliteException failure)
        {
            var reason = failure.SqliteErrorCode switch
            {
                5 or 6 => "is locked by another program. Stop that program and start again",
                11 or 26 => "is damaged or not a database. Restore it from a backup, or move it away to start with an empty one",
                13 => "cannot grow because the disk is full. Free some space and start again",
                _ => "cannot be opened. Check the rights on its folder",
            };
            throw new StartRefusedException($"The database {directory.Database} {reason}.", failure);
        }
    }

    private static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 5, Pooling = true }.ToString();
}
