using OutlookAssist.Jobs;

namespace OutlookAssist.Tests.Api.Jobs;

public sealed class IdleMemoryTests
{
    private const long Work = IdleMemory.LeastWorth;

    private readonly IdleMemory memory = new();

    [Fact]
    public void Memory_is_given_back_once_when_work_is_over()
    {
        Assert.False(memory.IsDue(Work));
        Assert.False(memory.IsDue(3 * Work));
        Assert.True(memory.IsDue(3 * Work + 1));
        Assert.False(memory.IsDue(3 * Work + 2));
    }

    [Fact]
    public void Memory_stays_while_there_is_work()
    {
        for (var interval = 1; interval <= 100; interval++)
        {
            Assert.False(memory.IsDue(interval * IdleMemory.MostAtRest));
        }
    }

    [Fact]
    public void A_little_work_is_not_worth_it_until_much_of_it_has_come_together()
    {
        const long little = IdleMemory.MostAtRest - 1;
        var allocated = 0L;
        for (; allocated < IdleMemory.LeastWorth; allocated += little)
        {
            Assert.False(memory.IsDue(allocated));
        }

        Assert.True(memory.IsDue(allocated));
    }

    [Fact]
    public void Each_stretch_of_work_is_followed_by_giving_back()
    {
        Assert.False(memory.IsDue(Work));
        Assert.True(memory.IsDue(Work));
        Assert.False(memory.IsDue(2 * Work));
        Assert.True(memory.IsDue(2 * Work));
    }
}
