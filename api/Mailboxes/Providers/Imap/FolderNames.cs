using System.Text;

namespace OutlookAssist.Mailboxes.Providers.Imap;

/// <summary>Folder names as IMAP writes them: its own UTF-7 (RFC 3501, 5.1.3).</summary>
internal static class FolderNames
{
    /// <summary>A name as the server knows it.</summary>
    public static string Encode(string name)
    {
        var encoded = new StringBuilder();
        for (var at = 0; at < name.Length;)
        {
            var end = at;
            while (end < name.Length && name[end] is < ' ' or > '~')
            {
                end++;
            }

            if (end > at)
            {
                encoded.Append('&').Append(Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(name[at..end])).TrimEnd('=').Replace('/', ',')).Append('-');
                at = end;
                continue;
            }

            encoded.Append(name[at] == '&' ? "&-" : name[at]);
            at++;
        }

        return encoded.ToString();
    }

    /// <summary>A name as people read it; what is not in this encoding stays as it is.</summary>
    public static string Decode(string name)
    {
        var decoded = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            var end = name[at] == '&' ? name.IndexOf('-', at) : -1;
            if (end < 0)
            {
                decoded.Append(name[at]);
                continue;
            }

            decoded.Append(end == at + 1 ? "&" : Base64(name[(at + 1)..end]) ?? name[at..(end + 1)]);
            at = end;
        }

        return decoded.ToString();
    }

    private static string? Base64(string text)
    {
        var padded = text.Replace(',', '/') + new string('=', (4 - (text.Length % 4)) % 4);
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? Encoding.BigEndianUnicode.GetString(bytes, 0, length) : null;
    }
}
