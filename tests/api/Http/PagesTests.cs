using System.Net;
using System.Xml.Linq;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Http;

public sealed class PagesTests : IAsyncLifetime
{
    private readonly Product product = new Product().With("Http:PublicAddress", "https://assist.example.org:8443/");

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/addin/taskpane.html")]
    public async Task A_page_is_served_and_never_kept_by_a_browser_without_asking(string address)
    {
        using var answer = await product.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task The_manifest_names_the_public_address_and_no_other_of_ours()
    {
        var manifest = XDocument.Parse(await product.Client.GetStringAsync("/manifest.xml"));
        var addresses = manifest.Descendants().Attributes().Select(attribute => attribute.Value).Concat(manifest.Descendants().Where(element => !element.HasElements).Select(element => element.Value))
            .Where(value => value.StartsWith("https://", StringComparison.Ordinal)).ToList();
        Assert.Contains("https://assist.example.org:8443/addin/taskpane.html", addresses);
        Assert.All(addresses, address => Assert.StartsWith("https://assist.example.org:8443", address, StringComparison.Ordinal));
        Assert.DoesNotContain("8443//", manifest.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_does_not_take_the_address_of_a_request()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/manifest.xml");
        request.Headers.Host = "localhost:1";
        request.Headers.Add("X-Forwarded-Host", "attacker.example");
        using var answer = await product.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("localhost:1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("attacker", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_that_the_manifest_names_is_there()
    {
        var manifest = XDocument.Parse(await product.Client.GetStringAsync("/manifest.xml"));
        var files = manifest.Descendants().Attributes("DefaultValue").Select(attribute => attribute.Value)
            .Where(value => value.StartsWith("https://assist.example.org:8443/", StringComparison.Ordinal)).Distinct();
        foreach (var file in files)
        {
            using var answer = await product.Client.GetAsync(new Uri(file).PathAndQuery);
            Assert.True(answer.IsSuccessStatusCode, $"{file} answers {(int)answer.StatusCode}");
        }
    }
}
