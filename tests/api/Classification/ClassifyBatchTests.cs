using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Classification;

[Collection(ProductCollection.Name)]
public class ClassifyBatchTests(Product product)
{
    private const string Parcel = """{"body":{"content":"Where is my parcel? The tracking has not changed."}}""";

    private const string Wrong = """null, 7, {"body":{}}, {"body":{"content":["a"]}}, {"body":{"contentType":"rtf","content":"x"}}""";

    [Fact]
    public async Task A_wrong_mail_has_its_problem_in_its_place_and_the_others_their_labels()
    {
        using var answer = await product.Client.PostTextAsync("/api/classifications/batch", $"[{Parcel}, {Wrong}, {Parcel}]");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var results = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(
            ["shipping", "[1]", "[2]", "[3].body.content", "[4]", "[5].body.contentType", "shipping"],
            results.Select(result => result.GetProperty("classification") is { ValueKind: JsonValueKind.Object } found ? found.GetProperty("category").GetProperty("label").GetString() : result.GetProperty("problem").GetProperty("field").GetString()));
        Assert.Equal("validation", results[1].GetProperty("problem").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_batch_of_256_gets_what_each_mail_gets_alone()
    {
        var mails = Enumerable.Range(0, 256).Select(number => new { body = new { content = number % 2 == 0 ? $"Where is parcel {number}?" : $"I forgot the password of account {number}." } }).ToList();
        using var batch = await product.Client.PostAsJsonAsync("/api/classifications/batch", mails);
        using var single = await product.Client.PostAsJsonAsync("/api/classifications", new { messages = mails });
        Assert.Equal(
            (await single.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray().Select(result => result.ToString()),
            (await batch.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray().Select(result => result.GetProperty("classification").ToString()));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("[{")]
    [InlineData("nothing")]
    [InlineData("")]
    public async Task What_is_no_array_of_mails_is_refused_as_a_whole(string json)
    {
        using var answer = await product.Client.PostTextAsync("/api/classifications/batch", json);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.BadRequest, "validation");
    }

    [Fact]
    public async Task The_257th_mail_refuses_the_whole()
    {
        using var answer = await product.Client.PostTextAsync("/api/classifications/batch", $"[{string.Join(',', Enumerable.Repeat(Parcel, 257))}]");
        await ProblemAssert.IsAsync(answer, HttpStatusCode.BadRequest, "validation");
    }
}
