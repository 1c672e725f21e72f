using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Addin;

/// <summary>Makes the pane's own tests, which run in Node, part of the one command that runs all tests.</summary>
public class PaneTests
{
    [Fact]
    public async Task The_panes_own_tests_pass()
    {
        var npm = ProgramRun.Find("npm");
        Assert.True(npm is not null, "The pane's tests need Node 20 or later, which is not on the search path. Install it from https://nodejs.org and build again.");
        var folder = Path.Combine(Repository.Root, "addin");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), "The pane's packages are not installed. Run npm ci in addin/ or build again.");
        await ProgramRun.SucceedsAsync(npm!, folder, "test", "--silent");
    }
}
