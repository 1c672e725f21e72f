using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Extraction.Providers;

public class PlainTextReaderTests
{
    [Fact]
    public async Task Wrapped_lines_are_joined_and_short_lines_are_kept_apart()
    {
        var document = await DocumentReading.ReadAsync("a.txt", "You may return every product within thirty days after\nit was delivered to you.\n\nMain Street 5\nLyon\n");
        Assert.Equal(["Paragraph: You may return every product within thirty days after it was delivered to you.", "Paragraph: Main Street 5", "Paragraph: Lyon"], document.Lines());
    }

    [Fact]
    public async Task Headings_and_lists_are_recognised() =>
        Assert.Equal(
            ["Heading1: Returns", "Paragraph: Bring", "ListItem: the slip", "ListItem: the box", "Heading2: OPENING HOURS", "Paragraph: Nine to five."],
            (await DocumentReading.ReadAsync("a.txt", "Returns\n=======\nBring\n- the slip\n- the box\n\nOPENING HOURS\n\nNine to five.")).Lines());
}
