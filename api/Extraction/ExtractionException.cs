namespace OutlookAssist.Extraction;

/// <summary>Says why a document cannot be read, in words that a person can act on; final unless <see cref="Retryable"/>.</summary>
/// <param name="code">A stable code: <c>protected</c>, <c>damaged</c>, <c>no-text</c>, <c>too-complex</c>, <c>reader-missing</c>.</param>
/// <param name="detail">One sentence with the remedy; quotes nothing of the document.</param>
/// <param name="retryable">True when the same bytes may succeed later.</param>
internal sealed class ExtractionException(string code, string detail, bool retryable = false) : Exception(detail)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;

    /// <summary>True when the same bytes may succeed later.</summary>
    public bool Retryable { get; } = retryable;
}
