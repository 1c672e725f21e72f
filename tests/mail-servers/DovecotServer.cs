using System.Diagnostics;
using System.Net.Sockets;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.MailServers;

/// <summary>A real Dovecot on a free port of this machine, with its files in a folder of its own that goes with it.</summary>
public sealed class DovecotServer : IAsyncLifetime
{
    /// <summary>What opens every mailbox of it.</summary>
    public const string Password = "correct-horse";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _folder = new();
    private Process? _process;
    private int _users;

    /// <summary>Where the program is; null where it is not installed.</summary>
    public static string? Program { get; } = new[] { "/usr/sbin/dovecot", "/usr/local/sbin/dovecot", "/sbin/dovecot" }.FirstOrDefault(File.Exists);

    /// <summary>Where it listens for TLS.</summary>
    public int Port { get; private set; }

    /// <summary>The file of its certificate.</summary>
    public string CertificateFile { get; private set; } = "";

    private string Mail => Path.Combine(_folder.Path, "mail");

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        using var certificate = new TestCertificate(_folder.Path);
        CertificateFile = certificate.File;
        Port = FreePort();
        Directory.CreateDirectory(Mail);
        var isRoot = Environment.UserName == "root";
        if (isRoot)
        {
            // Mail is never opened as root: somebody without rights owns it, and may pass through the folders above.
            Run("chown", "nobody:nogroup", Mail);
            Run("chmod", "755", Path.GetDirectoryName(_folder.Path)!, _folder.Path);
        }

        var configuration = Path.Combine(_folder.Path, "dovecot.conf");
        await File.WriteAllTextAsync(configuration, Configuration(certificate, isRoot));
        _process = Process.Start(new ProcessStartInfo(Program, ["-F", "-c", configuration]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await UntilItListensAsync();
    }

    /// <summary>The address of a mailbox that nobody used before.</summary>
    public string NewUser() => $"support{Interlocked.Increment(ref _users)}@shop.example";

    /// <summary>Lays a mail into a folder as delivery does.</summary>
    public void Deliver(string user, byte[] mail, string folder = "", string flags = "")
    {
        var home = Path.Combine(Mail, user, "Maildir", folder.Length == 0 ? "" : $".{folder}");
        var name = $"{Guid.NewGuid():N}.host{(flags.Length == 0 ? "" : $":2,{flags}")}";
        foreach (var part in new[] { "tmp", "new", "cur" })
        {
            Directory.CreateDirectory(Path.Combine(home, part));
        }

        var partial = Path.Combine(home, "tmp", name);
        File.WriteAllBytes(partial, mail);
        if (Environment.UserName == "root")
        {
            Run("chown", "-R", "nobody:nogroup", Path.Combine(Mail, user));
        }

        File.Move(partial, Path.Combine(home, flags.Length == 0 ? "new" : "cur", name));
    }

    /// <summary>Makes a folder.</summary>
    public void CreateFolder(string user, string folder)
    {
        foreach (var part in new[] { "tmp", "new", "cur" })
        {
            Directory.CreateDirectory(Path.Combine(Mail, user, "Maildir", $".{folder}", part));
        }

        if (Environment.UserName == "root")
        {
            Run("chown", "-R", "nobody:nogroup", Path.Combine(Mail, user));
        }
    }

    /// <summary>The mails in a folder, whoever laid them there.</summary>
    public IReadOnlyList<string> Files(string user, string folder) =>
        [.. new[] { "new", "cur" }.Select(part => Path.Combine(Mail, user, "Maildir", folder.Length == 0 ? "" : $".{folder}", part)).Where(Directory.Exists).SelectMany(Directory.GetFiles)];

    /// <summary>Gives a folder, by its name and by its name on disk, a new UIDVALIDITY: it is made anew with the same mails.</summary>
    public void Renumber(string user, string name, string folder)
    {
        var mails = Files(user, folder).Select(File.ReadAllBytes).ToList();
        Run("doveadm", "-c", Path.Combine(_folder.Path, "dovecot.conf"), "mailbox", "delete", "-u", user, name);
        Run("doveadm", "-c", Path.Combine(_folder.Path, "dovecot.conf"), "mailbox", "create", "-u", user, name);
        mails.ForEach(mail => Deliver(user, mail, folder));
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            // The first process takes its children with it when it is asked, not when it is killed.
            Run("kill", "-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await _process.WaitForExitAsync().WaitAsync(LongestStart);
            _process.Dispose();
        }

        _folder.Dispose();
    }

    private string Configuration(TestCertificate certificate, bool isRoot)
    {
        var owner = isRoot ? "uid=nobody gid=nogroup" : $"uid={Environment.UserName}";
        var people = isRoot ? "" : $"""
            default_internal_user = {Environment.UserName}
            default_login_user = {Environment.UserName}
            service anvil {"{"}
              chroot =
            {"}"}
            """;
        return $$"""
            base_dir = {{_folder.Path}}/run
            state_dir = {{_folder.Path}}/run
            log_path = {{_folder.Path}}/dovecot.log
            protocols = imap
            listen = 127.0.0.1
            ssl = required
            ssl_cert = <{{certificate.File}}
            ssl_key = <{{certificate.KeyFile}}
            first_valid_uid = 1
            mail_location = maildir:~/Maildir
            mail_home = {{Mail}}/%u
            {{people}}
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = {{owner}} home={{Mail}}/%u allow_all_users=yes
            }
            namespace inbox {
              inbox = yes
              mailbox Drafts {
                auto = create
                special_use = \Drafts
              }
              mailbox Sent {
                auto = create
                special_use = \Sent
              }
            }
            service imap-login {
              {{(isRoot ? "" : "chroot =")}}
              inet_listener imap {
                port = 0
              }
              inet_listener imaps {
                port = {{Port}}
                ssl = yes
              }
            }
            """;
    }

    private async Task UntilItListensAsync()
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", Port);
                return;
            }
            catch (SocketException) when (TimeProvider.System.GetElapsedTime(begun) < LongestStart && !_process!.HasExited)
            {
                await Task.Delay(50);
            }
            catch (SocketException)
            {
                throw new InvalidOperationException($"Dovecot did not start: {(_process!.HasExited ? await _process.StandardError.ReadToEndAsync() : "it does not listen")}");
            }
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var trouble = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {trouble}");
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One Dovecot for all tests that need it; each test has a mailbox of its own.</summary>
[CollectionDefinition(Name)]
public class DovecotCollection : ICollectionFixture<DovecotServer>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "a real IMAP server";
}
