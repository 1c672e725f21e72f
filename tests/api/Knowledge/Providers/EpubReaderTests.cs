using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge.Providers;

public class EpubReaderTests
{
    [Fact]
    public async Task Chapters_are_read_in_the_order_of_the_book()
    {
        var book = SmallZip.Of(
            ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>"),
            ("OEBPS/book.opf", "<package xmlns:dc=\"d\"><metadata><dc:title>The Manual</dc:title></metadata><manifest><item id=\"two\" href=\"text/two.xhtml\" media-type=\"application/xhtml+xml\"/><item id=\"one\" href=\"text/one%201.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"one\"/><itemref idref=\"two\"/></spine></package>"),
            ("OEBPS/text/one 1.xhtml", "<html><head><title>x</title></head><body><h1>First</h1></body></html>"),
            ("OEBPS/text/two.xhtml", "<html><body><h1>Second</h1></body></html>"));
        var document = await Extraction.ReadAsync("a.epub", book);
        Assert.Equal("The Manual", document.Title);
        Assert.Equal(["Heading1: First", "Heading1: Second"], document.Lines());
    }

    [Fact]
    public async Task A_package_that_is_missing_is_damage() => Assert.Equal("damaged", await Extraction.RefusalAsync("a.epub", SmallZip.Of(("mimetype", "application/epub+zip"))));
}
