using System.Text;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Reads tables of separated values: finds the separator, understands quotes, and says every row behind its headers.</summary>
internal static class CsvReader
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Adds the text to the document.</summary>
    public static void Read(string text, DocumentBuilder document)
    {
        var separator = FindSeparator(text);
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in Rows(text, separator))
        {
            document.Budget.SpendCharacters(0);
            if (row.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                rows.Add(row);
        }

        TableWords.AddTo(document, rows, null);
    }

    /// <summary>The separator that cuts the first lines into the same number of pieces, and into most.</summary>
    private static char FindSeparator(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
            return text[4];
        var head = text[..Math.Min(text.Length, 20_000)];
        return Separators.MaxBy(separator =>
        {
            var widths = Rows(head, separator).Take(30).Select(row => row.Count).ToList();
            var common = widths.Count == 0 ? 0 : widths.GroupBy(width => width).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
            return common < 2 ? 0 : common + (100.0 * widths.Count(width => width == common) / widths.Count);
        });
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(string text, char separator)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (quoted)
            {
                if (character != '"')
                    cell.Append(character);
                else if (index + 1 < text.Length && text[index + 1] == '"')
                    cell.Append(text[index++]);
                else
                    quoted = false;
            }
            else if (character == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (character == separator)
            {
                row.Add(cell.ToString());
                cell.Clear();
            }
            else if (character is '\n' or '\r')
            {
                if (character == '\r' && index + 1 < text.Length && text[index + 1] == '\n')
                    index++;
                row.Add(cell.ToString());
                cell.Clear();
                yield return row;
                row = [];
            }
            else
            {
                cell.Append(character);
            }
        }

        row.Add(cell.ToString());
        yield return row;
    }
}
