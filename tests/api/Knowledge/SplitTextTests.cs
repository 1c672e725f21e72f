using OutlookAssist.Extraction;
using OutlookAssist.Knowledge;

namespace OutlookAssist.Tests.Api.Knowledge;

public class SplitTextTests
{
    private static TextBlock Words(int count, string word = "word", BlockKind kind = BlockKind.Paragraph) =>
        new(kind, string.Join(' ', Enumerable.Range(0, count).Select(index => index % 9 == 8 ? $"{word}. Next" : word)) + ".");

    private static TextBlock Heading(string text, int level) => new(BlockKind.Heading, text, level);

    private static IReadOnlyList<PassageDraft> Split(params TextBlock[] blocks) => SplitText.Split(new ExtractedDocument(null, [new ExtractedPage(null, blocks)]));

    [Fact]
    public void A_passage_never_crosses_a_page()
    {
        var passages = SplitText.Split(new ExtractedDocument(null, [new ExtractedPage(1, [Words(5)]), new ExtractedPage(2, [Words(5)])]));
        Assert.Equal([1, 2], passages.Select(passage => passage.Page));
        Assert.Equal([0, 1], passages.Select(passage => passage.Partition));
    }

    [Fact]
    public void Passages_of_a_page_joined_give_its_text_and_stay_within_the_limit()
    {
        TextBlock[] blocks = [Heading("One", 1), Words(60), Words(400), Words(20, kind: BlockKind.ListItem), Heading("Two", 2), Words(90), new(BlockKind.Paragraph, new string('x', 3000)), Heading("Three", 1)];
        var passages = Split(blocks);
        Assert.Equal(Squeeze(string.Join('\n', blocks.Select(block => block.Text))), Squeeze(string.Join('\n', passages.Select(passage => passage.Text))));
        Assert.All(passages, passage => Assert.InRange(passage.Text.Length, 1, SplitText.Limit));
    }

    [Fact]
    public void A_short_page_keeps_its_text_letter_for_letter() =>
        Assert.Equal("Returns\nSend it back.\nKeep the slip.", string.Join('\n', Split(Heading("Returns", 1), new(BlockKind.Paragraph, "Send it back."), new(BlockKind.Paragraph, "Keep the slip.")).Select(passage => passage.Text)));

    [Fact]
    public void The_path_of_headings_goes_on_over_a_page_break()
    {
        var passages = SplitText.Split(new ExtractedDocument(
            null,
            [new ExtractedPage(1, [Heading("Shipping", 1), Words(40), Heading("Costs", 2), Words(40)]), new ExtractedPage(2, [Words(40), Heading("Returns", 1), Words(40)])]));
        Assert.Equal(["Shipping", "Shipping › Costs", "Shipping › Costs", "Returns"], passages.Select(passage => passage.Heading));
    }

    [Fact]
    public void A_heading_stays_with_the_text_that_it_introduces()
    {
        var passages = Split(Words(100), Heading("Costs", 1), Words(300));
        Assert.Contains(passages, passage => passage.Text.StartsWith("Costs\nword", StringComparison.Ordinal));
        Assert.All(passages, passage => Assert.False(passage.Text.EndsWith("Costs", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_list_stays_with_its_lead_in_where_both_fit()
    {
        var items = Enumerable.Range(1, 4).Select(number => new TextBlock(BlockKind.ListItem, $"Item {number} of the list"));
        var passages = Split([Words(110), new(BlockKind.Paragraph, "To send it back you need:"), .. items]);
        var list = Assert.Single(passages, passage => passage.Text.Contains("you need:", StringComparison.Ordinal));
        Assert.EndsWith("Item 4 of the list", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_paragraphs_are_cut_after_sentences_and_not_after_abbreviations()
    {
        var text = string.Join(' ', Enumerable.Repeat("Please ask Mr. Smith about order No. 5 before you send it.", 40));
        var passages = Split(new TextBlock(BlockKind.Paragraph, text));
        Assert.True(passages.Count > 2);
        Assert.All(passages, passage => Assert.EndsWith("send it.", passage.Text, StringComparison.Ordinal));
    }

    private static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
