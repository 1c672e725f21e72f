using Microsoft.Extensions.Options;
using OutlookAssist.Http;
using OutlookAssist.Settings;

namespace OutlookAssist.Access;

/// <summary>Decides who is asking before any route runs.</summary>
internal static class AccessModule
{
    private const int LargestDescription = 1 << 20;
    private const long LargestLink = 4096;

    /// <summary>Registers the settings of access, and what recognises people.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSettings<AccessOptions>("Access");
        services.AddSingleton<ValidateToken>();
        services.AddSingleton<KnownTokens>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<LinkTickets>();
        services.AddSingleton<KnownKeys>();
        services.AddScoped<ManageKeys>();
        services.AddScoped<ListSettings>();
        services.AddHttpClient(SigningKeys.Client, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(10);
            client.MaxResponseContentBufferSize = LargestDescription;
        });
        services.AddSingleton(provider => new SignInHost(provider.GetRequiredService<IOptions<AccessOptions>>().Value.Authority));
        return services;
    }

    /// <summary>Refuses the start where people could reach the product without any lock.</summary>
    public static void RefuseUnsafeAddresses(this WebApplication app, IEnumerable<string> addresses)
    {
        if (app.Services.GetRequiredService<IOptions<AccessOptions>>().Value.IsLocal)
        {
            LocalOnly.RefuseOpenAddresses(addresses);
        }
        else if (!app.Services.GetRequiredService<IOptions<HttpOptions>>().Value.BehindTls)
        {
            RefusePlainAddresses(addresses);
        }
    }

    /// <summary>Tokens and mails do not travel in plain sight.</summary>
    private static void RefusePlainAddresses(IEnumerable<string> addresses)
    {
        if (addresses.FirstOrDefault(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback)) is { } plain)
        {
            throw new StartRefusedException($"Urls names {plain}: tokens and mails would travel there unencrypted. Use https, or say Http:BehindTls=true where a proxy in front speaks TLS.");
        }
    }

    /// <summary>Puts the caller on every request, and lets nobody pass whom the address does not name.</summary>
    public static void UseAccess(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<AccessOptions>>().Value.IsLocal)
        {
            app.UseMiddleware<LocalOnly>();
        }

        app.UseMiddleware<IdentifyCaller>();
        app.UseMiddleware<LimitCalls>();
        app.UseMiddleware<CheckAccess>();
    }

    /// <summary>The addresses below <c>/api/access</c>.</summary>
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        var access = routes.MapGroup("/api/access").WithTags("Access");
        access.MapGet("/sign-in", (IOptions<AccessOptions> options) => TypedResults.Ok(ShowSignIn.Settings(options)))
            .AllowAnonymous().WithName("GetSignIn").WithSummary("How people sign in here");
        access.MapGet("/me", (Caller caller) => TypedResults.Ok(ShowSignIn.Person(caller)))
            .Allow(Roles.SignedIn).WithName("GetMe").WithSummary("Who is signed in, and with which roles").ProducesProblem(401);
        routes.MapGet("/api/settings", (ListSettings list) => TypedResults.Ok(list.Handle()))
            .Allow(Roles.Admin).RecordAs("settings.read").WithTags("Access").WithName("ListSettings").WithSummary("Every setting by name, with where its value came from; never the value").ProducesProblem(401).ProducesProblem(403);
        var keys = access.MapGroup("/keys").Allow(Roles.Admin).ProducesProblem(401).ProducesProblem(403);
        keys.MapGet("/", (Caller caller, ManageKeys manage, CancellationToken cancellation) => manage.ListAsync(caller, cancellation))
            .WithName("ListKeys").WithSummary("The API keys, without their secrets");
        keys.MapPost("/", (NewApiKey request, Caller caller, ManageKeys manage, CancellationToken cancellation) => manage.CreateAsync(request, caller, cancellation))
            .RecordAs("key.created").WithMetadata(new LargestBody(LargestLink)).WithName("CreateKey").WithSummary("Make an API key; the answer is the only place where it is ever shown").ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        keys.MapDelete("/{id}", (string id, Caller caller, ManageKeys manage, CancellationToken cancellation) => manage.RevokeAsync(id, caller, cancellation))
            .RecordAs("key.revoked").WithName("RevokeKey").WithSummary("End an API key at once").ProducesProblem(404);
        access.MapPost("/links", (LinkRequest request, Caller caller, LinkTickets tickets) => tickets.Issue(request, caller))
            .Allow(Roles.Readers).WithMetadata(new LargestBody(LargestLink)).WithName("IssueLink").WithSummary("A ticket with which a browser opens one document within a minute, since a link carries no token")
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(413).ProducesProblem(415);
    }
}
