namespace OutlookAssist.Extraction;

/// <summary>Takes a table row by row: looks at its first rows for caption and header, then says every row as it comes, however many follow.</summary>
/// <param name="document">Takes the rows in words.</param>
/// <param name="headerRows">How many first rows are headers, or null to judge by their content.</param>
internal sealed class TableRows(DocumentBuilder document, int? headerRows = null)
{
    /// <summary>So many rows show whether the first one is a header.</summary>
    private const int Look = 50;

    private readonly List<IReadOnlyList<string>> waiting = [];
    private List<string>? names;

    /// <summary>Adds a row; empty ones are passed over.</summary>
    public void Add(IReadOnlyList<string> row)
    {
        if (Filled(row) == 0)
            return;
        if (names is not null)
        {
            document.TableRow(TableWords.Say(row, names));
            return;
        }

        // A line above a table that has one cell only is its caption; a table of such lines is a frame around text.
        if (waiting.Count == 0 && Filled(row) == 1)
        {
            document.Paragraph(row.First(cell => !string.IsNullOrWhiteSpace(cell)));
            headerRows--;
            return;
        }

        waiting.Add(row);
        if (waiting.Count >= Look)
            SayWaiting();
    }

    /// <summary>Says what waits: the table is complete.</summary>
    public void Finish()
    {
        if (names is null && waiting.Count > 0)
            SayWaiting();
    }

    private void SayWaiting()
    {
        var headers = headerRows is > 0 ? headerRows.Value : TableWords.LooksLikeHeader(waiting) ? 1 : 0;
        if (headers >= waiting.Count)
            headers = 0;
        names = TableWords.HeaderNames(waiting.Take(headers));
        foreach (var row in waiting.Skip(headers))
            document.TableRow(TableWords.Say(row, names));
        waiting.Clear();
    }

    private static int Filled(IReadOnlyList<string> row) => row.Count(cell => !string.IsNullOrWhiteSpace(cell));
}
