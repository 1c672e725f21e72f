using System.Net;
using System.Text.Json;

namespace OutlookAssist.Mailboxes.Providers.Gmail;

/// <summary>The only calls that are ever made to Gmail. The permission to write drafts also allows sending, so sending is not in this list.</summary>
internal sealed class GmailCalls(ServiceClient service, Uri endpoint)
{
    private static readonly (HttpMethod Method, string Path)[] Allowed =
    [
        (HttpMethod.Get, "profile"), (HttpMethod.Get, "labels"), (HttpMethod.Get, "history"), (HttpMethod.Get, "messages"), (HttpMethod.Get, "messages/*"),
        (HttpMethod.Get, "threads/*"), (HttpMethod.Get, "drafts"), (HttpMethod.Get, "drafts/*"), (HttpMethod.Post, "drafts"), (HttpMethod.Delete, "drafts/*"), (HttpMethod.Post, "watch"),
    ];

    /// <summary>Reads something.</summary>
    public async Task<T> GetAsync<T>(string path, CancellationToken cancellation) => (await SendAsync(HttpMethod.Get, path, null, null, cancellation)).Json<T>();

    /// <summary>Reads something that may be gone: null then.</summary>
    public async Task<T?> FindAsync<T>(string path, CancellationToken cancellation)
        where T : class
    {
        var answer = await SendAsync(HttpMethod.Get, path, null, failed => failed.Status == HttpStatusCode.NotFound, cancellation);
        return answer.IsSuccess ? answer.Json<T>() : null;
    }

    /// <summary>Creates something.</summary>
    public async Task<T> PostAsync<T>(string path, object content, CancellationToken cancellation) => (await SendAsync(HttpMethod.Post, path, content, null, cancellation)).Json<T>();

    /// <summary>Removes something; false when it was gone.</summary>
    public async Task<bool> DeleteAsync(string path, CancellationToken cancellation) =>
        (await SendAsync(HttpMethod.Delete, path, null, failed => failed.Status == HttpStatusCode.NotFound, cancellation)).IsSuccess;

    private Task<ServiceAnswer> SendAsync(HttpMethod method, string path, object? content, Func<ServiceAnswer, bool>? mayFail, CancellationToken cancellation)
    {
        var plain = path.Split('?')[0];
        if (!Allowed.Any(call => call.Method == method && Matches(plain, call.Path)))
        {
            throw new InvalidOperationException($"{method} {plain} is not among the calls that may be made to Gmail.");
        }

        return service.SendAsync(() => new HttpRequestMessage(method, new Uri(endpoint, path)) { Content = content is null ? null : JsonContent.Create(content, options: JsonSerializerOptions.Web) }, mayFail, cancellation);
    }

    /// <summary>A star stands for one identifier: letters, digits, hyphens and underscores, and never the word "send".</summary>
    private static bool Matches(string path, string pattern) =>
        pattern.EndsWith("/*", StringComparison.Ordinal)
            ? path.StartsWith(pattern[..^1], StringComparison.Ordinal) && path[(pattern.Length - 1)..] is { Length: > 0 } id && id != "send" && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            : path == pattern;
}
