using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OutlookAssist.Protection;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Protection;

/// <summary>Whatever the product keeps of mails lies sealed, shows when it was tampered with, and can be sealed anew.</summary>
public sealed class SealAgainTests : IAsyncLifetime
{
    private const string Comment = "Zebrafinch comment of the reviewer";
    private const string FinalText = "Zebrafinch text that was sent";
    private const string Question = "When does the zebrafinch aviary open";
    private const string Corrected = "The zebrafinch order number seven was charged twice";

    private readonly ModelProduct _product = new();

    public Task InitializeAsync() => _product.InitializeAsync();

    public Task DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task Nothing_of_a_mail_or_a_draft_can_be_read_in_the_data_directory()
    {
        await FillAsync();
        SqliteConnection.ClearAllPools();
        // The locks of a running process are empty, and nobody else may open them.
        foreach (var file in Directory.EnumerateFiles(_product.DataDirectory, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "in-use" && Path.GetFileName(Path.GetDirectoryName(file)) != "workers"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes);
            Assert.True(bytes.ToArray().AsSpan().IndexOf("ebrafinch"u8) < 0, $"{Path.GetRelativePath(_product.DataDirectory, file)} holds words of a mail.");
        }
    }

    [Fact]
    public async Task A_value_in_the_place_of_another_is_noticed_wherever_it_is_read()
    {
        await FillAsync("on Monday");
        await FillAsync("on Sunday");
        Swap("KnowledgeGaps", "Question", "Wordings");
        await ReadAsync("/api/knowledge/gaps", "content-damaged");
        SwapRows("ClassificationCorrections", "Text");
        await ReadAsync("/api/classifications/corrections", "content-damaged");
        SwapRows("ModelDisclosures", "Body");
        await ReadAsync($"/api/drafts/{One("SELECT DraftId FROM ModelDisclosures ORDER BY Id LIMIT 1")}/disclosure", "content-damaged");
        SwapRows("Drafts", "Content");
        using (var revision = await _product.Client.PostAsJsonAsync($"/api/drafts/{One("SELECT Id FROM Drafts LIMIT 1")}/revisions", new { instruction = "shorter" }))
        {
            await ProblemAssert.IsAsync(revision, HttpStatusCode.InternalServerError, "content-damaged");
        }

        var originals = Directory.GetFiles(Path.Combine(_product.DataDirectory, "documents"));
        var first = await File.ReadAllBytesAsync(originals[0]);
        File.Copy(originals[1], originals[0], overwrite: true);
        var document = One($"SELECT DocumentId FROM KnowledgeDocuments d JOIN KnowledgeContents c ON c.Key = d.LiveContentKey WHERE c.File = '{Path.GetFileName(originals[0])}'");
        await ReadAsync($"/api/knowledge/documents/{document}/content", "content-damaged");
        await File.WriteAllBytesAsync(originals[0], first[..^1]);
        await ReadAsync($"/api/knowledge/documents/{document}/content", "content-damaged");
        File.Delete(originals[0]);
        await ReadAsync($"/api/knowledge/documents/{document}/content", "content-missing");
        await File.WriteAllBytesAsync(originals[0], first);
        Assert.Equal(HttpStatusCode.OK, (await _product.Client.GetAsync($"/api/knowledge/documents/{document}/content")).StatusCode);
    }

    [Fact]
    public async Task New_keys_seal_everything_anew_and_all_of_it_reads_as_before()
    {
        await FillAsync();
        var before = await EverythingAsync();
        var output = new StringWriter();
        Assert.Equal(0, await RotateCommand.RunAsync(_product.Services, [], output, CancellationToken.None));
        Assert.StartsWith("1 organisations have new keys; ", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, _product.Services.GetRequiredService<OrganisationKeys>().Newest("local").Version);
        // Every column of every table: one that seals and was never named to the rotation shows here.
        foreach (var column in All("SELECT '\"' || t.name || '\".\"' || c.name || '\"' FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%'").Cast<string>())
        {
            Assert.DoesNotContain(All($"SELECT {column} FROM {column.Split('.')[0]} WHERE {column} IS NOT NULL"), value =>
                SealedBytes.KeyVersionOf(value as byte[] ?? (value is string text && text.StartsWith("AQAAAA", StringComparison.Ordinal) ? Convert.FromBase64String(text) : [])) == 1);
        }

        foreach (var original in Directory.GetFiles(Path.Combine(_product.DataDirectory, "documents")))
        {
            Assert.Equal(2, FileCipher.VersionOf(await File.ReadAllBytesAsync(original)));
        }

        Assert.Equal(before, await EverythingAsync());
        Assert.Equal((0, 0), await _product.Services.GetRequiredService<SealAgain>().RunAsync(CancellationToken.None));

        Assert.Equal(0, await RotateCommand.RunAsync(_product.Services, [RotateCommand.Master], output, CancellationToken.None));
        var fresh = new OrganisationKeys(_product.Services.GetRequiredService<KeyDatabase>(), new MasterKeySource(Options.Create(new ProtectionOptions()), _product.DataDirectory), TimeProvider.System);
        fresh.RefuseWrongMasterKey();
        Assert.Contains("zebrafinch", new ContentCipher(fresh).OpenText("local", $"KnowledgeGaps/Question/{One("SELECT Id FROM KnowledgeGaps")}", One("SELECT Question FROM KnowledgeGaps")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_earlier_version_kept_plain_is_sealed_once_and_a_plain_value_is_damage_from_then_on()
    {
        await FillAsync();
        var before = await EverythingAsync();
        var (keys, cipher) = (_product.Services.GetRequiredService<KeyDatabase>(), _product.Services.GetRequiredService<ContentCipher>());
        var gap = One("SELECT Id FROM KnowledgeGaps");
        var plain = cipher.OpenText("local", $"KnowledgeGaps/Question/{gap}", One("SELECT Question FROM KnowledgeGaps"));
        Run("UPDATE KnowledgeGaps SET Question = $value", plain);
        await ReadAsync("/api/knowledge/gaps", "content-damaged");
        await _product.Services.GetRequiredService<SealAgain>().SealPlainAsync(CancellationToken.None);
        await ReadAsync("/api/knowledge/gaps", "content-damaged");

        keys.Undo("sealed KnowledgeGaps.Question");
        await _product.Services.GetRequiredService<SealAgain>().SealPlainAsync(CancellationToken.None);
        Assert.NotEqual(plain, One("SELECT Question FROM KnowledgeGaps"));
        Assert.Equal(before, await EverythingAsync());
    }

    private async Task FillAsync(string when = "today")
    {
        var draft = await _product.DraftAsync($"{Question} {when}?\n\nWithin how many days may I return a bicycle after delivery?");
        using var rated = await _product.Client.PostAsJsonAsync($"/api/drafts/{draft.GetProperty("id").GetString()}/rating", new { outcome = "edited", finalText = FinalText, comment = Comment });
        Assert.Equal(HttpStatusCode.NoContent, rated.StatusCode);
        using var corrected = await _product.Client.PostAsJsonAsync("/api/classifications/corrections", new { message = new { subject = "Zebrafinch", body = new { content = Corrected } }, labels = new { urgency = "high" } });
        Assert.Equal(HttpStatusCode.Created, corrected.StatusCode);
        for (var tries = 0; tries < 600 && (One("SELECT COUNT(*) FROM KnowledgeGaps") == "0" || One("SELECT COUNT(*) FROM AskedQuestions") != "0"); tries++)
        {
            await Task.Delay(50);
        }

        Assert.NotEqual("0", One("SELECT COUNT(*) FROM KnowledgeGaps"));
    }

    private async Task<string> EverythingAsync()
    {
        var all = new StringBuilder();
        foreach (var address in new[] { "/api/knowledge/gaps", "/api/classifications/corrections", $"/api/drafts/{One("SELECT DraftId FROM ModelDisclosures ORDER BY Id LIMIT 1")}/disclosure" })
        {
            all.AppendLine(await _product.Client.GetStringAsync(address));
        }

        foreach (var document in (await _product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents")).GetProperty("documents").EnumerateArray())
        {
            all.AppendLine(await _product.Client.GetStringAsync($"/api/knowledge/documents/{document.GetProperty("documentId").GetString()}/content"));
        }

        Assert.Contains("zebrafinch", all.ToString(), StringComparison.OrdinalIgnoreCase);
        return all.ToString();
    }

    private async Task ReadAsync(string address, string code)
    {
        using var answer = await _product.Client.GetAsync(address);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.InternalServerError, code);
    }

    private void Swap(string table, string one, string other) => Run($"UPDATE {table} SET {one} = {other}, {other} = {one}");

    private void SwapRows(string table, string column) => Run(
        $"UPDATE {table} SET {column} = (SELECT other.{column} FROM {table} other WHERE other.rowid <> {table}.rowid LIMIT 1) WHERE rowid = (SELECT MIN(rowid) FROM {table})");

    private string One(string query) => $"{All(query).First()}";

    private List<object> All(string query)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var values = new List<object>();
        while (reader.Read())
        {
            values.Add(reader[0]);
        }

        return values;
    }

    private void Run(string statement, string? value = null)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        if (value is not null)
        {
            command.Parameters.AddWithValue("$value", value);
        }

        Assert.True(command.ExecuteNonQuery() > 0);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_product.DataDirectory, "outlookassist.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
