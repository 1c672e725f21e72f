using Microsoft.Extensions.Options;
using OutlookAssist.Extraction.Providers;

namespace OutlookAssist.Extraction;

/// <summary>Reads an uploaded document as headings, paragraphs, list items and table rows, whatever its format, or says why it cannot.</summary>
internal sealed class ExtractText(PdfReader pdfReader, IOptions<ExtractionOptions> options, TimeProvider clock)
{
    /// <summary>Reads a file, from a stream that can be read from any position, as what <paramref name="fileName"/> and its first bytes say it is.</summary>
    /// <exception cref="ExtractionException">The document cannot be read; code and sentence say why.</exception>
    public async Task<ExtractedDocument> ReadAsync(Stream file, string fileName, CancellationToken cancellation)
    {
        var verdict = await ExamineAsync(file, fileName, cancellation);
        if (verdict.Type is not { } type)
            throw new ExtractionException(verdict.Code!, verdict.Detail!);
        if (type == DocumentType.Pdf)
            return await pdfReader.ReadAsync(file, cancellation);

        var limit = TimeSpan.FromSeconds(options.Value.DocumentSeconds);
        using var time = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        var budget = new ExtractionBudget(options.Value, either.Token);
        try
        {
            // A reader checks its budget as it goes; the second wait frees the caller even from one that does not.
            return await Task.Run(() => Read(type, file, budget), either.Token).WaitAsync(limit + TimeSpan.FromSeconds(1), clock, cancellation);
        }
        catch (Exception exception) when (exception is TimeoutException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw ExtractionFailures.TooComplex();
        }
    }

    private static async Task<DocumentTypeVerdict> ExamineAsync(Stream file, string fileName, CancellationToken cancellation)
    {
        var head = new byte[DocumentTypes.HeadLength];
        var length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        file.Position = 0;
        return DocumentTypes.Examine(fileName, head.AsSpan(0, length));
    }

    private static ExtractedDocument Read(DocumentType type, Stream file, ExtractionBudget budget)
    {
        var document = new DocumentBuilder(budget);
        switch (type)
        {
            case DocumentType.Docx:
                DocxReader.Read(file, document);
                break;
            case DocumentType.Pptx:
                PptxReader.Read(file, document);
                break;
            case DocumentType.Xlsx:
                XlsxReader.Read(file, document);
                break;
            case DocumentType.Odt:
                OdtReader.Read(file, document);
                break;
            case DocumentType.Epub:
                EpubReader.Read(file, document);
                break;
            case DocumentType.Rtf:
                RtfReader.Read(WholeOf(file), document);
                break;
            case DocumentType.Csv:
                CsvReader.Read(TextEncodings.Decode(WholeOf(file)), document);
                break;
            case DocumentType.Json:
                JsonReader.Read(TextEncodings.Decode(WholeOf(file)), document);
                break;
            case DocumentType.Mail:
                MailReader.Read(WholeOf(file), document);
                break;
            case DocumentType.Html:
                HtmlReader.Read(WholeOf(file), document);
                break;
            case DocumentType.Markdown:
                MarkdownReader.Read(TextEncodings.Decode(WholeOf(file)), document);
                break;
            case DocumentType.PlainText:
                PlainTextReader.Read(TextEncodings.Decode(WholeOf(file)), document);
                break;
            default:
                throw new InvalidOperationException($"No reader for {type}.");
        }

        return document.Build();
    }

    private static byte[] WholeOf(Stream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
