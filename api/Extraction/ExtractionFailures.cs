namespace OutlookAssist.Extraction;

/// <summary>The sentences that tell a person why a document could not be read and what to do about it.</summary>
internal static class ExtractionFailures
{
    /// <summary>A password or rights management keeps the content closed.</summary>
    public static ExtractionException Protected(string what) =>
        new("protected", $"This {what} is protected by a password. Upload an unprotected copy.");

    /// <summary>The bytes are not what their format demands.</summary>
    public static ExtractionException Damaged(string what) =>
        new("damaged", $"This {what} is damaged and cannot be read. Open it in the program that wrote it, save it again and upload that copy.");

    /// <summary>Nothing in it can be read as text.</summary>
    public static ExtractionException NoText() =>
        new("no-text", "This document has no readable text; it may be a scan. Upload a copy with recognised text (OCR) or the original document.");

    /// <summary>One of the limits in <see cref="ExtractionOptions"/> was reached.</summary>
    public static ExtractionException TooComplex() =>
        new("too-complex", "This document is too large or too complex to be read within the limits. Upload it in smaller parts.");

    /// <summary>Node or the reader's bundle is not installed; a later attempt may succeed.</summary>
    public static ExtractionException ReaderMissing() =>
        new("reader-missing", "PDF files cannot be read because the PDF reader is not installed. Install Node 20 or later, build again and retry the document.", retryable: true);
}
