using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Mailboxes;

[Collection(ProductCollection.Name)]
public sealed class MailboxesModuleTests(Product product)
{
    private static ByteArrayContent Raw(string text, string type = "message/rfc822") =>
        new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    [Fact]
    public async Task A_raw_message_comes_back_in_the_shape_that_drafts_take()
    {
        using var answer = await product.Client.PostAsync("/api/messages/parse", Raw("Subject: Hi\r\nFrom: Ana <ana@example.com>\r\n\r\nWhen?\r\n\r\n-- \r\nAna\r\n"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var parsed = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Hi", parsed.GetProperty("message").GetProperty("subject").GetString());
        Assert.Equal("ana@example.com", parsed.GetProperty("message").GetProperty("from").GetProperty("address").GetString());
        Assert.Equal("text", parsed.GetProperty("message").GetProperty("body").GetProperty("contentType").GetString());
        Assert.Equal("When?", parsed.GetProperty("newText").GetString());
        Assert.Equal("", parsed.GetProperty("quotedText").GetString());
        Assert.Contains("Ana", parsed.GetProperty("signature").GetString(), StringComparison.Ordinal);
        Assert.Empty(parsed.GetProperty("defects").EnumerateArray());
    }

    [Fact]
    public async Task A_malformed_message_is_no_failure()
    {
        using var answer = await product.Client.PostAsync("/api/messages/parse", Raw("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nWhen?"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("defects").EnumerateArray());
    }

    [Fact]
    public async Task An_empty_message_and_a_foreign_type_are_refused()
    {
        using var empty = await product.Client.PostAsync("/api/messages/parse", Raw(" \r\n"));
        await ProblemAssert.IsAsync(empty, HttpStatusCode.UnprocessableEntity, "unreadable-message");

        using var foreign = await product.Client.PostAsync("/api/messages/parse", Raw("{}", "application/json"));
        await ProblemAssert.IsAsync(foreign, HttpStatusCode.UnsupportedMediaType, "unsupported-media");
    }
}
