using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace OutlookAssist.Privacy;

/// <summary>Finds where a person or machine can be reached on a network: mail addresses, web addresses, IP and MAC addresses.</summary>
internal static class FindNetworkAddresses
{
    private const int LongestLocalPart = 128;

    private static readonly SearchValues<char> LocalPart = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?^_`{|}~-");
    private static readonly SearchValues<char> AddressEnd = SearchValues.Create(" \t\r\n<>\"\u00A0“”«»");
    private static readonly SearchValues<string> WebStarts = SearchValues.Create(["http://", "https://", "ftp://", "www."], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> IpCharacters = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <summary>Adds all of them; those inside web addresses belong to these.</summary>
    public static void AddTo(List<PersonalDatum> found, string text)
    {
        AddWeb(found, text);
        AddMail(found, text);
        AddNumeric(found, text);
        AddHyphenated(found, text);
    }

    private static void AddHyphenated(List<PersonalDatum> found, string text)
    {
        for (var hyphen = text.IndexOf('-', StringComparison.Ordinal); hyphen >= 0; hyphen = text.IndexOf('-', hyphen + 1))
        {
            var start = hyphen - 2;
            var end = start + 17;
            if (start < 0 || end > text.Length || text[hyphen + 3] != '-' || (start > 0 && char.IsLetterOrDigit(text[start - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end])))
                continue;
            if (HasPairs(text.AsSpan(start, 17), 2, 6, '-'))
                found.Add(new PersonalDatum("MAC", start, end, 0.95));
        }
    }

    private static void AddWeb(List<PersonalDatum> found, string text)
    {
        var at = 0;
        while (at < text.Length && text.AsSpan(at).IndexOfAny(WebStarts) is >= 0 and var step)
        {
            var start = at + step;
            var length = text.AsSpan(start).IndexOfAny(AddressEnd);
            var end = length < 0 ? text.Length : start + length;
            at = Math.Max(end, start + 1);
            if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
                continue;
            while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' || (end > start && text[end - 1] == ')' && !text.AsSpan(start, end - start).Contains('(')))
                end--;
            var host = HostOf(text.AsSpan(start, end - start));
            if (host.LastIndexOf('.') > 0 && host.LastIndexOf('.') < host.Length - 2 && !(host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && host.Count('.') == 1))
                found.Add(new PersonalDatum("URL", start, end, 0.95));
        }
    }

    private static ReadOnlySpan<char> HostOf(ReadOnlySpan<char> address)
    {
        var scheme = address.IndexOf("//");
        var host = scheme >= 0 ? address[(scheme + 2)..] : address;
        var end = host.IndexOfAny("/?#:");
        return end < 0 ? host : host[..end];
    }

    private static void AddMail(List<PersonalDatum> found, string text)
    {
        for (var sign = text.IndexOf('@', StringComparison.Ordinal); sign >= 0; sign = text.IndexOf('@', sign + 1))
        {
            var floor = Math.Max(0, sign - LongestLocalPart);
            var start = floor + text.AsSpan(floor, sign - floor).LastIndexOfAnyExcept(LocalPart) + 1;
            while (start < sign && text[start] is '.' or '\'' or '=' or '/' or '*' or '&' or '#')
                start++;
            var end = sign + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
                end++;
            while (end > sign && text[end - 1] is '.' or '-')
                end--;
            var dot = sign + text.AsSpan(sign, end - sign).LastIndexOf('.');
            if (start < sign && dot > sign + 1 && end - dot > 2 && char.IsLetter(text[dot + 1]))
                found.Add(new PersonalDatum("EMAIL", start, end, 1));
        }
    }

    private static void AddNumeric(List<PersonalDatum> found, string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var step = text.AsSpan(at).IndexOfAny('.', ':');
            if (step < 0)
                return;
            var start = text.AsSpan(0, at + step).LastIndexOfAnyExcept(IpCharacters) + 1;
            var length = text.AsSpan(at + step).IndexOfAnyExcept(IpCharacters);
            var end = length < 0 ? text.Length : at + step + length;
            var run = text.AsSpan(start, end - start);
            if (run.Length >= 2 && run.Length < 60)
                AddRun(found, text, start, end);
            at = end + 1;
        }
    }

    private static void AddRun(List<PersonalDatum> found, string text, int start, int end)
    {
        while (end > start && (text[end - 1] == '.' || (text[end - 1] == ':' && !(end - start >= 2 && text[end - 2] == ':'))))
            end--;
        while (start < end && text[start] == '.')
            start++;
        if (end - start < 2)
            return;
        var run = text.AsSpan(start, end - start);
        var isFree = (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
        if (isFree && IsMac(run))
        {
            found.Add(new PersonalDatum("MAC", start, end, 0.95));
            return;
        }

        if (run.Count(':') >= 2)
            AddVersion6(found, text, start, end, isFree);
        else if (isFree && run.IndexOf(':') is var port && (port < 0 ? run : run[..port]) is var address && IsVersion4(address))
            found.Add(new PersonalDatum("IP", start, start + address.Length, 0.9));
    }

    private static void AddVersion6(List<PersonalDatum> found, string text, int start, int end, bool isFree)
    {
        if (!isFree && end < text.Length && char.IsLetterOrDigit(text[end]))
            return;
        if (!isFree)
        {
            // A word that runs into "::" is not part of the address, but what follows may be one.
            var colons = text.IndexOf("::", start, StringComparison.Ordinal);
            if (colons < 0 || colons >= end || !text.AsSpan(colons, end - colons).Contains('.'))
                return;
            start = colons;
        }

        var run = text.AsSpan(start, end - start);
        if (run.Count(':') < 7 && !run.Contains("::", StringComparison.Ordinal) && !run.Contains('.'))
            return;
        if (IPAddress.TryParse(run, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6)
            found.Add(new PersonalDatum("IP", start, end, 0.95));
    }

    private static bool IsVersion4(ReadOnlySpan<char> run)
    {
        if (run.Length is < 7 or > 15 || run.Count('.') != 3)
            return false;
        foreach (var range in run.Split('.'))
        {
            var part = run[range];
            if (part.Length is 0 or > 3 || part.IndexOfAnyExceptInRange('0', '9') >= 0 || int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) > 255)
                return false;
        }

        return true;
    }

    /// <summary>aa:bb:cc:dd:ee:ff or aabb.ccdd.eeff; the broadcast address names nobody.</summary>
    private static bool IsMac(ReadOnlySpan<char> run)
    {
        var (size, count, separator) = run.Length switch { 17 => (2, 6, ':'), 14 => (4, 3, '.'), _ => (0, 0, ' ') };
        return size > 0 && HasPairs(run, size, count, separator);
    }

    /// <summary>True for hexadecimal groups of one size that are not all F.</summary>
    private static bool HasPairs(ReadOnlySpan<char> run, int size, int count, char separator)
    {
        var groups = 0;
        foreach (var range in run.Split(separator))
        {
            var group = run[range];
            if (group.Length != size)
                return false;
            foreach (var character in group)
            {
                if (!char.IsAsciiHexDigit(character))
                    return false;
            }

            groups++;
        }

        Span<char> skipped = ['F', 'f', separator];
        return groups == count && run.IndexOfAnyExcept(skipped) >= 0;
    }
}
