using System.Security.Cryptography;
using System.Text;
using OutlookAssist.Settings;

namespace OutlookAssist.Protection;

/// <summary>A master key in a file that nobody but its owner may read, and its successor beside it while one takes the place of the other.</summary>
internal sealed class MasterKeyFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Where it lies.</summary>
    public string Path { get; } = path;

    private string Next => Path + ".next";

    /// <summary>Reads the key, or refuses the start with the reason.</summary>
    public LocalMasterKey Read() => Guarded(() => File.Exists(Path)
        ? Read(Path)
        : throw new StartRefusedException($"The master key file {Path} is missing, and what this data directory holds was sealed with it. Put the file back, or name its place with Protection__MasterKeyFile; nothing was changed."));

    /// <summary>Makes the key at the first start; of two first starts at once one wins.</summary>
    public void MakeIfMissing() => Guarded(() =>
    {
        if (!File.Exists(Path))
        {
            Make(Path);
        }
    });

    /// <summary>Makes the successor, which counts from <see cref="TakeNext"/> on.</summary>
    public LocalMasterKey MakeNext() => Guarded(() =>
    {
        File.Delete(Next);
        Make(Next);
        return Read(Next);
    });

    /// <summary>Puts the successor in place when it is what all that is kept was wrapped with, as after a rotation, interrupted or not.</summary>
    public LocalMasterKey? TakeNext(IReadOnlyCollection<string> wrappedBy) => Guarded(() =>
    {
        if (!File.Exists(Next) || Read(Next) is not { } successor || wrappedBy.Any(name => name != successor.Name))
        {
            return null;
        }

        File.Move(Next, Path, overwrite: true);
        return successor;
    });

    private static LocalMasterKey Read(string file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
        {
            throw new StartRefusedException($"Others than its owner have rights on the master key file {file}. Take them away: chmod 600 '{file}'");
        }

        return LocalMasterKey.Parse(File.ReadAllText(file)) ?? throw new StartRefusedException($"The master key file {file} does not hold 32 bytes as Base64. Put back the file that was there; nothing was changed.");
    }

    /// <summary>Written beside and moved: a crash never leaves half a key.</summary>
    private static void Make(string file)
    {
        var beside = $"{file}.{Guid.NewGuid():N}";
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OwnerOnly;
        }

        using (var stream = new FileStream(beside, how))
        {
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(LocalMasterKey.Bytes)) + "\n"));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(beside);
        }
    }

    private void Guarded(Action action) => Guarded(() =>
    {
        action();
        return true;
    });

    private T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The master key file {Path} cannot be read or written. Give this user, and nobody else, the right to read it.", failure);
        }
    }
}
