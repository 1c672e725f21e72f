using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Knowledge.Index;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Privacy;

/// <summary>A person asks to be forgotten: nothing of a hundred values is left in any byte of the data directory, and everybody else's data is.</summary>
public sealed class ErasePersonTests : IAsyncLifetime
{
    private const string Address = "ana.ruiz@customers.example";
    private static readonly string[] Questions =
    [
        "How much does the {0} cost per month?", "Wie viel kostet der Umbau der {0} im Jahr?", "Combien coûte la réparation de la {0} ?", "¿Cuánto cuesta el seguro de la {0}?",
        "Quanto costa il noleggio della {0}?", "Hoeveel kost de reparatie van de {0}?", "Сколько стоит ремонт {0}?", "{0} の修理はいくらですか?", "كم تكلفة إصلاح {0}؟", "Ile kosztuje naprawa {0}?",
    ];

    private readonly Product product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task Nothing_of_a_hundred_values_is_left_in_any_byte()
    {
        var values = await SeedAsync();
        Assert.Equal(100, values.Distinct().Count());
        var kept = await OthersDraftAsync();
        await product.Services.GetRequiredService<KeepIndex>().TendAsync(save: true, CancellationToken.None);

        // They are there before: all in what the product exports, those that must stay searchable in the files too.
        var exported = await ExportAsync(Address);
        Assert.All(values, value => Assert.Contains(value, exported, StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(ByteScan.Find(product.DataDirectory, values));

        using var answer = await product.Client.PostAsJsonAsync("/api/privacy/erasures", new { address = Address.ToUpperInvariant() });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var erasure = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((10, 10, 1), (Erased("drafts"), Erased("corrections"), Erased("documents")));
        Assert.True(erasure.GetProperty("filesClean").GetBoolean());

        Assert.Empty(ByteScan.Find(product.DataDirectory, [.. values, Address, "ana.ruiz"]));
        Assert.DoesNotContain(values, (await ExportAsync(Address)).Contains);

        // Nobody else lost anything, and the trail tells how many and not whose.
        Assert.Equal(HttpStatusCode.NoContent, (await product.Client.PostAsJsonAsync($"/api/drafts/{kept}/rating", new { outcome = "inserted" })).StatusCode);
        Assert.NotEmpty(await product.Client.SearchAsync("showroom"));
        Assert.Empty(await product.Client.SearchAsync(values[^1]));
        var trail = (await product.Client.GetFromJsonAsync<JsonElement>("/api/audit?action=person.erased")).GetProperty("entries");
        Assert.Contains("drafts=10", trail[0].GetProperty("target").GetString(), StringComparison.Ordinal);
        Assert.True((await product.Client.GetFromJsonAsync<JsonElement>("/api/audit/verification")).GetProperty("valid").GetBoolean());

        // Done again it finds nothing more.
        using var again = await product.Client.PostAsJsonAsync("/api/privacy/erasures", new { address = Address });
        Assert.All((await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("erased").EnumerateObject(), count => Assert.Equal(0, count.Value.GetInt32()));

        int Erased(string store) => erasure.GetProperty("erased").GetProperty(store).GetInt32();
    }

    [Fact]
    public async Task Documents_stay_when_the_request_says_so_and_are_counted()
    {
        await product.UploadAsync(("contacts.txt", Encoding.UTF8.GetBytes($"Press office: {Address}, open on weekdays.")), ("other.txt", Encoding.UTF8.GetBytes($"Not hers: maria{Address}.")));
        using var answer = await product.Client.PostAsJsonAsync("/api/privacy/erasures", new { address = Address, keepDocuments = true });
        var erasure = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(1, erasure.GetProperty("kept").GetProperty("documents").GetInt32());
        Assert.Single(await product.Client.SearchAsync("press office"));
    }

    [Fact]
    public async Task What_is_no_address_is_refused_and_nobody_s_export_says_that_nothing_is_kept()
    {
        foreach (var address in new[] { null, "", "ana", "*@customers.example", "ana@x.example, bob@x.example", "Ana <ana@x.example>" })
        {
            using var erasure = await product.Client.PostAsJsonAsync("/api/privacy/erasures", new { address });
            await ProblemAssert.NamesFieldAsync(erasure, "address");
            using var export = await product.Client.GetAsync("/api/privacy/exports?address=" + Uri.EscapeDataString(address ?? ""));
            await ProblemAssert.NamesFieldAsync(export, "address");
        }

        Assert.Contains("\"drafts\": 0", await ExportAsync("nobody@customers.example"), StringComparison.Ordinal);
    }

    /// <summary>Ten mails with a draft and a rating each, ten corrections, a document: a hundred words that stand nowhere else.</summary>
    private async Task<List<string>> SeedAsync()
    {
        var words = Enumerable.Range(0, 100).Select(Word).ToList();
        await product.UploadAsync(
            ("notes.txt", Encoding.UTF8.GetBytes($"Meeting with {Address}. She ordered {string.Join(", ", words.TakeLast(10))} for the autumn.")),
            ("hours.txt", "The showroom opens at nine on weekdays."u8.ToArray()));
        for (var mail = 0; mail < 10; mail++)
        {
            var asked = words.Skip(mail * 4).Take(4).ToList();
            var body = string.Join("\n\n", asked.Select(word => string.Format(System.Globalization.CultureInfo.InvariantCulture, Questions[mail], word)));
            var draft = await product.DraftAsync(mail % 2 == 0 ? body : $"<p>{WebUtility.HtmlEncode(body)}</p>", "A question", contentType: mail % 2 == 0 ? "text" : "html", from: new { name = "Ana Ruiz", address = Address });
            var rated = words.Skip(40 + (mail * 4)).Take(4).ToList();
            using var rating = await product.Client.PostAsJsonAsync($"/api/drafts/{draft.GetProperty("id").GetString()}/rating", new { outcome = "edited", finalText = $"{string.Join(' ', asked)} {rated[0]} {rated[1]}", comment = $"{rated[2]} {rated[3]}" });
            Assert.Equal(HttpStatusCode.NoContent, rating.StatusCode);
            using var correction = await product.Client.PostAsJsonAsync("/api/classifications/corrections", new
            {
                message = new { subject = "About the order", from = new { address = Address }, body = new { contentType = "text", content = $"the parcel with the {words[80 + mail]} has not come" } },
                labels = new { category = "shipping" },
            });
            Assert.Equal(HttpStatusCode.Created, correction.StatusCode);
        }

        return words;
    }

    /// <summary>A word in small letters that no name list, mask or stemmer touches; every fourth has letters beyond ASCII.</summary>
    private static string Word(int number)
    {
        var tail = $"{(char)('b' + (number / 10))}{(char)('k' + (number % 10))}";
        return (number % 4) switch { 0 => $"vexlorp{tail}", 1 => $"grümpelt{tail}", 2 => $"жмурк{tail}".Replace('b', 'б'), _ => $"quorñix{tail}" };
    }

    private async Task<string> OthersDraftAsync() =>
        (await product.DraftAsync("When does the showroom open?", from: new { name = "Bo Lund", address = "bo@customers.example" })).GetProperty("id").GetString()!;

    /// <summary>All files of an export as one text.</summary>
    private async Task<string> ExportAsync(string address)
    {
        using var answer = await product.Client.GetAsync("/api/privacy/exports?address=" + Uri.EscapeDataString(address));
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            text.AppendLine(entry.FullName).AppendLine(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
