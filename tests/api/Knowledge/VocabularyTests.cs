using OutlookAssist.Knowledge;

namespace OutlookAssist.Tests.Api.Knowledge;

public class VocabularyTests
{
    private static readonly Vocabulary Words = new([TermList.Of(["calendar", "receive", "address", "form", "farm", "kranken", "versicher", "haus", "tür", "a1234567"]), TermList.Of(["address", "addresses"])]);

    [Theory]
    [InlineData("callendar", "calendar")]
    [InlineData("calender", "calendar")]
    [InlineData("calnedar", "calendar")]
    [InlineData("recieve", "receive")]
    [InlineData("adress", "address")]
    public void A_slip_finds_the_word_that_was_meant(string written, string meant) => Assert.Equal([meant], Words.Near(written));

    [Theory]
    [InlineData("xalxndxr")] // Three slips.
    [InlineData("fom")] // Too short to guess.
    [InlineData("a1234568")] // Another code is another thing.
    [InlineData("")]
    public void What_is_too_far_or_no_word_finds_nothing(string written) => Assert.Empty(Words.Near(written));

    [Fact]
    public void Equally_near_words_are_all_meant() => Assert.Equal(["farm", "form"], Words.Near("ferm"));

    [Fact]
    public void Nothing_is_near_where_nothing_is_known()
    {
        Assert.Empty(Vocabulary.Empty.Near("calendar"));
        Assert.Empty(Vocabulary.Empty.Parts("krankenversicher"));
        Assert.False(Vocabulary.Empty.Contains("calendar"));
    }

    [Theory]
    [InlineData("krankenversicher", "kranken", "versicher")]
    [InlineData("versichershaus", "versicher", "haus")]
    public void A_compound_is_found_by_its_parts(string compound, string head, string tail) => Assert.Equal([head, tail], Words.Parts(compound));

    [Theory]
    [InlineData("restoration", "restorative")]
    [InlineData("schmalspurbahn", "schmalspurschien")]
    [InlineData("restaurant")] // Five equal letters are chance.
    [InlineData("restore", "restorer")]
    [InlineData("form")] // Too short to have a family.
    [InlineData("restor4")] // A code is only itself.
    public void Words_that_begin_alike_are_kin(string word, params string[] kin) =>
        Assert.Equal(kin, new Vocabulary([TermList.Of(["restorer", "restorative", "restorationsverwaltungsvorschrift", "schmalspurschien", "formal", "restor4x"])]).Kin(word));

    [Fact]
    public void A_word_that_merely_ends_like_another_is_no_compound() => Assert.Empty(Words.Parts("platform"));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "abcd", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("abc", "xbc", 1)]
    [InlineData("abcd", "badc", 2)]
    public void Slips_are_counted(string left, string right, int slips)
    {
        Assert.Equal(slips, SpellingDistance.Between(left, right, 2));
        Assert.Equal(slips, SpellingDistance.Between(right, left, 2));
        Assert.Equal(slips == 0 ? 0 : null, SpellingDistance.Between(left, right, slips == 0 ? 0 : slips - 1));
    }

    [Fact]
    public void Every_term_of_a_list_is_found_and_no_other()
    {
        string[] terms = ["b", "ab", "abc", "ż", "z", "aa"];
        var list = TermList.Of(terms);
        Assert.All(terms, term => Assert.True(list.Contains(term)));
        Assert.All(["", "a", "abcd", "zz", "c"], term => Assert.False(list.Contains(term)));
    }
}
