using OutlookAssist.Knowledge.Index;

namespace OutlookAssist.Tests.Api.Knowledge.Index;

/// <summary>A merged segment answers as its inputs together.</summary>
public class SegmentMergeTests
{
    [Fact]
    public void A_merged_segment_is_the_segment_that_would_have_been_built_at_once()
    {
        var random = new Random(5);
        var whole = new SegmentBuilder("scope");
        var parts = new List<PassageSegment>();
        for (var content = 1; content <= 9; content++)
        {
            var part = new SegmentBuilder("scope");
            var passages = random.Next(1, 60);
            for (var index = 0; index < passages; index++)
            {
                var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 80)).Select(_ => $"w{(int)(1000 * Math.Pow(random.NextDouble(), 3))}x"));
                foreach (var builder in new[] { whole, part })
                {
                    builder.Add("title", "", text, "en");
                    builder.AddRun(content, (content * 1000) + index, 1);
                }
            }

            parts.Add(part.Build());
        }

        AssertSame(whole.Build(), SegmentMerge.Merge("scope", parts, (_, _) => true));
    }

    [Fact]
    public void Passages_that_are_not_kept_leave_no_trace()
    {
        var kept = Segment(1, "apple pear", "pear quince");
        var dropped = Segment(2, "apple medlar");

        var merged = SegmentMerge.Merge("scope", [dropped, kept], (_, run) => run.ContentKey == 1);

        AssertSame(kept, merged);
        Assert.True(merged.Find("medlar") < 0);
    }

    [Fact]
    public void Numbers_beyond_the_first_page_stay_what_they_are()
    {
        var first = Numbered(70_000, 1);
        var second = Numbered(70_000, 2);

        var merged = SegmentMerge.Merge("scope", [first, second], (_, _) => true);

        Assert.Equal(140_000, merged.Passages);
        Assert.Equal(28_000, merged.Frequencies[merged.Find("fifth")]);
        var numbers = new List<int>();
        var pages = new PostingPages(merged, merged.Find("fifth"));
        while (pages.Next())
        {
            foreach (var number in pages.Numbers)
                numbers.Add((pages.Page << PassageSegment.PageBits) + number);
        }

        Assert.Equal(Enumerable.Range(0, 28_000).Select(index => index * 5), numbers);
    }

    internal static PassageSegment Segment(long content, params string[] passages)
    {
        var builder = new SegmentBuilder("scope");
        for (var index = 0; index < passages.Length; index++)
        {
            builder.Add("", "", passages[index], "en");
            builder.AddRun(content, (content * 1000) + index, 1);
        }

        return builder.Build();
    }

    internal static void AssertSame(PassageSegment expected, PassageSegment actual)
    {
        Assert.Equal(expected.Scope, actual.Scope);
        Assert.Equal(expected.Runs, actual.Runs);
        Assert.Equal(expected.Letters, actual.Letters);
        Assert.Equal(expected.TermEnds, actual.TermEnds);
        Assert.Equal(expected.Frequencies, actual.Frequencies);
        Assert.Equal(expected.PostingStarts, actual.PostingStarts);
        Assert.Equal(expected.Postings, actual.Postings);
    }

    private static PassageSegment Numbered(int passages, long content)
    {
        var writer = new SegmentWriter("scope", 0);
        for (var number = 0; number < passages; number += 5)
            writer.Add(number, 9);
        writer.EndTerm("fifth");
        return writer.Build([new PassageRun(content, content * 100_000, 0, passages)]);
    }
}
