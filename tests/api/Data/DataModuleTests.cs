using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Data;

public sealed class DataModuleTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Database => Path.Combine(folder.Path, "outlookassist.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_damaged_database_stops_the_start_and_is_left_as_it_was()
    {
        var damaged = "This has never been a database, whatever its name says."u8.ToArray();
        await File.WriteAllBytesAsync(Database, damaged);
        var line = await ProductProcess.RefusalAsync(folder.Path);
        Assert.Contains(Database, line, StringComparison.Ordinal);
        Assert.Contains("damaged", line, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_database_that_another_program_holds_stops_the_start()
    {
        await using var other = Hold(Database, "EXCLUSIVE");
        var line = await ProductProcess.RefusalAsync(folder.Path);
        Assert.Contains(Database, line, StringComparison.Ordinal);
        Assert.Contains("locked", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_another_program_writes_gives_503_and_nothing_half_written_and_works_again_after_that()
    {
        var product = new Product();
        await product.InitializeAsync();
        try
        {
            await product.Client.AddAsync("kept.txt", "The harbour opens at seven."u8.ToArray(), ("documentId", "kept"));
            await using (Hold(Path.Combine(product.DataDirectory, "outlookassist.db"), "IMMEDIATE"))
            {
                var upload = product.Client.SendFilesAsync([("late.txt", "The harbour closes at nine."u8.ToArray())], ("documentId", "late"));
                var draft = product.Client.PostDraftAsync(new { body = new { content = "When does the harbour open?" } });
                var delete = product.Client.DeleteAsync("/api/knowledge/documents/kept");
                foreach (var refused in await Task.WhenAll(upload, draft, delete))
                {
                    using (refused)
                    {
                        await ProblemAssert.IsAsync(refused, HttpStatusCode.ServiceUnavailable, "storage-busy");
                    }
                }

                // Reading never waits for a writer.
                Assert.Equal(["kept"], await product.Client.FindDocumentsAsync("harbour"));
            }

            Assert.Empty(Directory.GetFiles(Path.Combine(product.DataDirectory, "incoming")));
            Assert.Single(Directory.GetFiles(Path.Combine(product.DataDirectory, "documents")));
            Assert.Equal(1, (await product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents")).GetProperty("total").GetInt32());
            await product.Client.AddAsync("late.txt", "The harbour closes at nine."u8.ToArray(), ("documentId", "late"));
            Assert.Equal("answered", (await product.DraftAsync("When does the harbour close?")).GetProperty("grounding").GetString());
        }
        finally
        {
            await product.DisposeAsync();
        }
    }

    private static SqliteConnection Hold(string database, string how)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE IF NOT EXISTS Held (Id INTEGER); BEGIN {how};";
        command.ExecuteNonQuery();
        return connection;
    }
}
