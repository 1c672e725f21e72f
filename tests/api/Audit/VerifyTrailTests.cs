using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Audit;

/// <summary>Whoever changes one row of the trail in the database is found out, whichever row and column it is.</summary>
public sealed class VerifyTrailTests : IAsyncLifetime
{
    private const int Drafts = 8;
    private readonly Product product = new();

    public async Task InitializeAsync()
    {
        await product.InitializeAsync();
        for (var drafts = 0; drafts < Drafts; drafts++)
        {
            await product.DraftAsync("Do you repair tents?");
        }
    }

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task An_untouched_trail_is_whole()
    {
        var result = await VerifyAsync();
        Assert.True(result.GetProperty("valid").GetBoolean(), result.ToString());
        Assert.Equal(Drafts, result.GetProperty("entries").GetInt64());
    }

    [Fact]
    public async Task Every_change_of_a_single_row_is_detected_and_its_undoing_too()
    {
        string[] changes =
        [
            "UPDATE AuditEntries SET Ticks = Ticks + 1 WHERE Number = {0}",
            "UPDATE AuditEntries SET Actor = 'somebody' WHERE Number = {0}",
            "UPDATE AuditEntries SET Action = 'draft.rated' WHERE Number = {0}",
            "UPDATE AuditEntries SET Target = 'other' WHERE Number = {0}",
            "UPDATE AuditEntries SET Outcome = 403 WHERE Number = {0}",
            "UPDATE AuditEntries SET Network = '' WHERE Number = {0}",
            "UPDATE AuditEntries SET Seal = '00' WHERE Number = {0}",
            "UPDATE AuditEntries SET Number = Number + 1000 WHERE Number = {0}",
            "UPDATE AuditEntries SET Organisation = 'other' WHERE Number = {0}",
            "DELETE FROM AuditEntries WHERE Number = {0}",
        ];
        var detected = 0;
        foreach (var change in changes)
        {
            for (var number = 1; number <= Drafts; number++)
            {
                Run("CREATE TABLE Kept AS SELECT * FROM AuditEntries", string.Format(System.Globalization.CultureInfo.InvariantCulture, change, number));
                var result = await VerifyAsync();
                Assert.False(result.GetProperty("valid").GetBoolean(), $"{change} at {number}");
                Assert.InRange(result.GetProperty("firstBroken").GetInt64(), number, number + 1);
                detected++;
                Run("DELETE FROM AuditEntries", "INSERT INTO AuditEntries SELECT * FROM Kept", "DROP TABLE Kept");
                Assert.True((await VerifyAsync()).GetProperty("valid").GetBoolean());
            }
        }

        Assert.Equal(changes.Length * Drafts, detected);
    }

    [Theory]
    [InlineData("INSERT INTO AuditEntries SELECT Organisation, Number + 1, Ticks, Actor, Action, Target, Outcome, Network, Seal FROM AuditEntries WHERE Number = 8")]
    [InlineData("UPDATE AuditEntries SET Number = CASE Number WHEN 3 THEN -4 WHEN 4 THEN -3 ELSE Number END; UPDATE AuditEntries SET Number = -Number WHERE Number < 0")]
    [InlineData("UPDATE AuditEntries SET Target = (SELECT Target FROM AuditEntries WHERE Number = 5) WHERE Number = 6")]
    [InlineData("DELETE FROM AuditHeads")]
    [InlineData("UPDATE AuditHeads SET Number = 7")]
    [InlineData("DELETE FROM AuditEntries WHERE Number > 5")]
    [InlineData("DELETE FROM AuditEntries")]
    public async Task So_are_added_swapped_copied_and_cut_rows(string change)
    {
        Run(change);
        Assert.False((await VerifyAsync()).GetProperty("valid").GetBoolean());
    }

    private Task<JsonElement> VerifyAsync() => product.Client.GetFromJsonAsync<JsonElement>("/api/audit/verification");

    private void Run(params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(product.DataDirectory, "outlookassist.db")}");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
