using System.Net;
using OutlookAssist.Tests.Api.Support;
using static OutlookAssist.Tests.Api.Support.SmallPdf;

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
    [Fact]
    public async Task A_published_folder_runs_by_itself_from_anywhere_pane_included()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(here.Path, "published");
        await ProgramRun.SucceedsAsync(
            ProductProcess.Dotnet, there.Path, "publish", Path.Combine(Repository.Root, "api"), "--configuration", configuration, "--no-build", "--output", program, "-nodeReuse:false");
        await using var product = await ProductProcess.StartAsync(there.Path, Path.Combine(program, "OutlookAssist.dll"));
        foreach (var page in new[] { "/", "/addin/taskpane.html", "/manifest.xml" })
        {
            using var answer = await product.Client.GetAsync(page);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page} answers {(int)answer.StatusCode}");
        }

        var document = await product.Client.AddAsync("tower.pdf", new SmallPdf().Page(Line(72, 700, 12, "The tower has 311 steps.")).ToBytes());
        Assert.Equal("ready", document.GetProperty("state").GetString());
        using var draft = await product.Client.PostDraftAsync(new { body = new { content = "How many steps has the tower?" } });
        Assert.Contains("311 steps", await draft.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
