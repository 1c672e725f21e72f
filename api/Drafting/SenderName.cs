using OutlookAssist.Mailboxes;

namespace OutlookAssist.Drafting;

/// <summary>The name to greet, when what the mail says is a plain name and nothing else: a greeting must not carry a stranger's sentence.</summary>
internal static class SenderName
{
    private const int LongestName = 50;
    private const int MostWords = 4;

    /// <summary>"Ruiz, Ana" becomes "Ana Ruiz"; an address, a department or anything with other signs becomes null.</summary>
    public static string? Of(MailAddress? sender)
    {
        var name = sender?.Name?.Trim().Trim('"', '\'').Trim() ?? "";
        if (name.Split(',') is [var last, var first] && first.Trim().Length > 0)
        {
            name = $"{first.Trim()} {last.Trim()}";
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return name.Length is >= 2 and <= LongestName && words.Length is >= 1 and <= MostWords && words.All(IsNameLike)
            ? string.Join(' ', words)
            : null;
    }

    private static bool IsNameLike(string word) =>
        char.IsLetter(word[0]) && word.All(character => char.IsLetter(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.NonSpacingMark || character is '-' or '\'' or '’' or '.')
        && (!char.IsLower(word[0]) || word.Length <= 3);
}
