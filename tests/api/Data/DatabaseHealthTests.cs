using System.Net;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Data;

public sealed class DatabaseHealthTests : IAsyncLifetime
{
    private readonly PausedProduct product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task A_product_whose_database_does_not_answer_is_alive_and_not_ready()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(product.DataDirectory, "outlookassist.db*"))
        {
            File.Delete(file);
        }

        Directory.CreateDirectory(Path.Combine(product.DataDirectory, "outlookassist.db"));
        using var ready = await product.Client.GetAsync("/readyz");
        var problem = await ProblemAssert.IsAsync(ready, HttpStatusCode.ServiceUnavailable, "not-ready");
        Assert.Equal("down", problem.GetProperty("parts").GetProperty("database").GetString());
        using var alive = await product.Client.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }
}
