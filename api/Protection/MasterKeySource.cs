using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using OutlookAssist.Data;
using OutlookAssist.Settings;

namespace OutlookAssist.Protection;

/// <summary>Finds the master key where the settings say it is, or makes the file at the first start.</summary>
internal sealed class MasterKeySource(IOptions<ProtectionOptions> options, DataDirectory directory)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Where it comes from, for a person.</summary>
    public string Description => options.Value.MasterKey is null ? KeyFile : "Protection:MasterKey";

    private string KeyFile => options.Value.MasterKeyFile ?? Path.Combine(directory.Root, "master.key");

    /// <summary>Reads the master key; <paramref name="isFirst"/> when nothing was ever wrapped, so that a new one may be made.</summary>
    public IMasterKey Load(bool isFirst)
    {
        if (options.Value.MasterKey is { } text)
        {
            return LocalMasterKey.Parse(text) ?? throw new StartRefusedException("Protection:MasterKey must be 32 bytes as Base64, such as `openssl rand -base64 32` prints.");
        }

        try
        {
            if (!File.Exists(KeyFile))
            {
                Make(isFirst);
            }

            return Read();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The master key file {KeyFile} cannot be read or written. Give this user, and nobody else, the right to read it.", failure);
        }
    }

    private LocalMasterKey Read()
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(KeyFile) & Others) != 0)
        {
            throw new StartRefusedException($"Others than its owner have rights on the master key file {KeyFile}. Take them away: chmod 600 '{KeyFile}'");
        }

        return LocalMasterKey.Parse(File.ReadAllText(KeyFile)) ?? throw new StartRefusedException($"The master key file {KeyFile} does not hold 32 bytes as Base64. Put back the file that was there; nothing was changed.");
    }

    private void Make(bool isFirst)
    {
        if (!isFirst)
        {
            throw new StartRefusedException($"The master key file {KeyFile} is missing, and what this data directory holds was sealed with it. Put the file back, or name its place with Protection__MasterKeyFile; nothing was changed.");
        }

        // Written beside and moved: a crash never leaves half a key, and of two first starts one wins.
        var beside = $"{KeyFile}.{Guid.NewGuid():N}";
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OwnerOnly;
        }

        using (var stream = new FileStream(beside, how))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(LocalMasterKey.Bytes)) + "\n"));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, KeyFile);
        }
        catch (IOException) when (File.Exists(KeyFile))
        {
            File.Delete(beside);
        }
    }
}
