using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>Accepted means it will be read: no crash loses a document, none makes two of it.</summary>
public sealed class IngestDocumentTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_document_whose_product_is_killed_right_after_accepting_it_is_indexed_once_after_the_restart()
    {
        const int paragraphs = 1_500;
        var text = Encoding.UTF8.GetBytes(string.Join("\n\n", Enumerable.Range(0, paragraphs).Select(number => $"Buoy {number} flashes every {(number % 11) + 2} seconds and is serviced in spring by the crew of the northern station.")));
        await using (var first = await ProductProcess.StartAsync(folder.Path))
        {
            await first.Client.AcceptAsync("buoys.txt", text, ("documentId", "buoys"));
            await first.KillAsync();
        }

        // Killed once more while it is being indexed, so that a half-written index has to be mended.
        await using (var second = await ProductProcess.StartAsync(folder.Path))
        {
            for (var tries = 0; tries < 400; tries++)
            {
                var document = await second.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents/buoys");
                if (document.GetProperty("state").GetString() is "indexing" or "ready")
                {
                    break;
                }

                await Task.Delay(5);
            }

            await second.KillAsync();
        }

        await using var third = await ProductProcess.StartAsync(folder.Path);
        var ready = await third.Client.SettledAsync("buoys");
        Assert.Equal("ready", ready.GetProperty("state").GetString());
        Assert.Equal(1, (await third.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents")).GetProperty("total").GetInt32());
        var passages = ready.GetProperty("passages").GetInt64();
        Assert.Equal(passages, Count("SELECT COUNT(*) FROM Passages"));
        Assert.Equal(passages, Count("SELECT COUNT(DISTINCT Partition) FROM Passages"));
        var found = (await third.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/search?q=buoy+flashes&limit=100")).GetProperty("results").EnumerateArray();
        var partitions = found.Select(result => result.GetProperty("partition").GetInt32()).ToList();
        Assert.Equal(Math.Min(100, passages), partitions.Count);
        Assert.Distinct(partitions);
        var page = (await third.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents/buoys/pages/0")).GetProperty("text").GetString()!;
        Assert.Equal(paragraphs, page.Split("Buoy ").Length - 1);
        Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "documents")));
    }

    private long Count(string query)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.Path, "outlookassist.db"), Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
