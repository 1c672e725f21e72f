using System.Text.RegularExpressions;

namespace OutlookAssist.Drafting.Checks;

/// <summary>Finds addresses and markup in every disguise that a mail client, or a hasty reader, would follow.</summary>
internal static partial class LinksIn
{
    /// <summary>True when the text has markup, an address that does not stand verbatim in the source, or letters that only hide something.</summary>
    /// <param name="text">What would be shown.</param>
    /// <param name="source">What it rests on.</param>
    public static bool AreUnfit(string text, string source)
    {
        if (Markup().IsMatch(text) || text.Any(IsDisguise))
        {
            return true;
        }

        return Address().Matches(text).Select(match => match.Value.TrimEnd('.', ',', ';', ':', ')', '!', '?')).Any(address => !source.Contains(address, StringComparison.Ordinal));
    }

    /// <summary>True when the text has markup or a link in disguise, as a document may that was written to be quoted.</summary>
    public static bool AreMarkup(string text) => Markup().IsMatch(text);

    /// <summary>Letters nobody sees, and full-width twins of ASCII that read as an address.</summary>
    private static bool IsDisguise(char letter) =>
        letter is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF' or '\u00AD' or (>= '\uFF01' and <= '\uFF5E' and not '\uFF0C' and not '\uFF01' and not '\uFF1F' and not '\uFF1A' and not '\uFF08' and not '\uFF09' and not '\uFF1B')
        || char.IsSurrogate(letter) && IsTag(letter);

    // Tag characters (U+E0000 …) spell text that no font shows; their first surrogate is this one.
    private static bool IsTag(char letter) => letter == '\uDB40';

    [GeneratedRegex(@"\]\s*\(|\]\s*\[|!\[|^\s*\[[^\]]*\]:|<[a-z/!][^>]*>?|&(#\d+|#x[0-9a-f]+|[a-z]+);|javascript:|data:[a-z]+/|vbscript:|mailto:|\[\.\]|\bhxxp|\bdot\b.{0,20}\b(slash|com|net|org|example)\b", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Markup();

    // A scheme, www, an e-mail address, or a name with a dot before something that may be a top-level domain.
    [GeneratedRegex(@"[a-z][a-z0-9+.-]*://\S+|\bwww\.\S+|\S+@\S+\.\S+|\bxn--\S+|\b[\p{L}\p{N}-]{2,}(?:\.[\p{L}\p{N}-]{2,})*\.(?:\p{L}{2,})(?:/\S*)?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
