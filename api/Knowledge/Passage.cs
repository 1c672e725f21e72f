namespace OutlookAssist.Knowledge;

/// <summary>A piece of one page of one document, the unit that is found and cited.</summary>
/// <param name="Id">The store's own key; equal keys mean equal text.</param>
/// <param name="DocumentId">The identifier that clients use.</param>
/// <param name="DocumentName">The base name of the uploaded file.</param>
/// <param name="Title">The title that the document states of itself, or null.</param>
/// <param name="Language">The BCP 47 tag of the document.</param>
/// <param name="Partition">Its number inside the document, from 0.</param>
/// <param name="Page">The physical page from 1, or null.</param>
/// <param name="SectionPage">The page on which its section begins, or null.</param>
/// <param name="Heading">The headings in force where it begins.</param>
/// <param name="Text">The words, verbatim.</param>
/// <param name="Score">The store's own score, higher is better; comparable only inside one search.</param>
internal sealed record Passage(
    long Id,
    string DocumentId,
    string DocumentName,
    string? Title,
    string Language,
    int Partition,
    int? Page,
    int? SectionPage,
    string Heading,
    string Text,
    double Score);
