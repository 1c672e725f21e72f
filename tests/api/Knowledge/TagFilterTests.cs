using OutlookAssist.Knowledge;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>Which documents a search may look at.</summary>
public class TagFilterTests
{
    private const string Stored = """{"Type":["news","blog"],"year":["2026"]}""";

    [Fact]
    public void Without_conditions_every_document_passes() => Assert.True(TagFilter.Everything.Accepts("a", 1, Stored));

    [Theory]
    [InlineData("type", "news", true)]
    [InlineData("TYPE", "blog", true)]
    [InlineData("type", "News", false)]
    [InlineData("month", "news", false)]
    [InlineData("__document_id", "a", true)]
    [InlineData("__document_id", "b", false)]
    [InlineData("__sect_n", "3", true)]
    [InlineData("__sect_n", "0", false)]
    public void Keys_compare_without_case_and_values_exactly(string key, string value, bool passes) =>
        Assert.Equal(passes, new TagFilter([[new TagCondition(key, [value])]]).Accepts("a", 3, Stored));

    [Fact]
    public void A_condition_without_values_asks_for_the_key_alone()
    {
        Assert.True(new TagFilter([[new TagCondition("year", [])]]).Accepts("a", null, Stored));
        Assert.False(new TagFilter([[new TagCondition("month", [])]]).Accepts("a", null, Stored));
    }

    [Fact]
    public void Inside_an_alternative_every_condition_holds_and_one_alternative_is_enough()
    {
        TagCondition news = new("type", ["news"]), old = new("year", ["1999"]);
        Assert.False(new TagFilter([[news, old]]).Accepts("a", null, Stored));
        Assert.True(new TagFilter([[old], [news]]).Accepts("a", null, Stored));
    }
}
