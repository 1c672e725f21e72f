using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge.Providers;

public class OdtReaderTests
{
    private const string Names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"";

    private static byte[] Text(string body, string styles = "") =>
        SmallZip.Of(("content.xml", $"<office:document-content {Names}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"));

    [Fact]
    public async Task Headings_lists_and_tables_survive()
    {
        static string Row(params string[] cells) => $"<table:table-row>{string.Concat(cells.Select(cell => $"<table:table-cell><text:p>{cell}</text:p></table:table-cell>"))}</table:table-row>";
        var body = "<text:h text:outline-level=\"2\">Returns</text:h><text:p>Within<text:s/>30 days.</text:p><text:list><text:list-item><text:p>Slip</text:p></text:list-item></text:list>"
            + $"<table:table><table:table-header-rows>{Row("Plan", "Price")}</table:table-header-rows>{Row("Basic", "5 €")}</table:table>";
        Assert.Equal(["Heading2: Returns", "Paragraph: Within 30 days.", "ListItem: Slip", "TableRow: Plan: Basic; Price: 5 €"], (await Extraction.ReadAsync("a.odt", Text(body))).Lines());
    }

    [Fact]
    public async Task Deleted_and_hidden_text_is_left_out()
    {
        var styles = "<style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style>";
        var document = await Extraction.ReadAsync("a.odt", Text("<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>new<text:span text:style-name=\"H\"> secret</text:span></text:p>", styles));
        Assert.Equal(["Paragraph: new"], document.Lines());
        Assert.True(document.HiddenText);
    }

    [Fact]
    public async Task A_password_is_reported() =>
        Assert.Equal("protected", await Extraction.RefusalAsync("a.odt", SmallZip.Of(("content.xml", "x"), ("META-INF/manifest.xml", $"<manifest:manifest {Names}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"))));
}
