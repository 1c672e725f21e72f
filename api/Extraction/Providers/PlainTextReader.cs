using System.Text.RegularExpressions;

namespace OutlookAssist.Extraction.Providers;

/// <summary>Reads plain text: paragraphs between empty lines, wrapped lines joined, underlined and numbered headings, lists.</summary>
internal static partial class PlainTextReader
{
    /// <summary>Lines at least this long, relative to the longest of their paragraph, were broken by a program and not by their writer.</summary>
    private const double WrappedShare = 0.6;

    private const int ShortestWrap = 50;

    private const int LongestGroup = 2_000;

    /// <summary>Adds the text to the document.</summary>
    public static void Read(string text, DocumentBuilder document)
    {
        var group = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                // A paragraph of so many lines is a list of records; what ends it makes no difference.
                if (group.Count >= LongestGroup)
                    Flush();
                group.Add(line.TrimEnd().ToString());
            }
            else if (group.Count > 0)
            {
                Flush();
            }
        }

        Flush();

        void Flush()
        {
            document.Budget.SpendCharacters(0);
            AddGroup(group, document);
            group.Clear();
        }
    }

    private static void AddGroup(List<string> lines, DocumentBuilder document)
    {
        if (lines.Count == 1 && IsTitle(lines[0]))
        {
            document.Heading(lines[0], SectionNumber().Match(lines[0]) is { Success: true } number ? number.Groups[1].Value.Split('.').Length : 2);
            return;
        }

        var longest = lines.Count == 0 ? 0 : lines.Max(line => line.Length);
        var open = new List<string>();
        var isItem = false;
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            if (index + 1 < lines.Count && Underline().IsMatch(lines[index + 1]) && line.Length <= 120)
            {
                Flush();
                document.Heading(line, lines[index + 1].TrimStart()[0] == '=' ? 1 : 2);
                index++;
                continue;
            }

            var startsItem = ItemMark().IsMatch(line);
            var wrapped = index > 0 && longest >= ShortestWrap && lines[index - 1].Length >= WrappedShare * longest;
            var indented = isItem && line[0] is ' ' or '\t';
            if (open.Count > 0 && (startsItem || !(wrapped || indented)))
                Flush();
            isItem = open.Count == 0 ? startsItem : isItem;
            open.Add(line.Trim());
        }

        Flush();

        void Flush()
        {
            if (open.Count == 0)
                return;
            var joined = string.Join(' ', open);
            if (isItem)
                document.ListItem(Bullet().Replace(joined, "", 1));
            else
                document.Paragraph(joined);
            open.Clear();
            isItem = false;
        }
    }

    private static bool IsTitle(string line)
    {
        var text = line.Trim();
        if (text.Length is < 3 or > 80 || text[^1] is '.' or ',' or ';' or ':' or '!' or '?')
            return false;
        var letters = text.Count(char.IsLetter);
        return letters >= 3 && (SectionNumber().IsMatch(text) || (letters >= text.Length / 2 && !text.Any(char.IsLower) && text.Any(char.IsUpper)));
    }

    [GeneratedRegex(@"^\s*(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\p{Lu}\S*(?:\s+\S+){0,9}$", RegexOptions.NonBacktracking)]
    private static partial Regex SectionNumber();

    [GeneratedRegex(@"^\s*(?:={3,}|-{3,}|~{3,}|\*{3,})\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^\s*(?:[-*+•·▪◦–]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s+\S", RegexOptions.NonBacktracking)]
    private static partial Regex ItemMark();

    [GeneratedRegex(@"^[-*+•·▪◦–]\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();
}
