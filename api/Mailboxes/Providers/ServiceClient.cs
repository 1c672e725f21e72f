using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace OutlookAssist.Mailboxes.Providers;

/// <summary>Calls a mail service over HTTP for one mailbox: a token with every call, at most four at once, every failure in words of ours.</summary>
internal sealed class ServiceClient(IHttpClientFactory clients, string client, string mailbox, Uri origin, Func<CancellationToken, Task<string>> token, Action<string> forget, MailboxesOptions options, TimeProvider time)
{
    // Microsoft Graph refuses a fifth call at once for one application and mailbox; Gmail is happier for it too.
    private const int MostAtOnce = 4;
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Places = new();

    /// <summary>Sends a request and reads its answer whole; failures that mean something to the caller are given back.</summary>
    /// <param name="request">Made anew for each try; its address must be the service's own.</param>
    /// <param name="mayFail">The statuses that the caller understands.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<ServiceAnswer> SendAsync(Func<HttpRequestMessage> request, Func<ServiceAnswer, bool>? mayFail, CancellationToken cancellation)
    {
        var answer = await TryAsync(request, cancellation);
        if (answer.Status == HttpStatusCode.Unauthorized)
        {
            // The token may have been withdrawn before its time; a new one is tried once.
            answer = await TryAsync(request, cancellation);
        }

        return answer.IsSuccess || mayFail?.Invoke(answer) == true ? answer : throw Failure(answer);
    }

    private async Task<ServiceAnswer> TryAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        var bearer = await token(cancellation);
        var place = Places.GetOrAdd($"{client}/{mailbox}", _ => new SemaphoreSlim(MostAtOnce));
        await place.WaitAsync(cancellation);
        try
        {
            using var late = new CancellationTokenSource(options.Timeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
            using var http = clients.CreateClient(client);
            http.Timeout = Timeout.InfiniteTimeSpan;
            using var request = make();
            if (request.RequestUri is not { } address || address.Scheme != origin.Scheme || address.Authority != origin.Authority)
            {
                // An answer must not lead a token to another host.
                throw new MailboxException(MailboxProblem.Unavailable, "The mail service led to an address that is not its own.");
            }

            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
            {
                forget(bearer);
            }

            return new ServiceAnswer(response.StatusCode, await ReadAsync(response, either.Token), RetryAfter.Of(response, time));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new MailboxException(MailboxProblem.Unavailable, "The mail service does not answer.", cause: failure);
        }
        finally
        {
            place.Release();
        }
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        // Base64 in JSON takes a third more than the mail itself.
        var most = (options.LargestMessageBytes * 3L / 2) + (1 << 20);
        if (response.Content.Headers.ContentLength > most)
        {
            throw TooLarge();
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var body = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            body.Write(buffer, 0, count);
            if (body.Length > most)
            {
                throw TooLarge();
            }
        }

        return body.ToArray();
    }

    private static MailboxException Failure(ServiceAnswer answer) => answer.Status switch
    {
        HttpStatusCode.TooManyRequests => new MailboxException(MailboxProblem.Throttled, "The mail service asks for a pause.", answer.RetryAfter),
        HttpStatusCode.ServiceUnavailable when answer.RetryAfter is not null => new MailboxException(MailboxProblem.Throttled, "The mail service asks for a pause.", answer.RetryAfter),
        HttpStatusCode.Forbidden when answer.Reason is "rateLimitExceeded" or "userRateLimitExceeded" or "ApplicationThrottled" => new MailboxException(MailboxProblem.Throttled, "The mail service asks for a pause.", answer.RetryAfter),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new MailboxException(MailboxProblem.SignInRefused, "The mail service does not let this application into the mailbox: consent was withdrawn, or a permission is missing. Connect the mailbox again."),
        HttpStatusCode.NotFound when answer.Reason is "MailboxNotEnabledForRESTAPI" or "ErrorInvalidUser" or "ResourceNotFound" or "Request_ResourceNotFound" or "MailboxNotFound" => new MailboxException(MailboxProblem.Gone, "There is no such mailbox any more."),
        >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.Locked => new MailboxException(MailboxProblem.Unavailable, "The mail service has a failure of its own.", answer.RetryAfter),
        _ => new MailboxException(MailboxProblem.Refused, "The mail service refused what was asked."),
    };

    private static MailboxException TooLarge() => new(MailboxProblem.TooLarge, "The mail is larger than the product reads.");
}

/// <summary>An answer of a mail service.</summary>
internal sealed record ServiceAnswer(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter)
{
    /// <summary>Whether it is a success.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The service's code for its failure; Google puts the telling one into a list.</summary>
    public string? Reason
    {
        get
        {
            try
            {
                using var json = JsonDocument.Parse(Body);
                var error = json.RootElement.GetProperty("error");
                return error.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0 && errors[0].TryGetProperty("reason", out var reason)
                    ? reason.GetString()
                    : error.GetProperty("code").ToString();
            }
            catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException)
            {
                return null;
            }
        }
    }

    /// <summary>The body as JSON.</summary>
    public T Json<T>()
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body, JsonSerializerOptions.Web) ?? throw new JsonException();
        }
        catch (JsonException failure)
        {
            throw new MailboxException(MailboxProblem.Unavailable, "The mail service answered something that it does not document.", cause: failure);
        }
    }
}
