using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Classification;

[Collection(ProductCollection.Name)]
public class ClassificationModuleTests(Product product)
{
    [Fact]
    public async Task Results_come_in_the_order_of_the_mails()
    {
        var messages = Enumerable.Range(0, 256).Select(number => new { body = new { content = number % 2 == 0 ? "Where is my parcel? The tracking has not changed." : "I forgot my password and cannot log in to my account." } });
        using var answer = await product.Client.PostAsJsonAsync("/api/classifications", new { messages });
        var results = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(256, results.Count);
        Assert.All(results.Select((result, number) => (result, number)), entry =>
            Assert.Equal(entry.number % 2 == 0 ? "shipping" : "account", entry.result.GetProperty("category").GetProperty("label").GetString()));
    }

    [Theory]
    [InlineData("{}", "messages")]
    [InlineData("""{"messages":null}""", "messages")]
    [InlineData("""{"messages":[]}""", "messages")]
    [InlineData("""{"messages":[null]}""", "messages[0]")]
    [InlineData("""{"messages":[{"body":{"content":"Hello"}},{}]}""", "messages[1].body")]
    [InlineData("""{"messages":[{"body":{"content":"Hello"}},{"body":{"content":" "}}]}""", "messages[1].body.content")]
    [InlineData("""{"messages":[{"body":{"contentType":"rtf","content":"Hello"}}]}""", "messages[0].body.contentType")]
    public async Task A_wrong_mail_is_named_by_its_place(string json, string field)
    {
        using var answer = await product.Client.PostTextAsync("/api/classifications", json);
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    [Fact]
    public async Task More_than_256_mails_are_refused()
    {
        using var answer = await product.Client.PostAsJsonAsync("/api/classifications", new { messages = Enumerable.Repeat(new { body = new { content = "Hello" } }, 257) });
        await ProblemAssert.NamesFieldAsync(answer, "messages");
    }

    [Fact]
    public async Task Every_label_is_one_of_the_promised_and_every_number_is_in_its_range()
    {
        string[] mails = ["URGENT! Our production is down!", "Ich möchte die Ware zurückgeben.", "Merci beaucoup !", "¿Dónde está mi pedido?", "asdf", "1234", "🙂", "返品したいです。"];
        using var answer = await product.Client.PostAsJsonAsync("/api/classifications", new { messages = mails.Select(content => new { receivedAt = "2026-11-20T09:00:00Z", body = new { content } }) });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var result in (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray())
        {
            Assert.Contains(Label("sentiment"), (string[])["negative", "neutral", "positive"]);
            Assert.Contains(Label("urgency"), (string[])["low", "normal", "high", "critical"]);
            Assert.Contains(Label("category"), (string[])["support", "sales", "billing", "complaint", "returns", "account", "shipping", "feedback", "general"]);
            Assert.InRange(result.GetProperty("sentiment").GetProperty("score").GetDouble(), -1, 1);
            var intents = result.GetProperty("intents").EnumerateArray().Select(intent => intent.GetProperty("confidence").GetDouble()).ToList();
            Assert.NotEmpty(intents);
            Assert.Equal(intents.OrderDescending(), intents);
            foreach (var confidence in intents.Concat(new[] { "sentiment", "urgency", "category", "language" }.Select(part => result.GetProperty(part).GetProperty("confidence").GetDouble())))
            {
                Assert.InRange(confidence, 0, 1);
            }

            string Label(string part) => result.GetProperty(part).GetProperty("label").GetString()!;
        }
    }
}
