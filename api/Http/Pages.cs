using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace OutlookAssist.Http;

/// <summary>Serves the built pages beside the program, and says what is missing where they were not built.</summary>
internal static class Pages
{
    private const string DefaultAddress = "https://localhost:7443";

    private static readonly string[] Addresses =
    [
        "/", "/addin/taskpane.html", "/admin/knowledge", "/admin/saved-replies", "/admin/mailboxes", "/admin/review", "/admin/reports", "/admin/models", "/admin/audit", "/admin/privacy", "/admin/organisations",
    ];

    /// <summary>Static files of the pane, with content-hashed names cached for a year.</summary>
    public static void UsePages(this WebApplication app)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (!File.Exists(Path.Combine(root, "index.html")))
        {
            app.UseWhen(context => Addresses.Contains(context.Request.Path.Value), branch => branch.Run(SayWhatIsMissing));
            return;
        }

        var files = new PhysicalFileProvider(root);
        app.Use((context, next) =>
        {
            // Pages have addresses without an ending; the files behind them have one.
            var path = context.Request.Path.Value ?? "";
            if (path.StartsWith("/admin/", StringComparison.Ordinal) && !path.Contains('.') && files.GetFileInfo(path + ".html").Exists)
            {
                context.Request.Path = path + ".html";
            }

            return next(context);
        });
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.Value?.Contains("/hashed/", StringComparison.Ordinal) == true ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    /// <summary><c>/manifest.xml</c> with this deployment's public address in place of the default one.</summary>
    public static void MapManifest(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/manifest.xml", async (IOptions<HttpOptions> options, CancellationToken cancellation) =>
        {
            var path = Path.Combine(AppContext.BaseDirectory, "manifest.xml");
            if (!File.Exists(path))
            {
                return (IResult)Problems.NotFound("manifest.xml is missing beside the program. Build it again from a whole checkout.");
            }

            var manifest = await File.ReadAllTextAsync(path, cancellation);
            return TypedResults.Text(manifest.Replace(DefaultAddress, options.Value.PublicOrigin, StringComparison.Ordinal), "application/xml");
        })
        .WithName("GetManifest").WithSummary("The add-in manifest of this deployment").WithTags("Run")
        .Produces<string>(200, "application/xml").ProducesProblem(404).AllowAnonymous();

    private static Task SayWhatIsMissing(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            "<!doctype html><html lang=\"en\"><title>OutlookAssist</title><h1>The API is running; its pages were not built</h1>" +
            "<p>Building them needs Node 20, which was not found. Install Node 20 and start again with <code>dotnet run --project api</code>.</p></html>");
    }
}
