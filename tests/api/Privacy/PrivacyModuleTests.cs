using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Privacy;

[Collection(ProductCollection.Name)]
public sealed class PrivacyModuleTests(Product product)
{
    [Fact]
    public async Task A_text_comes_back_without_personal_data()
    {
        using var answer = await product.Client.PostAsJsonAsync("/api/privacy/redactions", new { text = "Mail ana@example.com now" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var masked = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Mail <EMAIL_1> now", masked.GetProperty("text").GetString());
        var entity = Assert.Single(masked.GetProperty("entities").EnumerateArray());
        Assert.Equal("EMAIL", entity.GetProperty("type").GetString());
        Assert.Equal((5, 20), (entity.GetProperty("start").GetInt32(), entity.GetProperty("end").GetInt32()));
        Assert.Equal("<EMAIL_1>", entity.GetProperty("placeholder").GetString());
    }

    [Fact]
    public async Task A_missing_text_is_named()
    {
        using var answer = await product.Client.PostAsJsonAsync("/api/privacy/redactions", new { language = "en" });

        await ProblemAssert.NamesFieldAsync(answer, "text");
    }
}
