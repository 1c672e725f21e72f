using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OutlookAssist.Data;
using OutlookAssist.Extraction;
using OutlookAssist.Knowledge;
using OutlookAssist.Knowledge.Index;
using OutlookAssist.Knowledge.Providers;
using OutlookAssist.Knowledge.Vectors;
using OutlookAssist.LanguageModels;

namespace OutlookAssist.Benchmarks.Knowledge;

/// <summary>The product's store and search in this process, on a folder of its own.</summary>
internal sealed class ProductStore : IAsyncDisposable
{
    private const string Organisation = "local";
    private const int ParagraphsPerDocument = 400;

    private readonly ServiceProvider _services;
    private readonly KeepIndex _keep;
    private readonly Corpus _corpus;
    private int _documents;

    private ProductStore(ServiceProvider services, Corpus corpus)
    {
        _services = services;
        _corpus = corpus;
        _keep = services.GetRequiredService<KeepIndex>();
        Store = services.GetRequiredService<SqliteKnowledgeStore>();
        Search = services.GetRequiredService<SearchKnowledge>();
    }

    public SqliteKnowledgeStore Store { get; }

    public SearchKnowledge Search { get; }

    public static KnowledgeScope Scope { get; } = new(Organisation);

    /// <summary>Passages written so far.</summary>
    public int Passages { get; private set; }

    /// <summary>Opens it and gives the seconds until it could answer.</summary>
    public static async Task<(ProductStore Store, double Seconds)> OpenAsync(string folder, Corpus corpus, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", folder)]).Build());
        services.AddData();
        services.AddSingleton<PassageIndex>();
        services.AddSingleton<LoadIndex>();
        services.AddSingleton<KeepIndex>();
        services.AddSingleton<StoredVectors>();
        services.AddSingleton<SqliteKnowledgeStore>();
        services.AddSingleton<IKnowledgeStore>(provider => provider.GetRequiredService<SqliteKnowledgeStore>());
        services.AddLanguageModels();
        services.AddSingleton<EmbedQuestion>();
        services.AddSingleton<KnownCollections>();
        services.AddSingleton<SearchKnowledge>();
        var provider = services.BuildServiceProvider();
        await using (var database = await provider.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContextAsync(cancellation))
        {
            await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellation);
            await database.Database.MigrateAsync(cancellation);
        }

        var store = new ProductStore(provider, corpus);
        await store._keep.StartAsync(cancellation);
        await store.FindAsync("anything", cancellation);
        return (store, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>Splits and indexes one more document and publishes it; gives the seconds of splitting and indexing.</summary>
    public async Task<double> AddAsync(CancellationToken cancellation)
    {
        var blocks = new List<TextBlock>();
        var heading = "";
        foreach (var (above, paragraph) in _corpus.Document(++_documents, ParagraphsPerDocument))
        {
            if (above != heading)
                blocks.Add(new TextBlock(BlockKind.Heading, heading = above, 2));
            blocks.Add(new TextBlock(BlockKind.Paragraph, paragraph));
        }

        await using var database = await _services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContextAsync(cancellation);
        var name = $"document {_documents}.txt";
        var content = new KnowledgeContent
        {
            Organisation = Organisation,
            Collection = Scope.Collection,
            Sha256 = $"{_documents:x64}",
            Name = name,
            ContentType = "text/plain",
            File = name,
            Language = "en",
            State = DocumentState.Indexing,
        };
        database.Add(content);
        await database.SaveChangesAsync(cancellation);
        var start = Stopwatch.GetTimestamp();
        var passages = SplitText.Split(new ExtractedDocument(name, [new ExtractedPage(null, blocks)]));
        await Store.WriteAsync(content, passages, _ => Task.CompletedTask, cancellation);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        content.State = DocumentState.Ready;
        content.Passages = passages.Count;
        database.Add(new KnowledgeDocument
        {
            Organisation = Organisation,
            Collection = Scope.Collection,
            DocumentId = Guid.NewGuid().ToString("N"),
            Name = name,
            Tags = "{}",
            LiveContentKey = content.Key,
        });
        await database.SaveChangesAsync(cancellation);
        Passages += passages.Count;
        return seconds;
    }

    /// <summary>Searches and ranks as a draft does.</summary>
    public Task<KnowledgeFindings> FindAsync(string text, CancellationToken cancellation) =>
        Search.FindAsync(new KnowledgeQuestion(Organisation, text, "en"), 10, cancellation);

    /// <summary>Saves and merges until nothing is left to do.</summary>
    public Task RestAsync(CancellationToken cancellation) => _keep.TendAsync(save: true, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _keep.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
