using OutlookAssist.Knowledge;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>What is used stays, what is not goes, and neither passes the budget.</summary>
public sealed class RecentlyUsedTests
{
    [Fact]
    public void What_is_asked_for_again_and_again_stays_while_the_rest_goes()
    {
        var kept = new RecentlyUsed<int, string>(100);
        kept.Set(-1, "always", 1);
        for (var key = 0; key < 1_000; key++)
        {
            kept.Set(key, $"{key}", 1);
            Assert.True(kept.TryGet(-1, out var always));
            Assert.Equal("always", always);
        }

        Assert.InRange(Enumerable.Range(0, 1_000).Count(key => kept.TryGet(key, out _)), 40, 102);
        Assert.False(kept.TryGet(0, out _));
    }

    [Fact]
    public void A_value_set_again_is_the_newest()
    {
        var kept = new RecentlyUsed<string, int>(10);
        kept.Set("a", 1, 1);
        kept.Set("a", 2, 1);
        Assert.True(kept.TryGet("a", out var value));
        Assert.Equal(2, value);
    }
}
