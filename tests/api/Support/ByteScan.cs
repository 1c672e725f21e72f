using System.Text;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>Looks for texts in every byte of a folder, in every form in which a program may have written them.</summary>
internal static class ByteScan
{
    /// <summary>Those of the values that stand in any file, with the file and the form.</summary>
    public static IReadOnlyList<string> Find(string folder, IReadOnlyCollection<string> values)
    {
        var found = new List<string>();
        var forms = values.Select(value => (value, Forms(value).ToList())).ToList();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "in-use"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            foreach (var (value, patterns) in forms)
            {
                found.AddRange(patterns.Where(pattern => copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(pattern.Bytes) >= 0).Select(pattern => $"{value} in {Path.GetFileName(file)} as {pattern.Name}"));
            }
        }

        return found;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Forms(string value)
    {
        yield return ("UTF-8", Encoding.UTF8.GetBytes(value));
        yield return ("UTF-8 in capitals", Encoding.UTF8.GetBytes(value.ToUpperInvariant()));
        yield return ("UTF-16", Encoding.Unicode.GetBytes(value));
        yield return ("UTF-16, big end first", Encoding.BigEndianUnicode.GetBytes(value));
        yield return ("escaped JSON", Encoding.ASCII.GetBytes(Escape(value, "X4")));
        yield return ("escaped JSON in small letters", Encoding.ASCII.GetBytes(Escape(value, "x4")));
        yield return ("percent encoding", Encoding.ASCII.GetBytes(Uri.EscapeDataString(value)));
        yield return ("quoted-printable", Encoding.ASCII.GetBytes(string.Concat(Encoding.UTF8.GetBytes(value).Select(one => one is > 32 and < 127 and not (byte)'=' ? ((char)one).ToString() : $"={one:X2}"))));
        yield return ("HTML", Encoding.ASCII.GetBytes(string.Concat(value.Select(letter => letter < 128 ? letter.ToString() : $"&#{(int)letter};"))));
        if (value.All(letter => letter < 256))
        {
            yield return ("Latin-1", Encoding.Latin1.GetBytes(value));
        }

        // A text inside Base64 may begin at any of three places; its ends depend on the neighbours and are left out.
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String([.. new byte[shift], .. Encoding.UTF8.GetBytes(value)]).TrimEnd('=');
            yield return ($"Base64 at {shift}", Encoding.ASCII.GetBytes(text[(shift == 0 ? 0 : 4)..^2]));
        }
    }

    private static string Escape(string value, string hexadecimal) =>
        string.Concat(value.Select(letter => letter < 128 ? letter.ToString() : $"\\u{((int)letter).ToString(hexadecimal, System.Globalization.CultureInfo.InvariantCulture)}"));
}
