using System.Security.Cryptography;
using System.Text;
using OutlookAssist.Data;

namespace OutlookAssist.Privacy;

/// <summary>Marks what was made from a person's mail, so that it can be found again by the address without keeping the address: a keyed digest whose key is not in the database.</summary>
internal sealed class PersonMark
{
    private const int KeyBytes = 32;
    private const int MarkBytes = 16;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly byte[] _key;

    /// <summary>Reads the key, or makes one at the first start.</summary>
    public PersonMark(DataDirectory directory)
    {
        var file = Path.Combine(directory.Root, "people.key");
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using var stream = new FileStream(file, options);
            stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            stream.Flush(flushToDisk: true);
        }

        _key = File.ReadAllBytes(file);
    }

    /// <summary>The mark of an address inside an organisation; empty for none, which is nobody's.</summary>
    public string Of(string organisation, string? address) => string.IsNullOrWhiteSpace(address)
        ? ""
        : Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{organisation}\n{address.Trim().ToLowerInvariant()}")).AsSpan(0, MarkBytes));
}
