using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OutlookAssist.Extraction;
using OutlookAssist.Extraction.Providers;
using OutlookAssist.Knowledge;


namespace OutlookAssist.Tests.Api.Support;

/// <summary>Reads documents in tests the way the product does: from a file, by its name.</summary>
internal static class DocumentReading
{
    /// <summary>Reads bytes as a file of that name; a PDF gets a reader of its own.</summary>
    public static async Task<ExtractedDocument> ReadAsync(string fileName, byte[] bytes, ExtractionOptions? options = null)
    {
        var settings = Options.Create(options ?? new ExtractionOptions());
        await using var reader = new PdfReader(settings, TimeProvider.System, NullLogger<PdfReader>.Instance);
        return await new ExtractText(reader, settings, TimeProvider.System).ReadAsync(new MemoryStream(bytes), fileName, CancellationToken.None);
    }

    /// <summary>Reads text as a file of that name.</summary>
    public static Task<ExtractedDocument> ReadAsync(string fileName, string text) => ReadAsync(fileName, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The code under which a document is refused.</summary>
    public static async Task<string> RefusalAsync(string fileName, byte[] bytes, ExtractionOptions? options = null) =>
        (await Assert.ThrowsAsync<ExtractionException>(() => ReadAsync(fileName, bytes, options))).Code;

    /// <summary>All blocks as "kind level: text" lines, which makes a failing test readable.</summary>
    public static IEnumerable<string> Lines(this ExtractedDocument document) =>
        document.Pages.SelectMany(page => page.Blocks).Select(block => block.Kind == BlockKind.Heading ? $"Heading{block.Level}: {block.Text}" : $"{block.Kind}: {block.Text}");
}
