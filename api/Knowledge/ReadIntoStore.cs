using OutlookAssist.Data;
using OutlookAssist.Extraction;
using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>The embedded intake: reads a document here, splits it into passages and writes them to our own store.</summary>
internal sealed class ReadIntoStore(DocumentFiles files, ExtractText extract, IPassageStore store) : IDocumentIntake
{
    private const double ExtractedShare = 0.5;
    private const double WrittenShare = 0.99;
    private const int LanguageSample = 20_000;

    /// <inheritdoc />
    public bool SharesContents => true;

    /// <inheritdoc />
    public async Task TakeInAsync(KnowledgeContent content, ReportProgress report, CancellationToken cancellation)
    {
        await report(DocumentState.Extracting, 0.05);
        await using var original = files.Open(content);
        var extracted = await extract.ReadAsync(original, content.Name, cancellation);
        var passages = SplitText.Split(extracted);
        if (passages.Count == 0)
        {
            throw new ExtractionException("no-text", "The document has no readable text. If it is a scan, run text recognition on it and upload the result.");
        }

        content.Title = extracted.Title;
        content.HiddenText = extracted.HiddenText;
        content.Pages = extracted.Pages[^1].Number is null ? null : extracted.Pages.Count;
        content.Language = LanguageDetector.Detect(Sample(passages)).Tag;
        await report(DocumentState.Indexing, ExtractedShare);
        await store.WriteAsync(content, passages, share => report(DocumentState.Indexing, ExtractedShare + ((WrittenShare - ExtractedShare) * share)), cancellation);
        content.Passages = passages.Count;
    }

    /// <inheritdoc />
    public void Forget(OutlookAssistDatabase database, KnowledgeScope scope, string documentId)
    {
        // Passages go with their content, in the same transaction.
    }

    /// <inheritdoc />
    public Task RecallAsync(OutlookAssistDatabase database, IReadOnlyCollection<KnowledgeDocument> parts, CancellationToken cancellation) => Task.CompletedTask;

    private static string Sample(IReadOnlyList<PassageDraft> passages)
    {
        var sample = new System.Text.StringBuilder();
        foreach (var passage in passages)
        {
            if (sample.Append(passage.Text).Append('\n').Length > LanguageSample)
            {
                break;
            }
        }

        return sample.ToString();
    }
}
