namespace OutlookAssist.Extraction;

/// <summary>Counts what one document costs while it is read, so that no reader can go on for ever or fill the memory.</summary>
internal sealed class ExtractionBudget(ExtractionOptions options, CancellationToken cancellation)
{
    private long characters;
    private long expanded;
    private int pages;
    private int elements;

    /// <summary>The limits in force.</summary>
    public ExtractionOptions Options => options;

    /// <summary>Ends when the document's time is over or nobody wants it any more.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Pays for characters of text.</summary>
    public void SpendCharacters(int count)
    {
        cancellation.ThrowIfCancellationRequested();
        if ((characters += count) > options.Characters)
            throw ExtractionFailures.TooComplex();
    }

    /// <summary>Pays for bytes that came out of a compressed part.</summary>
    public void SpendExpandedBytes(int count)
    {
        cancellation.ThrowIfCancellationRequested();
        if ((expanded += count) > options.ExpandedBytes)
            throw ExtractionFailures.TooComplex();
    }

    /// <summary>Pays for one page, slide or sheet.</summary>
    public void SpendPage()
    {
        if (++pages > options.Pages)
            throw ExtractionFailures.TooComplex();
    }

    /// <summary>Pays for one element of a parsed page.</summary>
    public void SpendElement()
    {
        cancellation.ThrowIfCancellationRequested();
        if (++elements > options.Elements)
            throw ExtractionFailures.TooComplex();
    }

    /// <summary>Refuses text that is too long to be parsed into a tree.</summary>
    public void CheckParsed(int characters)
    {
        if (characters > options.ParsedCharacters)
            throw ExtractionFailures.TooComplex();
    }

    /// <summary>Refuses nesting deeper than the limit.</summary>
    public void CheckDepth(int depth)
    {
        if (depth > options.Depth)
            throw ExtractionFailures.TooComplex();
    }
}
