using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace OutlookAssist.Mailboxes.Providers;

/// <summary>Lines and blocks of bytes to and from a mail server, with a limit for each and a time for every answer.</summary>
internal sealed class SecureConnection : IAsyncDisposable
{
    private readonly TcpClient _client;
    private readonly TimeProvider _time;
    private readonly byte[] _buffer = new byte[32 << 10];
    private Stream _stream;
    private int _start;
    private int _end;

    private SecureConnection(TcpClient client, Stream stream, TimeSpan patience, TimeProvider time)
    {
        (_client, _stream, Patience, _time) = (client, stream, patience, time);
    }

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Patience { get; set; }

    /// <summary>Whether what is said stays between the two.</summary>
    public bool IsSecure => _stream is SslStream;

    /// <summary>Connects; with <paramref name="isImplicit"/> the first byte is already part of TLS.</summary>
    public static async Task<SecureConnection> OpenAsync(string host, int port, bool isImplicit, MailboxesOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            using var late = new CancellationTokenSource(options.Timeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
            await client.ConnectAsync(host, port, either.Token);
            var connection = new SecureConnection(client, client.GetStream(), options.Timeout, time);
            if (isImplicit)
            {
                await connection.SecureAsync(host, options, either.Token);
            }

            return connection;
        }
        catch (Exception failure)
        {
            client.Dispose();
            if (failure is MailboxException || cancellation.IsCancellationRequested)
            {
                throw;
            }

            throw new MailboxException(MailboxProblem.Unavailable, "The mail server does not answer. Check its name and port.", cause: failure);
        }
    }

    /// <summary>Begins TLS on an open connection. What the other side sent in the clear beforehand is thrown away, so that nobody in between can slip a command in.</summary>
    public async Task SecureAsync(string host, MailboxesOptions options, CancellationToken cancellation)
    {
        _start = _end = 0;
        var secure = new SslStream(_stream, leaveInnerStreamOpen: false);
        try
        {
            var authentication = new SslClientAuthenticationOptions { TargetHost = host, EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 };
            if (options.CertificateAuthority is { } file)
            {
                authentication.CertificateChainPolicy = TrustOf(file);
            }

            await secure.AuthenticateAsClientAsync(authentication, cancellation);
            _stream = secure;
        }
        catch (AuthenticationException failure)
        {
            await secure.DisposeAsync();
            throw new MailboxException(MailboxProblem.NotSecure, "The mail server's certificate is not trusted. Have it renewed, or name its authority in Mailboxes:CertificateAuthority.", cause: failure);
        }
        catch (IOException failure)
        {
            await secure.DisposeAsync();
            throw new MailboxException(MailboxProblem.NotSecure, "The mail server does not speak TLS at this port.", cause: failure);
        }
    }

    /// <summary>The next line without its end.</summary>
    public async Task<byte[]> ReadLineAsync(int most, CancellationToken cancellation)
    {
        var line = new MemoryStream();
        while (true)
        {
            var waiting = _buffer.AsSpan(_start, _end - _start);
            var feed = waiting.IndexOf((byte)'\n');
            line.Write(feed < 0 ? waiting : waiting[..feed]);
            _start = feed < 0 ? _end : _start + feed + 1;
            if (line.Length > most)
            {
                throw Nonsense();
            }

            if (feed >= 0)
            {
                var length = (int)line.Length;
                return line.GetBuffer().AsSpan(0, length > 0 && line.GetBuffer()[length - 1] == '\r' ? length - 1 : length).ToArray();
            }

            await FillAsync(cancellation);
        }
    }

    /// <summary>Exactly so many bytes.</summary>
    public async Task<byte[]> ReadBytesAsync(int count, CancellationToken cancellation)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count;)
        {
            if (_start == _end)
            {
                await FillAsync(cancellation);
            }

            var part = Math.Min(count - at, _end - _start);
            _buffer.AsSpan(_start, part).CopyTo(bytes.AsSpan(at));
            (at, _start) = (at + part, _start + part);
        }

        return bytes;
    }

    /// <summary>Sends text; its characters are ASCII.</summary>
    public Task WriteAsync(string text, CancellationToken cancellation) => WriteAsync(Encoding.ASCII.GetBytes(text), cancellation);

    /// <summary>Sends bytes.</summary>
    public Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => PatientlyAsync(async token =>
    {
        await _stream.WriteAsync(bytes, token);
        await _stream.FlushAsync(token);
        return 0;
    }, cancellation);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _stream.DisposeAsync();
        }
        catch (IOException)
        {
            // The other side went first.
        }

        _client.Dispose();
    }

    /// <summary>The failure of a server that does not keep to its protocol.</summary>
    public static MailboxException Nonsense() => new(MailboxProblem.Unavailable, "The mail server said something that its protocol does not know.");

    private async Task FillAsync(CancellationToken cancellation)
    {
        (_start, _end) = (0, 0);
        _end = await PatientlyAsync(token => _stream.ReadAsync(_buffer, token).AsTask(), cancellation);
        if (_end == 0)
        {
            throw new MailboxException(MailboxProblem.Unavailable, "The mail server ended the connection.");
        }
    }

    private async Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException failure) when (!cancellation.IsCancellationRequested)
        {
            throw new MailboxException(MailboxProblem.Unavailable, "The mail server took too long to answer.", cause: failure);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or InvalidOperationException)
        {
            throw new MailboxException(MailboxProblem.Unavailable, "The mail server ended the connection.", cause: failure);
        }
    }

    private static X509ChainPolicy TrustOf(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        using var system = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        policy.CustomTrustStore.AddRange(system.Certificates);
        return policy;
    }
}
