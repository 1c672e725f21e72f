using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

public sealed class KnownProductsTests : IAsyncLifetime
{
    private readonly Product product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task A_product_that_a_document_is_tagged_with_is_found_in_mail()
    {
        await product.Client.AddAsync("pump.txt", Encoding.UTF8.GetBytes("The pump runs for ten years."), ("tags", "product:Aqua Pump 3000"), ("tags", "product:Aqua"), ("tags", "team:productivity"));
        const string text = "Our AQUA PUMP 3000 leaks, the Aqua does not. The Aquarium, the Aqua Pump 30001 and our productivity are fine.";
        using var answer = await product.Client.PostAsJsonAsync("/api/classifications", new { messages = new[] { new { body = new { content = text } } } });
        var found = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results")[0].GetProperty("entities").EnumerateArray().Where(entity => entity.GetProperty("type").GetString() == "product").ToList();
        Assert.Equal(["AQUA PUMP 3000", "Aqua", "Aqua"], found.Select(entity => entity.GetProperty("text").GetString()));
        Assert.All(found, entity => Assert.Equal(entity.GetProperty("text").GetString(), text[entity.GetProperty("start").GetInt32()..entity.GetProperty("end").GetInt32()]));
    }
}
