using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge.Providers;

public class PptxReaderTests
{
    private const string Names = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static string Shape(string placeholder, params string[] paragraphs) =>
        $"<p:sp><p:nvSpPr><p:nvPr><p:ph type=\"{placeholder}\"/></p:nvPr></p:nvSpPr><p:txBody>{string.Concat(paragraphs.Select(text => $"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"))}</p:txBody></p:sp>";

    private static byte[] Deck(params string[] slides) => SmallZip.Of(
    [
        ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"m\" Type=\"{Types}/officeDocument\" Target=\"ppt/presentation.xml\"/></Relationships>"),
        ("ppt/presentation.xml", $"<p:presentation {Names}><p:sldIdLst>{string.Concat(slides.Select((_, index) => $"<p:sldId id=\"{256 + index}\" r:id=\"s{index}\"/>"))}</p:sldIdLst></p:presentation>"),
        ("ppt/_rels/presentation.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(slides.Select((_, index) => $"<Relationship Id=\"s{index}\" Type=\"{Types}/slide\" Target=\"slides/slide{index}.xml\"/>"))}</Relationships>"),
        .. slides.Select((content, index) => ($"ppt/slides/slide{index}.xml", content)),
    ]);

    private static string Slide(string shapes, string attributes = "") => $"<p:sld {Names} {attributes}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>";

    [Fact]
    public async Task Slides_are_pages_with_their_title_first_and_their_points_as_items()
    {
        var document = await Extraction.ReadAsync("a.pptx", Deck(Slide(Shape("body", "Bring the slip", "Bring the box") + Shape("title", "Returns")), Slide(Shape("ctrTitle", "Thanks"))));
        Assert.Equal([1, 2], document.Pages.Select(page => page.Number));
        Assert.Equal(["Heading1: Returns", "ListItem: Bring the slip", "ListItem: Bring the box", "Heading1: Thanks"], document.Lines());
    }

    [Fact]
    public async Task A_hidden_slide_keeps_its_number_and_gives_no_text()
    {
        var document = await Extraction.ReadAsync("a.pptx", Deck(Slide(Shape("title", "Secret"), "show=\"0\""), Slide(Shape("title", "Shown"))));
        Assert.Equal(["Heading1: Shown"], document.Lines());
        Assert.Equal(2, document.Pages[^1].Number);
        Assert.True(document.HiddenText);
    }

    [Fact]
    public async Task Tables_keep_their_headers()
    {
        static string Row(params string[] cells) => $"<a:tr>{string.Concat(cells.Select(cell => $"<a:tc><a:txBody><a:p><a:r><a:t>{cell}</a:t></a:r></a:p></a:txBody></a:tc>"))}</a:tr>";
        var document = await Extraction.ReadAsync("a.pptx", Deck(Slide($"<p:graphicFrame><a:tbl>{Row("Plan", "Price")}{Row("Basic", "5 €")}</a:tbl></p:graphicFrame>")));
        Assert.Equal(["TableRow: Plan: Basic; Price: 5 €"], document.Lines());
    }
}
