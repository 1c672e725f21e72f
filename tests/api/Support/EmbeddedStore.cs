using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Knowledge;
using OutlookAssist.Knowledge.Index;
using OutlookAssist.Knowledge.Providers;
using OutlookAssist.Knowledge.Vectors;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>The embedded store and its index on a data directory of their own, without the web server around them.</summary>
/// <param name="directory">The data directory of another one, to stand beside it as a second process would.</param>
public sealed class EmbeddedStore(string? directory = null) : IAsyncLifetime
{
    private ServiceProvider? _services;
    private int _contents;

    /// <summary>Where it keeps its data.</summary>
    public string DataDirectory { get; } = directory ?? Path.Combine(Path.GetTempPath(), "outlookassist-tests", Guid.NewGuid().ToString("N"));

    internal PassageIndex Index => _services!.GetRequiredService<PassageIndex>();

    internal SqliteKnowledgeStore Store => _services!.GetRequiredService<SqliteKnowledgeStore>();

    internal string[] IndexFiles => Directory.GetFiles(Path.Combine(DataDirectory, "index"));

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", DataDirectory)]).Build());
        services.AddData();
        services.AddSingleton<PassageIndex>();
        services.AddSingleton<LoadIndex>();
        services.AddSingleton<KeepIndex>();
        services.AddSingleton<StoredVectors>();
        services.AddSingleton<SqliteKnowledgeStore>();
        _services = services.BuildServiceProvider();
        await using (var database = await DatabaseAsync())
        {
            await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;");
            await database.Database.MigrateAsync();
        }

        await Keep.StartAsync(CancellationToken.None);
    }

    /// <summary>Ends as a killed process does: what lives in memory only is gone.</summary>
    public async Task CrashAsync()
    {
        await Keep.HaltAsync();
        await _services!.DisposeAsync();
        await InitializeAsync();
    }

    /// <summary>Stops and starts properly.</summary>
    public async Task RestartAsync()
    {
        await Keep.StopAsync(CancellationToken.None);
        await _services!.DisposeAsync();
        await InitializeAsync();
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Keep.StopAsync(CancellationToken.None);
        await _services!.DisposeAsync();
        if (directory is null)
            await TemporaryFolder.RemoveAsync(DataDirectory);
    }

    /// <summary>Saves and merges everything.</summary>
    internal Task TendAsync() => Keep.TendAsync(save: true, CancellationToken.None);

    internal Task<OutlookAssistDatabase> DatabaseAsync() =>
        _services!.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContextAsync();

    /// <summary>Writes passages as the content of a document that nobody can find yet.</summary>
    internal async Task<KnowledgeContent> WriteAsync(KnowledgeScope scope, params string[] passages)
    {
        var content = new KnowledgeContent
        {
            Organisation = scope.Organisation,
            Collection = scope.Collection,
            Sha256 = $"{++_contents:x64}",
            Name = "file.txt",
            ContentType = "text/plain",
            File = "file.txt",
            Language = "en",
            State = DocumentState.Indexing,
        };
        await using var database = await DatabaseAsync();
        database.Add(content);
        await database.SaveChangesAsync();
        await WriteAgainAsync(content, passages);
        return content;
    }

    internal Task WriteAgainAsync(KnowledgeContent content, params string[] passages) => Store.WriteAsync(
        content, [.. passages.Select((text, partition) => new PassageDraft(partition, null, "", text))], _ => Task.CompletedTask, CancellationToken.None);

    /// <summary>Lets a document answer with a content; its former content goes, in one transaction.</summary>
    internal async Task PublishAsync(KnowledgeContent content, string documentId, string tags = "{}")
    {
        await using var database = await DatabaseAsync();
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        (await database.Set<KnowledgeContent>().SingleAsync(stored => stored.Key == content.Key)).State = DocumentState.Ready;
        var scope = new KnowledgeScope(content.Organisation, content.Collection);
        if (await KnowledgeContents.FindAsync(database, scope, documentId, CancellationToken.None) is { } document)
        {
            document.PendingContentKey = content.Key;
        }
        else
        {
            database.Add(new KnowledgeDocument
            {
                Organisation = scope.Organisation,
                Collection = scope.Collection,
                DocumentId = documentId,
                Name = "file.txt",
                Tags = tags,
                PendingContentKey = content.Key,
            });
        }

        await database.SaveChangesAsync();
        await KnowledgeContents.PublishAsync(database, content, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Writes and publishes.</summary>
    internal async Task<KnowledgeContent> AddAsync(KnowledgeScope scope, string documentId, params string[] passages)
    {
        var content = await WriteAsync(scope, passages);
        await PublishAsync(content, documentId);
        return content;
    }

    internal async Task DeleteAsync(KnowledgeScope scope, string documentId)
    {
        await using var database = await DatabaseAsync();
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        var document = (await KnowledgeContents.FindAsync(database, scope, documentId, CancellationToken.None))!;
        database.Remove(document);
        await database.SaveChangesAsync();
        await KnowledgeContents.CollectAsync(database, [document.LiveContentKey], CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Moves a document to another collection and leaves its content where it is, as a deletion that can be undone does.</summary>
    internal async Task MoveAsync(KnowledgeScope scope, string documentId, string collection)
    {
        await using var database = await DatabaseAsync();
        var document = (await KnowledgeContents.FindAsync(database, scope, documentId, CancellationToken.None))!;
        document.Collection = collection;
        await database.SaveChangesAsync();
    }

    internal Task<PassageMatches> MatchAsync(KnowledgeScope scope, params string[] terms) =>
        Store.MatchAsync(new PassageQuery(scope, terms, TagFilter.Everything, 100), CancellationToken.None);

    internal async Task<string[]> FindAsync(KnowledgeScope scope, params string[] terms) =>
        [.. (await MatchAsync(scope, terms)).Passages.Select(passage => passage.Text)];

    private KeepIndex Keep => _services!.GetRequiredService<KeepIndex>();
}
