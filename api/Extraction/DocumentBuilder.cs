namespace OutlookAssist.Extraction;

/// <summary>Collects the blocks of one document for every reader: cleans their text, drops empty ones and pays for the rest.</summary>
internal sealed class DocumentBuilder(ExtractionBudget budget)
{
    /// <summary>What a block costs beside its text, so that ten million lines of one letter are not cheap.</summary>
    private const int BlockCost = 16;

    private readonly List<ExtractedPage> pages = [];
    private List<TextBlock> blocks = [];
    private int? number;
    private bool hidden;

    /// <summary>The title that the document states of itself.</summary>
    public string? Title { get; set; }

    /// <summary>What the document may still cost.</summary>
    public ExtractionBudget Budget => budget;

    /// <summary>True when nothing was added so far.</summary>
    public bool IsEmpty => blocks.Count == 0 && pages.All(page => page.Blocks.Count == 0);

    /// <summary>Begins a page, slide or sheet.</summary>
    public void StartPage(int pageNumber)
    {
        budget.SpendPage();
        FinishPage();
        number = pageNumber;
    }

    /// <summary>Reports that text was left out because no reader would see it.</summary>
    public void ReportHidden() => hidden = true;

    /// <summary>Adds running text; line breaks in it become spaces.</summary>
    public void Paragraph(string text) => Add(BlockKind.Paragraph, text, 0);

    /// <summary>Adds a heading of level 1 to 6.</summary>
    public void Heading(string text, int level) => Add(BlockKind.Heading, text, Math.Clamp(level, 1, 6));

    /// <summary>Adds one item of a list.</summary>
    public void ListItem(string text) => Add(BlockKind.ListItem, text, 0);

    /// <summary>Adds one row of a table, already in words.</summary>
    public void TableRow(string text) => Add(BlockKind.TableRow, text, 0);

    /// <summary>Adds text whose line breaks count.</summary>
    public void Preformatted(string text) => Add(BlockKind.Preformatted, text, 0);

    /// <summary>Adds a block of any kind.</summary>
    public void Add(BlockKind kind, string text, int level)
    {
        budget.SpendCharacters(text.Length + BlockCost);
        var clean = VisibleText.Clean(text, keepLines: kind == BlockKind.Preformatted, out var removed);
        hidden |= removed;
        if (clean.Length > 0)
            blocks.Add(new TextBlock(kind, clean, level));
    }

    /// <summary>The finished document; one without any text is refused.</summary>
    public ExtractedDocument Build()
    {
        FinishPage();
        if (pages.All(page => page.Blocks.Count == 0))
            throw ExtractionFailures.NoText();
        var title = Title is null ? null : VisibleText.Clean(Title, keepLines: false, out _);
        return new ExtractedDocument(title is { Length: > 0 and <= 300 } ? title : null, pages, hidden);
    }

    private void FinishPage()
    {
        if (number is not null || blocks.Count > 0)
            pages.Add(new ExtractedPage(number, blocks));
        blocks = [];
    }
}
