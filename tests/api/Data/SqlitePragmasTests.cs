using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Data;

/// <summary>Every connection is as durable as the first, those that come out of the pool again too.</summary>
public sealed class SqlitePragmasTests : IAsyncLifetime
{
    private readonly EmbeddedStore _store = new();

    public Task InitializeAsync() => _store.InitializeAsync();

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Connections_are_durable_and_patient_however_often_they_are_opened()
    {
        for (var round = 0; round < 4; round++)
        {
            await using var one = await _store.DatabaseAsync();
            await using var two = await _store.DatabaseAsync();
            foreach (var database in new[] { one, two })
            {
                Assert.Equal(["1", "5000", "2", "2"], await ValuesAsync(database, "foreign_keys", "busy_timeout", "synchronous", "temp_store"));
            }
        }
    }

    private static async Task<List<string>> ValuesAsync(OutlookAssistDatabase database, params string[] pragmas)
    {
        var values = new List<string>();
        foreach (var pragma in pragmas)
        {
            await using var command = await database.CommandAsync($"PRAGMA {pragma}", CancellationToken.None);
            values.Add($"{await command.ExecuteScalarAsync()}");
        }

        await database.Database.CloseConnectionAsync();
        return values;
    }
}
