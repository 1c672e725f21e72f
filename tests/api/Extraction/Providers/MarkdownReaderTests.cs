using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Extraction.Providers;

public class MarkdownReaderTests
{
    [Fact]
    public async Task Structure_survives_and_marks_do_not()
    {
        var document = await DocumentReading.ReadAsync("a.md", "# Returns\n\nSend it **back** to [us](http://x).\n\n- slip\n- box\n\n1. first\n\n| Plan | Price |\n| --- | --- |\n| Basic | 5 € |\n\n```\ncode  here\n```\n");
        Assert.Equal(
            ["Heading1: Returns", "Paragraph: Send it back to us.", "ListItem: slip", "ListItem: box", "ListItem: 1. first", "TableRow: Plan: Basic; Price: 5 €", "Preformatted: code  here"],
            document.Lines());
        Assert.Equal("Returns", document.Title);
    }

    [Fact]
    public async Task Nesting_that_no_person_writes_still_gives_its_words() =>
        Assert.Contains("words", string.Join(' ', (await DocumentReading.ReadAsync("a.md", new string('>', 20_000) + " words")).Lines()), StringComparison.Ordinal);
}
