using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>A draft is written again as a person wishes it, with its citations checked again.</summary>
[Collection(DraftingCollection.Name)]
public class ReviseDraftTests(DraftingProduct product)
{
    private const string Mail = "Hello,\n\nhow long may I return a bicycle, and when do I get my refund?\n\nAna Ruiz";

    [Theory]
    [InlineData("in German please", "Guten Tag")]
    [InlineData("réponds en français", "Bonjour")]
    [InlineData("en español y más formal", "Hola")]
    public async Task Tone_and_language_change_and_the_citations_stay_checked(string wish, string greeting)
    {
        var first = await product.DraftAsync(Mail);
        var revised = await RevisedAsync(first, wish);
        Assert.StartsWith(greeting, revised.GetProperty("reply").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(first.GetProperty("id").GetString(), revised.GetProperty("id").GetString());
        Assert.Equal("answered", revised.GetProperty("grounding").GetString());
        Assert.NotEmpty(revised.GetProperty("citations").EnumerateArray());
        Assert.DoesNotContain(revised.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "instruction-not-followed");
    }

    [Theory]
    [InlineData("more formal")]
    [InlineData("Bitte förmlicher")]
    public async Task A_tone_is_heard_in_the_closing(string wish)
    {
        var first = await product.DraftAsync(Mail);
        Assert.NotEqual(Closing(first), Closing(await RevisedAsync(first, wish)));
    }

    [Fact]
    public async Task Shorter_says_less_and_more_detailed_takes_it_back()
    {
        var first = await product.DraftAsync("What does the workshop do, and what does an inspection cost? Do you repair punctures?");
        var shorter = await RevisedAsync(first, "shorter");
        Assert.True(Sentences(shorter) <= Sentences(first));
        Assert.Equal(Sentences(first), Sentences(await RevisedAsync(shorter, "more detailed")));
    }

    [Fact]
    public async Task A_wish_that_needs_a_language_model_is_said_to_be_unfulfilled()
    {
        var revised = await RevisedAsync(await product.DraftAsync(Mail), "mention the showroom");
        Assert.Contains(revised.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "instruction-not-followed");
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"instruction":"  "}""")]
    [InlineData("""{"instruction":"LONG"}""")]
    public async Task A_wish_must_be_said_and_short(string json)
    {
        var id = (await product.DraftAsync(Mail)).GetProperty("id").GetString();
        using var answer = await product.Client.PostTextAsync($"/api/drafts/{id}/revisions", json.Replace("LONG", new string('a', 501), StringComparison.Ordinal));
        await ProblemAssert.NamesFieldAsync(answer, "instruction");
    }

    [Fact]
    public async Task A_draft_that_is_not_there_cannot_be_changed()
    {
        using var answer = await product.Client.PostTextAsync("/api/drafts/none/revisions", """{"instruction":"shorter"}""");
        await ProblemAssert.IsAsync(answer, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task After_a_restart_the_mail_is_forgotten_and_the_person_is_told_what_to_do()
    {
        var other = new Product();
        await other.InitializeAsync();
        try
        {
            var id = (await other.DraftAsync(Mail)).GetProperty("id").GetString();
            await other.RestartAsync();
            using var answer = await other.Client.PostTextAsync($"/api/drafts/{id}/revisions", """{"instruction":"shorter"}""");
            await ProblemAssert.IsAsync(answer, HttpStatusCode.Conflict, "conflict");
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    private async Task<JsonElement> RevisedAsync(JsonElement draft, string wish)
    {
        using var answer = await product.Client.PostAsJsonAsync($"/api/drafts/{draft.GetProperty("id").GetString()}/revisions", new { instruction = wish });
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string? Closing(JsonElement draft) => draft.GetProperty("sentences")[Sentences(draft) - 1].GetProperty("text").GetString();

    private static int Sentences(JsonElement draft) => draft.GetProperty("sentences").GetArrayLength();
}
