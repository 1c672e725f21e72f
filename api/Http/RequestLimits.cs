using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace OutlookAssist.Http;

/// <summary>What a caller may take of the web server: time for the headers, slowness of the body, size of both.</summary>
internal sealed class RequestLimits(IConfiguration configuration) : IConfigureOptions<KestrelServerOptions>
{
    private const int LongestLine = 1 << 16;
    private const int MostHeaders = 100;
    private const int LargestHeaders = 1 << 15; // Room for the longest token that access looks at.
    private const double SlowestBody = 240; // Bytes in a second.
    private static readonly TimeSpan ShortestGrace = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // A search may be a whole mail; a query that is too long for it gets our own answer instead of the server's bare one.
        kestrel.Limits.MaxRequestLineSize = LongestLine;
        kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        // The server is made before the settings are checked; a wrong one ends the start afterwards.
        var time = TimeSpan.FromSeconds(int.TryParse(configuration[$"Http:{nameof(HttpOptions.RequestHeadersSeconds)}"], out var given) && given > 0 ? given : new HttpOptions().RequestHeadersSeconds);
        kestrel.Limits.RequestHeadersTimeout = time;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(SlowestBody, time < ShortestGrace ? ShortestGrace : time);
    }
}
