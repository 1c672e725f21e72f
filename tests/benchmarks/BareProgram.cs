using System.Xml.Linq;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks;

/// <summary>The least program on the same parts: a web server and one SQLite table through EF Core. What the product costs is what it costs beyond this.</summary>
internal static class BareProgram
{
    private const string Source =
        """
        using Microsoft.EntityFrameworkCore;

        var builder = WebApplication.CreateBuilder(args);
        var folder = builder.Configuration["Data:Directory"]!;
        Directory.CreateDirectory(folder);
        builder.Services.AddDbContext<Store>(options => options.UseSqlite($"Data Source={Path.Combine(folder, "bare.db")}"));
        var app = builder.Build();
        using (var scope = app.Services.CreateScope())
            scope.ServiceProvider.GetRequiredService<Store>().Database.EnsureCreated();
        app.MapGet("/readyz", async (Store store) => Results.Ok(await store.Items.CountAsync()));
        app.Run();

        public sealed class Item
        {
            public int Id { get; set; }

            public string Name { get; set; } = "";
        }

        public sealed class Store(DbContextOptions<Store> options) : DbContext(options)
        {
            public DbSet<Item> Items => Set<Item>();
        }
        """;

    /// <summary>Writes and publishes it, and returns the program's file.</summary>
    public static async Task<string> PublishAsync(Bench bench, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(bench.FolderOf("bare")).FullName;
        var project = Path.Combine(folder, "Bare.csproj");
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Source, cancellationToken);
        await File.WriteAllTextAsync(
            project,
            $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NoWarn>NETSDK1206;NU1901;NU1902;NU1903;NU1904</NoWarn>
                <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="{SqliteVersion()}" />
              </ItemGroup>
            </Project>
            """,
            cancellationToken);
        var output = Path.Combine(folder, "published");
        await ProductBuild.RunAsync("dotnet", ["publish", project, "-c", "Release", "-o", output, "-v", "quiet", "--nologo"], cancellationToken);
        return Path.Combine(output, "Bare.dll");
    }

    // The same version as the product's, wherever it stands today.
    private static string SqliteVersion() =>
        XDocument.Load(Path.Combine(ProductBuild.Root, "api", "Directory.Packages.props")).Descendants("PackageVersion")
            .First(package => (string?)package.Attribute("Include") == "Microsoft.EntityFrameworkCore.Sqlite").Attribute("Version")!.Value;
}
