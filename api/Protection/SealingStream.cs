using System.Security.Cryptography;

namespace OutlookAssist.Protection;

/// <summary>Seals what is written to it, a piece at a time; the last piece is marked as such when all is written.</summary>
internal sealed class SealingStream(Stream target, byte[] header, byte[] fileKey) : Stream
{
    private readonly AesGcm _cipher = new(fileKey, FileCipher.TagLength);
    private readonly byte[] _plain = new byte[FileCipher.PieceLength];
    private readonly byte[] _piece = new byte[FileCipher.PieceLength + FileCipher.TagLength];
    private int _length;
    private long _number = -1;

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Writes the last piece; without it the file does not open.</summary>
    public Task CompleteAsync(CancellationToken cancellation) => WritePieceAsync(isLast: true, cancellation);

    /// <inheritdoc />
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            // A full piece waits until it is known not to be the last.
            if (_length == _plain.Length)
            {
                await WritePieceAsync(isLast: false, cancellationToken);
            }

            var taken = Math.Min(buffer.Length, _plain.Length - _length);
            buffer[..taken].CopyTo(_plain.AsMemory(_length));
            _length += taken;
            buffer = buffer[taken..];
        }
    }

    /// <inheritdoc />
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Files are sealed asynchronously.");

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(_plain);
        base.Dispose(disposing);
    }

    private async Task WritePieceAsync(bool isLast, CancellationToken cancellation)
    {
        if (++_number == 0)
        {
            await target.WriteAsync(header, cancellation);
        }

        SealPiece(isLast);
        await target.WriteAsync(_piece.AsMemory(0, _length + FileCipher.TagLength), cancellation);
        _length = 0;
    }

    private void SealPiece(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[12];
        FileCipher.Nonce(nonce, _number, isLast);
        _cipher.Encrypt(nonce, _plain.AsSpan(0, _length), _piece.AsSpan(0, _length), _piece.AsSpan(_length, FileCipher.TagLength));
    }
}
