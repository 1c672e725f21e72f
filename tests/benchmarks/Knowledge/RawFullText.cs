using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace OutlookAssist.Benchmarks.Knowledge;

/// <summary>SQLite's own full-text index with its own tokenizer, fed as fast as it takes.</summary>
internal sealed class RawFullText : IAsyncDisposable
{
    private readonly SqliteConnection _connection;

    public RawFullText(string file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE VIRTUAL TABLE raw USING fts5(body)");
    }

    /// <summary>Inserts the passages in batches and gives the passages a second.</summary>
    public double Fill(IEnumerable<string> passages)
    {
        var seconds = 0.0;
        var count = 0;
        foreach (var batch in passages.Chunk(10_000))
        {
            var start = Stopwatch.GetTimestamp();
            using var transaction = _connection.BeginTransaction();
            using var insert = _connection.CreateCommand();
            insert.CommandText = "INSERT INTO raw (body) VALUES ($body)";
            var body = insert.Parameters.Add("$body", SqliteType.Text);
            foreach (var passage in batch)
            {
                body.Value = passage;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            count += batch.Length;
        }

        return count / seconds;
    }

    /// <summary>The best 120 passages that hold one of the words.</summary>
    public void Search(IEnumerable<string> words)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT rowid FROM raw WHERE raw MATCH $match ORDER BY rank LIMIT 120";
        command.Parameters.AddWithValue("$match", string.Join(" OR ", words.Select(word => $"\"{word.Replace("\"", "", StringComparison.Ordinal)}\"")));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            _ = reader.GetInt64(0);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
