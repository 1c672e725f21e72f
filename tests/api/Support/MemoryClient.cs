using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>Calls <c>/memory</c> the way Kernel Memory's own clients do.</summary>
internal sealed class MemoryClient(HttpClient http, string index = "")
{
    /// <summary>Uploads the files of one document as a client does: fields first, files as file0, file1 and so on.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string? documentId, IEnumerable<string> tags, params (string Name, string Text)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(index), "index" } };
        if (documentId is not null)
        {
            form.Add(new StringContent(documentId), "documentId");
        }

        foreach (var tag in tags)
        {
            form.Add(new StringContent(tag), "tags");
        }

        foreach (var (number, (name, text)) in files.Index())
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), $"file{number}", name);
        }

        return await http.PostAsync("/memory/upload", form);
    }

    /// <summary>Uploads a text and waits until it can be found.</summary>
    public async Task ImportAsync(string documentId, string text, params string[] tags)
    {
        using var answer = await UploadAsync(documentId, tags, ("content.txt", text));
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        await ReadyAsync(documentId);
    }

    /// <summary>Polls the status until the document is ready or failed.</summary>
    public async Task<JsonElement> ReadyAsync(string documentId)
    {
        for (var tries = 0; tries < 1_200; tries++)
        {
            var status = await http.GetFromJsonAsync<JsonElement>($"/memory/upload-status?index={index}&documentId={documentId}");
            if ((status.GetProperty("completed").GetBoolean() && !status.GetProperty("empty").GetBoolean()) || status.GetProperty("failed").GetBoolean())
            {
                return status;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The document neither became ready nor failed.");
    }

    /// <summary>Searches with what the official clients always send.</summary>
    public async Task<JsonElement> SearchAsync(string query, object[]? filters = null, double minRelevance = 0, int limit = -1)
    {
        using var answer = await http.PostAsJsonAsync("/memory/search", new { index, query, minRelevance, limit, filters = filters ?? [new { }], args = new { } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The identifiers of the documents that a search finds, in their order.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string query, params object[] filters) =>
        [.. (await SearchAsync(query, filters)).GetProperty("results").EnumerateArray().Select(citation => citation.GetProperty("documentId").GetString()!)];
}
