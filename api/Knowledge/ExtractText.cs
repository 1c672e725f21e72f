using Microsoft.Extensions.Options;
using OutlookAssist.Knowledge.Providers;

namespace OutlookAssist.Knowledge;

/// <summary>Reads an uploaded document as headings, paragraphs, list items and table rows, whatever its format, or says why it cannot.</summary>
internal sealed class ExtractText(PdfReader pdfReader, IOptions<ExtractionOptions> options, TimeProvider clock)
{
    /// <summary>Reads the file at <paramref name="path"/> as what <paramref name="fileName"/> and its first bytes say it is.</summary>
    /// <exception cref="ExtractionException">The document cannot be read; code and sentence say why.</exception>
    public async Task<ExtractedDocument> FromFileAsync(string path, string fileName, CancellationToken cancellation)
    {
        var verdict = await ExamineAsync(path, fileName, cancellation);
        if (verdict.Type is not { } type)
            throw new ExtractionException(verdict.Code!, verdict.Detail!);
        if (type == DocumentType.Pdf)
            return await pdfReader.ReadAsync(path, cancellation);

        var limit = TimeSpan.FromSeconds(options.Value.DocumentSeconds);
        using var time = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        var budget = new ExtractionBudget(options.Value, either.Token);
        try
        {
            // A reader checks its budget as it goes; the second wait frees the caller even from one that does not.
            return await Task.Run(() => Read(type, path, budget), either.Token).WaitAsync(limit + TimeSpan.FromSeconds(1), clock, cancellation);
        }
        catch (Exception exception) when (exception is TimeoutException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw ExtractionFailures.TooComplex();
        }
    }

    private static async Task<DocumentTypeVerdict> ExamineAsync(string path, string fileName, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[DocumentTypes.HeadLength];
        var length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        return DocumentTypes.Examine(fileName, head.AsSpan(0, length));
    }

    private static ExtractedDocument Read(DocumentType type, string path, ExtractionBudget budget)
    {
        var document = new DocumentBuilder(budget);
        switch (type)
        {
            case DocumentType.Docx:
                DocxReader.Read(path, document);
                break;
            case DocumentType.Pptx:
                PptxReader.Read(path, document);
                break;
            case DocumentType.Xlsx:
                XlsxReader.Read(path, document);
                break;
            case DocumentType.Odt:
                OdtReader.Read(path, document);
                break;
            case DocumentType.Epub:
                EpubReader.Read(path, document);
                break;
            case DocumentType.Rtf:
                RtfReader.Read(File.ReadAllBytes(path), document);
                break;
            case DocumentType.Csv:
                CsvReader.Read(TextEncodings.Decode(File.ReadAllBytes(path)), document);
                break;
            case DocumentType.Json:
                JsonReader.Read(TextEncodings.Decode(File.ReadAllBytes(path)), document);
                break;
            case DocumentType.Html:
                HtmlReader.Read(File.ReadAllBytes(path), document);
                break;
            case DocumentType.Markdown:
                MarkdownReader.Read(TextEncodings.Decode(File.ReadAllBytes(path)), document);
                break;
            case DocumentType.PlainText:
                PlainTextReader.Read(TextEncodings.Decode(File.ReadAllBytes(path)), document);
                break;
            default:
                throw new InvalidOperationException($"No reader for {type}.");
        }

        return document.Build();
    }
}
