using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>A question that no document answers is collected without its person, counted, answered once, and then drafted.</summary>
public sealed class AnswerGapTests : IAsyncLifetime
{
    private readonly Product _product = new();

    public async Task InitializeAsync()
    {
        await _product.InitializeAsync();
        await _product.UploadAsync(("hours.md", "# Opening hours\n\nThe shop opens at nine and closes at six."u8.ToArray()));
    }

    public Task DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task Asked_in_other_words_it_is_one_gap_and_an_answer_makes_the_next_draft_cite_it()
    {
        await DraftAsync("Is the fabric of the Ridge 3 tent free of PFAS?");
        await DraftAsync("Could you tell me if the Ridge 3 tent's fabric is PFAS free?");
        await DraftAsync("Is the fabric of the Ridge 4 tent free of PFAS?");
        await DraftAsync("When does the shop open?");
        var gaps = await GapsAsync(list => list.Count == 2 && list[0].GetProperty("count").GetInt32() == 2);
        Assert.Equal("Is the fabric of the Ridge 3 tent free of PFAS?", gaps[0].GetProperty("question").GetString());
        Assert.Single(gaps[0].GetProperty("wordings").EnumerateArray());

        using var answer = await AnswerAsync(gaps[0], new { question = "Is the fabric of the Ridge 3 tent free of PFAS?", answer = "Yes, the fabric of the Ridge 3 tent has been free of PFAS since 2025.", source = "Material sheet 12" });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var document = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Is the fabric of the Ridge 3 tent free of PFAS.md", document.GetProperty("name").GetString());
        var settled = await _product.SettledAsync(document.GetProperty("documentId").GetString()!);
        Assert.Equal("ready", settled.GetProperty("state").GetString());
        Assert.Equal("gap", settled.GetProperty("tags").GetProperty("origin")[0].GetString());
        Assert.Single(await GapsAsync(list => list.Count == 1));

        var draft = await _product.DraftAsync("Hello, is the fabric of the Ridge 3 tent free of PFAS?");
        Assert.Equal("answered", draft.GetProperty("grounding").GetString());
        Assert.Contains("since 2025", draft.GetProperty("reply").GetProperty("text").GetString(), StringComparison.Ordinal);
        await ProblemAssert.IsAsync(await AnswerAsync(gaps[0], new { question = "a", answer = "b" }), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_gap_closes_itself_when_a_later_draft_answers_it()
    {
        await DraftAsync("How long does the repair of a zip take?");
        await GapsAsync(list => list.Count == 1);
        await _product.UploadAsync(("repairs.md", "# How long does the repair of a zip take?\n\nThe repair of a zip takes ten working days."u8.ToArray()));
        await DraftAsync("How long does the repair of a zip take?");
        await GapsAsync(list => list.Count == 0);
    }

    [Fact]
    public async Task A_dismissed_question_does_not_come_back_and_deleting_all_data_forgets_it()
    {
        await DraftAsync("Do you sponsor expeditions to Greenland?");
        var gap = (await GapsAsync(list => list.Count == 1))[0];
        Assert.Equal(HttpStatusCode.NoContent, (await _product.Client.DeleteAsync($"/api/knowledge/gaps/{gap.GetProperty("id").GetInt64()}")).StatusCode);
        await DraftAsync("Do you sponsor expeditions to Greenland?");
        await DraftAsync("Which colours does the flamingo scarf come in?");
        var left = await GapsAsync(list => list.Count == 1);
        Assert.StartsWith("Which colours", left[0].GetProperty("question").GetString(), StringComparison.Ordinal);
        await ProblemAssert.IsAsync(await _product.Client.DeleteAsync($"/api/knowledge/gaps/{gap.GetProperty("id").GetInt64()}"), HttpStatusCode.NotFound, "not-found");

        (await _product.Client.DeleteAsync("/api/data")).EnsureSuccessStatusCode();
        Assert.Empty(await GapsAsync(list => list.Count == 0));
    }

    [Fact]
    public async Task Whoever_asked_cannot_be_read_from_the_list()
    {
        await _product.DraftAsync(
            "Dear Mrs Holloway,\n\ncan Maeve Gallagher get a hippogriff saddle, customer FH20418833, reach me at +44 20 7946 0018 or maeve@mail.example?\n\nMaeve Gallagher",
            from: new { name = "Gallagher, Maeve", address = "maeve.gallagher@mail.example" });
        var question = Assert.Single(await GapsAsync(list => list.Count == 1)).GetProperty("question").GetString()!;
        Assert.Contains("hippogriff saddle", question, StringComparison.Ordinal);
        Assert.All(["Maeve", "Gallagher", "FH20418833", "7946", "mail.example"], part => Assert.DoesNotContain(part, question, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "An answer", "question")]
    [InlineData("?", "An answer", "question")]
    [InlineData("A question", "  ", "answer")]
    public async Task An_answer_without_words_is_refused(string? question, string answer, string field) =>
        await ProblemAssert.NamesFieldAsync(await _product.Client.PostAsJsonAsync("/api/knowledge/gaps/1/answer", new { question, answer }), field);

    private Task DraftAsync(string text) => _product.DraftAsync(text);

    private Task<HttpResponseMessage> AnswerAsync(JsonElement gap, object answer) => _product.Client.PostAsJsonAsync($"/api/knowledge/gaps/{gap.GetProperty("id").GetInt64()}/answer", answer);

    /// <summary>Waits until the jobs have brought the list to where it should be.</summary>
    private async Task<List<JsonElement>> GapsAsync(Func<List<JsonElement>, bool> expected)
    {
        List<JsonElement> gaps = [];
        for (var tries = 0; tries < 200; tries++)
        {
            gaps = [.. (await _product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/gaps")).GetProperty("gaps").EnumerateArray()];
            if (expected(gaps))
            {
                return gaps;
            }

            await Task.Delay(50);
        }

        Assert.Fail("The list of gaps stayed " + JsonSerializer.Serialize(gaps));
        return gaps;
    }
}
