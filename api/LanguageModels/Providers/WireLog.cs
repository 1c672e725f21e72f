namespace OutlookAssist.LanguageModels.Providers;

/// <summary>Keeps what goes over the wire, byte for byte, for the call that sends it.</summary>
internal sealed class WireLog(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // The official client hides its requests; the flow of execution leads from it back to the call.
    private static readonly AsyncLocal<ICollection<SentRequest>?> Current = new();

    /// <summary>From here on, requests of this flow belong to this call.</summary>
    public static void Begin(ICollection<SentRequest>? sent) => Current.Value = sent;

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Current.Value is { } sent && request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken);
            sent.Add(new SentRequest(request.RequestUri!.ToString(), await content.ReadAsByteArrayAsync(cancellationToken)));
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
