using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace OutlookAssist.Protection;

/// <summary>Reads a sealed file from any position; the piece that is read is verified before a byte of it is given.</summary>
internal sealed class OpenedStream : Stream
{
    private readonly SafeFileHandle _file;
    private readonly AesGcm _cipher;
    private readonly byte[] _sealed = new byte[FileCipher.PieceLength + FileCipher.TagLength];
    private readonly byte[] _plain = new byte[FileCipher.PieceLength];
    private readonly long _pieces;
    private readonly long _lastLength;
    private long _number = -1;
    private long _position;

    /// <summary>Takes the file over, and opens its last piece at once: a file that was cut short is refused before any of it is read.</summary>
    public OpenedStream(SafeFileHandle file, byte[] fileKey)
    {
        (_file, _cipher) = (file, new AesGcm(fileKey, FileCipher.TagLength));
        var length = RandomAccess.GetLength(file) - FileCipher.HeaderLength;
        _pieces = (length + _sealed.Length - 1) / _sealed.Length;
        _lastLength = length - ((_pieces - 1) * _sealed.Length) - FileCipher.TagLength;
        if (_pieces < 1 || _lastLength < 0)
        {
            throw ContentCipher.Damaged();
        }

        Length = ((_pieces - 1) * FileCipher.PieceLength) + _lastLength;
        Take(_pieces - 1, RandomAccess.Read(_file, Sealed(_pieces - 1).Span, OffsetOf(_pieces - 1)));
    }

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => true;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length { get; }

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var number = _position / FileCipher.PieceLength;
        if (_position < Length && number != _number)
        {
            Take(number, await RandomAccess.ReadAsync(_file, Sealed(number), OffsetOf(number), cancellationToken));
        }

        return Give(buffer.Span);
    }

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        var number = _position / FileCipher.PieceLength;
        if (_position < Length && number != _number)
        {
            Take(number, RandomAccess.Read(_file, Sealed(number).Span, OffsetOf(number)));
        }

        return Give(buffer);
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => _position, _ => Length };

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(_plain);
        base.Dispose(disposing);
    }

    private Memory<byte> Sealed(long number) => _sealed.AsMemory(0, PlainLength(number) + FileCipher.TagLength);

    private int PlainLength(long number) => number == _pieces - 1 ? (int)_lastLength : FileCipher.PieceLength;

    private long OffsetOf(long number) => FileCipher.HeaderLength + (number * _sealed.Length);

    private void Take(long number, int read)
    {
        _number = -1;
        var length = PlainLength(number);
        Span<byte> nonce = stackalloc byte[12];
        FileCipher.Nonce(nonce, number, isLast: number == _pieces - 1);
        try
        {
            if (read != length + FileCipher.TagLength)
            {
                throw ContentCipher.Damaged();
            }

            _cipher.Decrypt(nonce, _sealed.AsSpan(0, length), _sealed.AsSpan(length, FileCipher.TagLength), _plain.AsSpan(0, length));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw ContentCipher.Damaged();
        }

        _number = number;
    }

    private int Give(Span<byte> buffer)
    {
        if (_position >= Length)
        {
            return 0;
        }

        var inside = (int)(_position % FileCipher.PieceLength);
        var given = Math.Min(buffer.Length, PlainLength(_number) - inside);
        _plain.AsSpan(inside, given).CopyTo(buffer);
        _position += given;
        return given;
    }
}
