using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Http;

[Collection(ProductCollection.Name)]
public class ReadinessTests(Product product)
{
    [Fact]
    public async Task A_running_product_is_alive_and_ready()
    {
        using var alive = await product.Client.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        var ready = await product.Client.GetFromJsonAsync<JsonElement>("/readyz");
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal("ready", ready.GetProperty("parts").GetProperty("database").GetString());
    }
}
