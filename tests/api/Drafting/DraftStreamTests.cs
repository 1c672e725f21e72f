using System.Net;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting;

[Collection(DraftingCollection.Name)]
public class DraftStreamTests(DraftingProduct product)
{
    private const string Mail = """{"message":{"subject":"Delivery","body":{"content":"What does delivery cost? How many gears has the city bicycle Amsel?"}}}""";

    [Fact]
    public async Task Events_come_in_the_promised_order_and_the_last_is_the_whole_draft()
    {
        var events = await EventsAsync(Mail);
        var names = events.Select(entry => entry.Name).ToList();
        var sentences = events.Where(entry => entry.Name == "sentence").Select(entry => entry.Data.GetRawText()).ToList();
        Assert.Equal(["stage", "classification", "stage", "stage", "stage", "citations", .. sentences.Select(_ => "sentence"), "done"], names);
        Assert.Equal(["reading", "searching", "writing", "checking"], events.Where(entry => entry.Name == "stage").Select(entry => entry.Data.GetProperty("name").GetString()));
        var done = events[^1].Data;
        Assert.Equal(done.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetRawText()), sentences);
        Assert.Equal(done.GetProperty("citations").GetRawText(), events.Single(entry => entry.Name == "citations").Data.GetRawText());
        Assert.Equal(done.GetProperty("classification").GetRawText(), events.Single(entry => entry.Name == "classification").Data.GetRawText());
    }

    [Fact]
    public async Task The_last_event_is_what_the_plain_answer_would_have_been()
    {
        var done = (await EventsAsync(Mail))[^1].Data;
        using var plain = await product.Client.PostTextAsync("/api/drafts", Mail);
        var answer = JsonSerializer.Deserialize<JsonElement>(await plain.Content.ReadAsStringAsync());
        Assert.Equal(answer.EnumerateObject().Select(property => property.Name), done.EnumerateObject().Select(property => property.Name));
        foreach (var property in answer.EnumerateObject().Where(property => property.Name is not ("id" or "elapsedMilliseconds")))
        {
            Assert.Equal(property.Value.GetRawText(), done.GetProperty(property.Name).GetRawText());
        }
    }

    [Theory]
    [InlineData("{", null, HttpStatusCode.BadRequest, "validation")]
    [InlineData("""{"message":{"body":{"content":""}}}""", "message.body.content", HttpStatusCode.BadRequest, "validation")]
    [InlineData("""{"message":{"body":{"content":"a"}},"options":{"tone":"angry"}}""", "options.tone", HttpStatusCode.BadRequest, "validation")]
    public async Task A_problem_before_the_first_event_is_an_ordinary_answer(string json, string? field, HttpStatusCode status, string code)
    {
        using var answer = await SendAsync(json);
        var problem = await ProblemAssert.IsAsync(answer, status, code);
        if (field is not null)
        {
            Assert.Equal(field, problem.GetProperty("field").GetString());
        }
    }

    [Fact]
    public async Task A_draft_that_was_streamed_can_be_rated()
    {
        var id = (await EventsAsync(Mail))[^1].Data.GetProperty("id").GetString();
        using var answer = await product.Client.PostTextAsync($"/api/drafts/{id}/rating", """{"outcome":"inserted"}""");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync(string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/drafts") { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("text/event-stream");
        return product.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private async Task<IReadOnlyList<(string Name, JsonElement Data)>> EventsAsync(string json)
    {
        using var answer = await SendAsync(json);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        return [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('\n') is [var name, var data]
            ? (name["event: ".Length..], JsonSerializer.Deserialize<JsonElement>(data["data: ".Length..]))
            : throw new FormatException(entry))];
    }
}
