using Microsoft.AspNetCore.Http.Features;

namespace OutlookAssist.Http;

/// <summary>The most bytes that a route takes as its request; what is longer gets a problem that the sender can still read.</summary>
/// <param name="Bytes">The limit, in bytes of the body.</param>
internal sealed record LargestBody(long Bytes)
{
    // A server that closes while the sender still writes resets the connection, and the answer is lost with it. So the server goes on
    // taking a moderate rest (for its RequestBodyDrainTimeout at most) after it has answered.
    private const long Rest = 64L << 20;

    /// <summary>Puts the limit of the chosen route around the body.</summary>
    public static Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<LargestBody>() is not { } largest)
        {
            return next(context);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = largest.Bytes + Rest;
        }

        if (context.Request.ContentLength > largest.Bytes)
        {
            throw TooLarge();
        }

        context.Request.Body = new LimitedBody(context.Request.Body, largest.Bytes);
        return next(context);
    }

    private static BadHttpRequestException TooLarge() => new("The request is too large.", StatusCodes.Status413PayloadTooLarge);

    private sealed class LimitedBody(Stream inner, long most) : Stream
    {
        private long left = most;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await inner.ReadAsync(buffer, cancellationToken);
            left -= count;
            return left >= 0 ? count : throw TooLarge();
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
