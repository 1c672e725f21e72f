using OutlookAssist.Knowledge;

namespace OutlookAssist.Tests.Api.Knowledge;

public class FuseRanksTests
{
    [Fact]
    public void Without_meaning_the_words_decide() => Assert.Equal([1, 2, 3], Order([(1, 9.0), (2, 8.0), (3, 7.0)], []));

    [Fact]
    public void A_passage_that_both_know_comes_before_one_that_only_one_puts_first() => Assert.Equal([2, 1, 3], Order([(1, 9.0), (2, 8.0), (3, 0.0)], [3, 2]));

    [Fact]
    public void What_only_the_meaning_finds_is_kept() => Assert.Equal([1, 3, 2], Order([(1, 9.0), (2, 8.0), (3, 0.0)], [3]));

    [Fact]
    public void The_scores_keep_falling()
    {
        var fused = FuseRanks.Fuse([Found(1, 9), Found(2, 8), Found(3, 0)], [3, 2]);
        Assert.Equal([9.0, 8.0, 0.0], fused.Select(found => found.Score));
    }

    private static long[] Order((long Id, double Score)[] byWords, long[] byMeaning) => [.. FuseRanks.Fuse([.. byWords.Select(item => Found(item.Id, item.Score))], byMeaning).Select(found => found.Passage.Id)];

    private static FoundPassage Found(long id, double score) => new(AnalyzedPassage.Of(new Passage(id, "d", "d.txt", null, "en", 0, null, null, "", "text", 0)), score, 0.5);
}
