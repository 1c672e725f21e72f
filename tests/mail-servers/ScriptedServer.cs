using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.MailServers;

/// <summary>A line server on this machine, with or without TLS, that says what a test tells it to, however wrong.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestCertificate _certificate;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly bool _isSecure;
    private readonly Func<Conversation, Task> _script;
    private readonly Task _accepting;

    /// <summary>Listens; each connection runs the script.</summary>
    public ScriptedServer(Func<Conversation, Task> script, bool isSecure = true)
    {
        (_script, _isSecure) = (script, isSecure);
        _certificate = new TestCertificate(_folder.Path);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The file of its certificate.</summary>
    public string CertificateFile => _certificate.File;

    /// <summary>Everything that was said to it.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
        _certificate.Dispose();
        _ending.Dispose();
        _folder.Dispose();
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_ending.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var conversation = new Conversation(this, client.GetStream(), _certificate, _ending.Token);
                if (_isSecure)
                {
                    await conversation.SecureAsync();
                }

                await _script(conversation);
            }
            catch (Exception ended) when (ended is IOException or OperationCanceledException or EndOfStreamException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The other side went.
            }
        }
    }

    /// <summary>One connection.</summary>
    internal sealed class Conversation(ScriptedServer server, Stream stream, TestCertificate certificate, CancellationToken ending) : IAsyncDisposable
    {
        private Stream _stream = stream;

        /// <summary>Begins TLS.</summary>
        public async Task SecureAsync()
        {
            var secure = new SslStream(_stream);
            _stream = secure;
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate.Certificate }, ending);
        }

        /// <summary>Says something; line ends are written as they are given.</summary>
        public async Task SayAsync(string text)
        {
            await _stream.WriteAsync(Encoding.Latin1.GetBytes(text), ending);
            await _stream.FlushAsync(ending);
        }

        /// <summary>The next line that is said to it.</summary>
        public async Task<string> HearAsync()
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await _stream.ReadAsync(one, ending) == 1)
            {
                if (one[0] == '\n')
                {
                    var text = Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
                    server.Heard.Enqueue(text);
                    return text;
                }

                line.Add(one[0]);
            }

            throw new EndOfStreamException();
        }

        /// <summary>So many bytes.</summary>
        public async Task<string> HearAsync(int count)
        {
            var bytes = new byte[count];
            await _stream.ReadExactlyAsync(bytes, ending);
            return Encoding.Latin1.GetString(bytes);
        }

        /// <summary>Says nothing more and keeps the line open.</summary>
        public Task SilenceAsync() => Task.Delay(Timeout.Infinite, ending);

        /// <inheritdoc />
        public ValueTask DisposeAsync() => _stream.DisposeAsync();
    }
}
