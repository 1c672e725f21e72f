namespace OutlookAssist.Knowledge;

/// <summary>Says table rows in words, each cell behind its column's header, so that a row found on its own still makes sense.</summary>
internal static class TableWords
{
    /// <summary>Adds a table to a document.</summary>
    /// <param name="document">Takes the rows.</param>
    /// <param name="rows">Cells by row; cells may be empty.</param>
    /// <param name="headerRows">How many first rows are headers, or null to judge by their content.</param>
    public static void AddTo(DocumentBuilder document, IReadOnlyList<IReadOnlyList<string>> rows, int? headerRows)
    {
        var filled = rows.Where(row => row.Any(cell => !string.IsNullOrWhiteSpace(cell))).ToList();
        if (filled.Count == 0)
            return;
        // A line above a table that has one cell only is its caption; a table of such lines is a frame around text.
        var captions = filled.TakeWhile(row => Filled(row) == 1).Count();
        foreach (var caption in filled.Take(captions))
            document.Paragraph(caption.First(cell => !string.IsNullOrWhiteSpace(cell)));
        headerRows = headerRows - captions;
        filled = filled.Skip(captions).ToList();
        if (filled.Count == 0)
            return;

        var headers = Math.Min(headerRows is > 0 ? headerRows.Value : (LooksLikeHeader(filled) ? 1 : 0), filled.Count);
        if (headers == filled.Count)
            headers = 0;
        var names = HeaderNames(filled.Take(headers).ToList());
        foreach (var row in filled.Skip(headers))
        {
            // Cells may be joined and headers long: every row is paid for, or a small file could say one header a million times.
            document.TableRow(Say(row, names));
        }
    }

    /// <summary>One row in words: "Plan: Basic; Price: 5 €", or "Basic | 5 €" without headers.</summary>
    public static string Say(IReadOnlyList<string> row, IReadOnlyList<string> names)
    {
        var parts = new List<string>(row.Count);
        for (var index = 0; index < row.Count; index++)
        {
            var cell = row[index].Trim();
            var name = index < names.Count ? names[index] : "";
            if (cell.Length > 0)
                parts.Add(name.Length > 0 && !string.Equals(name, cell, StringComparison.OrdinalIgnoreCase) ? $"{name}: {cell}" : cell);
        }

        return string.Join(names.Any(name => name.Length > 0) ? "; " : " | ", parts);
    }

    /// <summary>True when the first row names the columns: short, filled, different words without figures above rows that are longer or have figures.</summary>
    public static bool LooksLikeHeader(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count < 2 || rows[0].Count < 2)
            return false;
        var first = rows[0].Select(cell => cell.Trim()).ToList();
        if (first.Skip(1).Any(cell => cell.Length is 0 or > 60) || first[0].Length > 60)
            return false;
        if (first.Distinct(StringComparer.OrdinalIgnoreCase).Count() < first.Count || first.Any(StartsWithFigure))
            return false;
        // Two columns of words are more often terms and their meanings than a table with a header.
        return first.Count > 2 || rows.Skip(1).Any(row => row.Skip(1).Any(StartsWithFigure));
    }

    private static int Filled(IReadOnlyList<string> row) => row.Count(cell => !string.IsNullOrWhiteSpace(cell));

    private static bool StartsWithFigure(string cell) => cell.TrimStart('-', '+', '€', '$', '£', '(', ' ') is [var character, ..] && char.IsDigit(character);

    private static List<string> HeaderNames(List<IReadOnlyList<string>> headers)
    {
        var names = new List<string>();
        foreach (var row in headers)
        {
            for (var index = 0; index < row.Count; index++)
            {
                if (index == names.Count)
                    names.Add("");
                var cell = row[index].Trim().TrimEnd(':');
                if (cell.Length is > 0 and <= 80 && !names[index].EndsWith(cell, StringComparison.Ordinal))
                    names[index] = names[index].Length == 0 ? cell : $"{names[index]} {cell}";
            }
        }

        return names;
    }
}
