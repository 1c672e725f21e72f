using Microsoft.Extensions.Options;
using OutlookAssist.Settings;

namespace OutlookAssist.Data;

/// <summary>The folder tree under <c>Data:Directory</c>; only its owner may enter.</summary>
internal sealed class DataDirectory : IDisposable
{
    /// <summary>The file that whoever works in the folder holds open.</summary>
    public const string ClaimName = "in-use";

    /// <summary>The file that stands while a restore moves its files in.</summary>
    public const string UnfinishedName = "restore-unfinished";

    /// <summary>The file of the key that seals the audit trail.</summary>
    public const string AuditKeyName = "audit.key";

    private readonly FileStream? _claim;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates the tree, or refuses the start with the reason.</summary>
    public DataDirectory(IOptions<DataOptions> options)
    {
        Root = Path.GetFullPath(options.Value.Directory);
        Documents = Path.Combine(Root, "documents");
        Incoming = Path.Combine(Root, "incoming");
        Index = Path.Combine(Root, "index");
        Workers = Path.Combine(Root, "workers");
        if (File.Exists(Path.Combine(Root, UnfinishedName)))
        {
            throw new StartRefusedException($"A restore into {Root} was interrupted. Run it again, with `replace` after the backup; what was there before lies in folders whose names begin with replaced-.");
        }

        try
        {
            foreach (var folder in new[] { Root, Documents, Incoming, Index, Workers })
            {
                Create(folder);
            }

            var probe = Path.Combine(Incoming, $"probe-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            _claim = Claim(Path.Combine(Root, ClaimName));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Data:Directory {Root} cannot be written. Give this user the right to write there, or choose another folder with Data__Directory.", failure);
        }
    }

    /// <summary>The folder itself.</summary>
    public string Root { get; }

    /// <summary>The originals of accepted documents.</summary>
    public string Documents { get; }

    /// <summary>Uploads that are still arriving; what lies here after a crash was never accepted.</summary>
    public string Incoming { get; }

    /// <summary>The files of the search index; they can be built again from the database.</summary>
    public string Index { get; }

    /// <summary>The locks of the processes that work in this folder.</summary>
    public string Workers { get; }

    /// <summary>The database file.</summary>
    public string Database => Path.Combine(Root, "outlookassist.db");

    /// <summary>The key that seals the audit trail.</summary>
    public string AuditKey => Path.Combine(Root, AuditKeyName);

    /// <summary>The wrapped keys of what is sealed.</summary>
    public string Keys => Path.Combine(Root, "keys.db");

    /// <summary>Whether no other process works in this folder: what a dead one left half done is then nobody's.</summary>
    public bool IsAlone => _claim is not null;

    /// <inheritdoc />
    public void Dispose() => _claim?.Dispose();

    /// <summary>The operating system ends the claim with the process, however that ends.</summary>
    private static FileStream? Claim(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }
}
