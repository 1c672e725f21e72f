using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Browser;

/// <summary>A product that knows the English sample documents of the preview, so that the pane has something to cite.</summary>
public sealed class SampleShop : Product
{
    private static readonly string[] Documents =
    [
        "returns-and-refunds.pdf", "shipping-guide.pdf", "warranty-terms.docx",
        "invoices-and-payment.md", "club-and-gift-cards.md", "stores-and-opening-hours.txt",
    ];

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var folder = Path.Combine(Repository.Root, "addin", "public", "samples");
        var files = Documents.Select(name => (name, File.ReadAllBytes(Path.Combine(folder, name))));
        foreach (var document in await UploadAsync([.. files]))
        {
            Assert.Equal("ready", document.GetProperty("state").GetString());
        }
    }
}
