using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using OutlookAssist.Knowledge;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge.Index;

/// <summary>What can be found is what the database says, whatever happens to the index beside it.</summary>
public sealed class PassageIndexTests : IAsyncLifetime
{
    private static readonly KnowledgeScope One = new("one");
    private static readonly KnowledgeScope Two = new("two");

    private readonly EmbeddedStore _store = new();

    public Task InitializeAsync() => _store.InitializeAsync();

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Only_published_passages_are_found_and_counted()
    {
        var content = await _store.WriteAsync(One, "apple pear", "pear quince");
        Assert.Empty(await _store.FindAsync(One, "pear"));
        Assert.Equal(0, (await _store.MatchAsync(One, "pear")).Frequencies["pear"]);

        await _store.PublishAsync(content, "a");

        var matches = await _store.MatchAsync(One, "pear", "quinc", "medlar");
        Assert.Equal(["pear quince", "apple pear"], matches.Passages.Select(passage => passage.Text));
        Assert.Equal(2, matches.PassageCount);
        Assert.Equal(2, matches.Frequencies["pear"]);
        Assert.Equal(0, matches.Frequencies["medlar"]);
        Assert.Equal(["en"], (await _store.Store.WordsAsync(One, CancellationToken.None)).Languages);
    }

    [Fact]
    public async Task Nothing_is_found_or_counted_across_organisations_and_collections()
    {
        await _store.AddAsync(One, "a", "apple of one");
        await _store.AddAsync(One with { Collection = "other" }, "a", "apple of the other collection");
        await _store.AddAsync(Two, "a", "apple of two", "apple apple");
        await _store.TendAsync();

        var matches = await _store.MatchAsync(One, "appl");
        Assert.Equal(["apple of one"], matches.Passages.Select(passage => passage.Text));
        Assert.Equal((1, 1), (matches.PassageCount, matches.Frequencies["appl"]));
        Assert.Empty(await _store.FindAsync(new KnowledgeScope("three"), "appl"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deleted_document_is_gone_at_once_and_its_words_leave_the_files(bool saved)
    {
        await _store.AddAsync(One, "a", "apple pear");
        await _store.AddAsync(One, "b", "apple medlar");
        if (saved)
            await _store.TendAsync();

        await _store.DeleteAsync(One, "b");

        Assert.Equal(["apple pear"], await _store.FindAsync(One, "appl", "medlar"));
        Assert.Equal(0, (await _store.MatchAsync(One, "medlar")).Frequencies["medlar"]);
        await _store.TendAsync();
        Assert.DoesNotContain(_store.Index.Segments(), held => held.View.Segment.Find("medlar") >= 0);
        Assert.Single(_store.IndexFiles);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_document_that_waits_for_good_removal_is_neither_found_nor_counted_and_comes_back_whole(bool saved)
    {
        await _store.AddAsync(One, "a", "apple pear");
        var shared = await _store.AddAsync(One, "b", "apple medlar");
        await _store.PublishAsync(shared, "c");
        var deleted = KnowledgeScope.DeletedOf(One.Organisation);

        await _store.MoveAsync(One, "b", deleted.Collection);
        Assert.Equal("c", Assert.Single((await _store.MatchAsync(One, "medlar")).Passages).DocumentId);
        await _store.MoveAsync(One, "c", deleted.Collection);
        if (saved)
        {
            await _store.TendAsync();
            await _store.RestartAsync();
        }

        var matches = await _store.MatchAsync(One, "appl", "medlar");
        Assert.Equal(["apple pear"], matches.Passages.Select(passage => passage.Text));
        Assert.Equal((1, 1, 0), (matches.PassageCount, matches.Frequencies["appl"], matches.Frequencies["medlar"]));
        Assert.Empty(await _store.FindAsync(deleted, "medlar"));

        await _store.MoveAsync(deleted, "b", One.Collection);
        Assert.Equal("b", Assert.Single((await _store.MatchAsync(One, "medlar")).Passages).DocumentId);
        await _store.DeleteAsync(One, "b");
        await _store.DeleteAsync(deleted, "c");
        await _store.TendAsync();
        Assert.DoesNotContain(_store.Index.Segments(), held => held.View.Segment.Find("medlar") >= 0);
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_sees_what_the_first_wrote_and_leaves_its_files_alone()
    {
        await _store.AddAsync(One, "a", "apple saved");
        await _store.TendAsync();
        var files = _store.IndexFiles;
        var second = new EmbeddedStore(_store.DataDirectory);
        await second.InitializeAsync();
        try
        {
            await _store.AddAsync(One, "b", "apple of the first");
            await second.AddAsync(One, "c", "apple of the second");
            string[] all = ["apple of the first", "apple of the second", "apple saved"];
            Assert.Equal(all, (await second.FindAsync(One, "appl")).Order(StringComparer.Ordinal));
            Assert.Equal(all, (await _store.FindAsync(One, "appl")).Order(StringComparer.Ordinal));

            await _store.DeleteAsync(One, "a");
            await second.TendAsync();
            Assert.Equal(all[..2], (await second.FindAsync(One, "appl")).Order(StringComparer.Ordinal));
            Assert.Equal(files, _store.IndexFiles);
        }
        finally
        {
            await second.DisposeAsync();
        }

        Assert.Equal(files, _store.IndexFiles);
    }

    [Fact]
    public async Task A_database_from_before_the_index_is_indexed_at_the_next_start()
    {
        await _store.AddAsync(One, "a", "apple pear");
        await using (var database = await _store.DatabaseAsync())
            await database.GetService<IMigrator>().MigrateAsync("KnowledgeGaps");
        foreach (var file in _store.IndexFiles)
            File.Delete(file);

        await _store.CrashAsync();

        Assert.Equal(["apple pear"], await _store.FindAsync(One, "pear"));
        await _store.DeleteAsync(One, "a");
        Assert.Empty(await _store.FindAsync(One, "pear"));
    }

    [Fact]
    public async Task A_replaced_document_answers_with_its_new_version_only()
    {
        await _store.AddAsync(One, "a", "apple old");
        await _store.TendAsync();
        var newer = await _store.WriteAsync(One, "apple new");
        Assert.Equal(["apple old"], await _store.FindAsync(One, "appl"));

        await _store.PublishAsync(newer, "a");

        Assert.Equal(["apple new"], await _store.FindAsync(One, "appl"));
        await _store.RestartAsync();
        Assert.Equal(["apple new"], await _store.FindAsync(One, "appl"));
    }

    [Fact]
    public async Task A_try_that_was_interrupted_leaves_no_duplicates()
    {
        var content = await _store.WriteAsync(One, "apple first", "apple second");
        await _store.TendAsync(); // Saved, but never published.
        await _store.CrashAsync();

        await _store.WriteAgainAsync(content, "apple first", "apple second");
        await _store.PublishAsync(content, "a");

        Assert.Equal(["apple first", "apple second"], await _store.FindAsync(One, "appl"));
        Assert.Equal(2, (await _store.MatchAsync(One, "appl")).Frequencies["appl"]);
        await _store.CrashAsync();
        Assert.Equal(["apple first", "apple second"], await _store.FindAsync(One, "appl"));
    }

    [Fact]
    public async Task What_was_published_but_not_saved_survives_a_crash()
    {
        await _store.AddAsync(One, "a", "apple saved");
        await _store.TendAsync();
        await _store.AddAsync(One, "b", "apple unsaved");

        await _store.CrashAsync();

        Assert.Equal(["apple saved", "apple unsaved"], await _store.FindAsync(One, "appl"));
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("damaged")]
    [InlineData("emptied")]
    public async Task A_lost_or_damaged_file_is_built_again(string accident)
    {
        await _store.AddAsync(One, "a", "apple pear", "pear quince");
        await _store.RestartAsync();
        var before = await _store.FindAsync(One, "pear", "quinc");
        var file = Assert.Single(_store.IndexFiles);
        await _store.CrashAsync();
        switch (accident)
        {
            case "removed":
                File.Delete(file);
                break;
            case "damaged":
                var bytes = await File.ReadAllBytesAsync(file);
                bytes[bytes.Length / 2] ^= 1;
                await File.WriteAllBytesAsync(file, bytes);
                break;
            default:
                await File.WriteAllBytesAsync(file, []);
                break;
        }

        await _store.CrashAsync();

        Assert.Equal(before, await _store.FindAsync(One, "pear", "quinc"));
        await _store.TendAsync();
        Assert.Single(_store.IndexFiles);
    }

    [Fact]
    public async Task A_crash_between_a_merge_and_its_tidying_up_shows_nothing_twice()
    {
        for (var document = 0; document < 3; document++)
        {
            await _store.AddAsync(One, $"{document}", $"apple {document}x");
            await _store.TendAsync();
        }

        var copies = _store.IndexFiles.ToDictionary(file => file, File.ReadAllBytes);
        await _store.AddAsync(One, "more", "apple more");
        await _store.DeleteAsync(One, "1");
        await _store.TendAsync();
        foreach (var (file, bytes) in copies)
            await File.WriteAllBytesAsync(file, bytes);

        await _store.CrashAsync();

        Assert.Equal(["apple 0x", "apple 2x", "apple more"], (await _store.FindAsync(One, "appl")).Order());
        Assert.Equal(3, (await _store.MatchAsync(One, "appl")).Frequencies["appl"]);
    }

    [Fact]
    public async Task Tags_are_asked_inside_the_search()
    {
        for (var document = 0; document < 300; document++)
        {
            var content = await _store.WriteAsync(One, $"apple {(document == 7 ? "pear pear pear pear pear pear pear" : "")} x{document}");
            await _store.PublishAsync(content, $"{document}", document == 7 ? """{"plan":["basic"]}""" : "{}");
        }

        var tags = TagFilter.Of(new Dictionary<string, IReadOnlyList<string>> { ["PLAN"] = ["basic"] });
        var matches = await _store.Store.MatchAsync(new PassageQuery(One, ["appl"], tags, 1), CancellationToken.None);

        Assert.Equal("7", Assert.Single(matches.Passages).DocumentId);
        Assert.Equal(300, matches.PassageCount);
    }

    [Fact]
    public async Task Searches_during_writing_see_whole_documents_only()
    {
        await _store.AddAsync(One, "a", "apple 0v", "apple 0v", "apple 0v");
        using var done = new CancellationTokenSource();
        var searching = Task.Run(async () =>
        {
            var searches = 0;
            while (!done.IsCancellationRequested || searches == 0)
            {
                var found = await _store.FindAsync(One, "appl");
                Assert.Equal(3, found.Length);
                Assert.Single(found.Distinct());
                searches++;
            }
        });
        for (var version = 1; version <= 40; version++)
        {
            await _store.AddAsync(One, "a", $"apple {version}v", $"apple {version}v", $"apple {version}v");
            if (version % 10 == 0)
                await _store.TendAsync();
        }

        await done.CancelAsync();
        await searching;
        Assert.Equal("apple 40v", (await _store.FindAsync(One, "appl"))[0]);
    }
}
