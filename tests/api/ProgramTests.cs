using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api;

public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder here = new();
    private readonly TemporaryFolder there = new();

    public void Dispose()
    {
        here.Dispose();
        there.Dispose();
    }

    [Fact]
    public async Task Two_products_run_side_by_side_and_share_nothing()
    {
        var starting = ProductProcess.StartAsync(here.Path);
        await using var second = await ProductProcess.StartAsync(there.Path);
        await using var first = await starting;
        await first.Client.AddAsync("a.txt", "The lighthouse is painted red."u8.ToArray(), ("documentId", "first"));
        await second.Client.AddAsync("b.txt", "The lighthouse is painted blue."u8.ToArray(), ("documentId", "second"));
        Assert.Equal(["first"], await first.Client.FindDocumentsAsync("lighthouse painted"));
        Assert.Equal(["second"], await second.Client.FindDocumentsAsync("lighthouse painted"));
    }
}
