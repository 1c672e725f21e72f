namespace OutlookAssist.Knowledge;

/// <summary>Remembers which headings are in force while a document is read, from the outermost to the innermost.</summary>
internal sealed class HeadingPath
{
    /// <summary>Longer headings are cut in the path; the passage's own text has them whole.</summary>
    private const int Longest = 120;

    private const string Separator = " › ";

    private readonly List<TextBlock> headings = [];

    /// <summary>The level of the innermost heading, or 0.</summary>
    public int Level => headings.Count == 0 ? 0 : headings[^1].Level;

    /// <summary>The path in words ("Shipping › Costs").</summary>
    public string Words => string.Join(Separator, headings.Select(heading => heading.Text.Length <= Longest ? heading.Text : heading.Text[..Longest].TrimEnd()));

    /// <summary>Takes a heading into the path; it ends those of its own level and of deeper ones.</summary>
    public void Enter(TextBlock heading)
    {
        headings.RemoveAll(other => other.Level >= heading.Level);
        headings.Add(heading);
    }

    /// <summary>The two outermost headings of a path in words: a document's name and part.</summary>
    public static string Outermost(string words) => string.Join(Separator, words.Split(Separator).Take(2));

    /// <summary>The innermost heading of a path in words.</summary>
    public static string Innermost(string words)
    {
        var separator = words.LastIndexOf(Separator, StringComparison.Ordinal);
        return separator < 0 ? words : words[(separator + Separator.Length)..];
    }
}
