using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>The calls of the public API that many tests make, on whatever product a client talks to.</summary>
internal static class ApiCalls
{
    /// <summary>Sends files as one multipart request.</summary>
    public static async Task<HttpResponseMessage> SendFilesAsync(this HttpClient client, IEnumerable<(string Name, byte[] Content)> files, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "file", name);
        }

        return await client.PostAsync("/api/knowledge/documents", form);
    }

    /// <summary>Uploads one text and gives the accepted identifier without waiting for the index.</summary>
    public static async Task<string> AcceptAsync(this HttpClient client, string name, byte[] content, params (string Name, string Value)[] fields)
    {
        using var answer = await client.SendFilesAsync([(name, content)], fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("documents")[0].GetProperty("documentId").GetString()!;
    }

    /// <summary>Uploads one text and waits until it is ready or failed.</summary>
    public static async Task<JsonElement> AddAsync(this HttpClient client, string name, byte[] content, params (string Name, string Value)[] fields) =>
        await client.SettledAsync(await client.AcceptAsync(name, content, fields));

    /// <summary>Waits until a document is ready or failed.</summary>
    public static async Task<JsonElement> SettledAsync(this HttpClient client, string documentId)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            var document = await client.GetFromJsonAsync<JsonElement>($"/api/knowledge/documents/{documentId}");
            if (document.GetProperty("state").GetString() is "ready" or "failed")
            {
                return document;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The document neither became ready nor failed within a minute.");
    }

    /// <summary>The passages that the search gives, best first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> SearchAsync(this HttpClient client, string words, string more = "") =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"/api/knowledge/search?q={Uri.EscapeDataString(words)}{more}")).GetProperty("results").EnumerateArray()];

    /// <summary>The identifiers of the documents that the search gives, each once.</summary>
    public static async Task<IReadOnlyList<string>> FindDocumentsAsync(this HttpClient client, string words, string more = "") =>
        [.. (await client.SearchAsync(words, more)).Select(result => result.GetProperty("documentId").GetString()!).Distinct()];

    /// <summary>Sends JSON as it is, valid or not.</summary>
    public static Task<HttpResponseMessage> PostTextAsync(this HttpClient client, string address, string text, string mediaType = "application/json") =>
        client.PostAsync(address, new StringContent(text, System.Text.Encoding.UTF8, mediaType));

    /// <summary>Asks for a draft of a mail given in full.</summary>
    public static Task<HttpResponseMessage> PostDraftAsync(this HttpClient client, object? message, object? options = null) =>
        client.PostAsJsonAsync("/api/drafts", new { message, options });
}
