using OutlookAssist.Drafting;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>The distance counts what a person changed, as a table filled in cell by cell would.</summary>
public class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("Dear Ana", "Dear Ana", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("return it within 30 days", "return it within 14 days", 2)]
    public void It_is_the_fewest_changes(string before, string after, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(before, after));
        Assert.Equal(distance, EditDistance.Between(after, before));
    }

    [Fact]
    public void Long_texts_that_span_many_words_of_bits_count_as_the_plain_table_does()
    {
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var (before, after) = (Text(random, random.Next(1, 400)), Text(random, random.Next(1, 400)));
            Assert.Equal(ByTable(before, after), EditDistance.Between(before, after));
        }
    }

    [Fact]
    public void The_share_is_of_the_longer_text_and_line_ends_do_not_count()
    {
        Assert.Equal(0, EditDistance.Share("One\r\nTwo\r\n", "One\nTwo"));
        Assert.Equal(1, EditDistance.Share("", "new text"));
        Assert.Equal(0.5, EditDistance.Share("abcd", "abxy"));
    }

    private static string Text(Random random, int length) => string.Create(length, random, (span, from) =>
    {
        for (var index = 0; index < span.Length; index++)
        {
            span[index] = "abcd"[from.Next(4)];
        }
    });

    private static int ByTable(string first, string second)
    {
        var row = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 1; i <= first.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                left = Math.Min(Math.Min(left, row[j]) + 1, diagonal + (first[i - 1] == second[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }
}
