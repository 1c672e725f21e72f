using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>A product that people sign in to, with an issuer of the test's own.</summary>
public sealed class SignInProduct : Product
{
    /// <summary>Who signs its tokens.</summary>
    public TestIssuer Issuer { get; } = new();

    /// <summary>Moved by tests that wait for something; the real time until then.</summary>
    internal FakeClock? Clock { get; init; }

    /// <summary>A client that sends a token with everything.</summary>
    public HttpClient As(string person, string tenant, params string[] roles) => With(Issuer.Token(person: person, tenant: tenant, roles: roles));

    /// <summary>A person of the first tenant with these roles.</summary>
    public HttpClient As(params string[] roles) => As("person-1", TestIssuer.Tenant, roles);

    /// <summary>A client that sends this token.</summary>
    public HttpClient With(string token) => new()
    {
        BaseAddress = Client.BaseAddress,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder host)
    {
        Issuer.ServeFor(host);
        Issuer.Time = Clock ?? TimeProvider.System;
        if (Clock is not null)
        {
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        }
    }
}

/// <summary>A product with sign-in that several test classes share.</summary>
[CollectionDefinition(Name)]
public class SignInCollection : ICollectionFixture<SignInProduct>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "a product that people sign in to";
}
