namespace OutlookAssist.Extraction;

/// <summary>A document turned into readable blocks, in reading order, before it is split into passages.</summary>
/// <param name="Title">The title that the document states of itself, or null.</param>
/// <param name="Pages">At least one page; formats without pages have exactly one whose number is null.</param>
/// <param name="HiddenText">True when text that no reader would see was left out.</param>
internal sealed record ExtractedDocument(string? Title, IReadOnlyList<ExtractedPage> Pages, bool HiddenText = false);

/// <summary>One physical page, slide or sheet; <c>Number</c> counts from 1, or is null where the format has none.</summary>
internal sealed record ExtractedPage(int? Number, IReadOnlyList<TextBlock> Blocks);

/// <summary>A paragraph, heading, list item or table row; <c>Level</c> is 1…6 for headings and 0 otherwise.</summary>
internal sealed record TextBlock(BlockKind Kind, string Text, int Level = 0);

/// <summary>What a block is to a reader.</summary>
internal enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading over what follows.</summary>
    Heading,

    /// <summary>One item of a list.</summary>
    ListItem,

    /// <summary>One row of a table, each cell preceded by its column's header where there is one ("Plan: Basic; Price: 5 €").</summary>
    TableRow,

    /// <summary>Preformatted text whose line breaks count.</summary>
    Preformatted,
}
