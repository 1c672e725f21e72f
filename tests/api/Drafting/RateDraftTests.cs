using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Drafting;
using OutlookAssist.Protection;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting;

[Collection(DraftingCollection.Name)]
public class RateDraftTests(DraftingProduct product)
{
    [Fact]
    public async Task A_rating_is_kept_and_the_last_word_counts()
    {
        var id = (await product.DraftAsync("What does delivery cost?")).GetProperty("id").GetString()!;
        using var first = await RateAsync(id, """{"outcome":"inserted"}""");
        using var second = await RateAsync(id, """{"outcome":"edited","finalText":"It costs 19 euros.","comment":"shorter"}""");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, second.StatusCode));
        await using var database = await product.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContextAsync();
        var stored = await database.Set<StoredDraft>().SingleAsync(draft => draft.Id == id);
        var cipher = product.Services.GetRequiredService<ContentCipher>();
        Assert.Equal(("edited", "It costs 19 euros.", "shorter"), (
            stored.RatedOutcome, cipher.OpenText(stored.Organisation, DraftTable.FinalText.PlaceOf(id), stored.FinalText!), cipher.OpenText(stored.Organisation, DraftTable.Comment.PlaceOf(id), stored.Comment!)));
    }

    [Theory]
    [InlineData("{}", "outcome")]
    [InlineData("""{"outcome":"loved"}""", "outcome")]
    [InlineData("""{"outcome":"Inserted"}""", "outcome")]
    public async Task An_unknown_outcome_is_named(string json, string field)
    {
        var id = (await product.DraftAsync("What does delivery cost?")).GetProperty("id").GetString()!;
        using var answer = await RateAsync(id, json);
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    [Fact]
    public async Task A_text_that_is_far_too_long_is_named()
    {
        using var answer = await RateAsync("any", $$"""{"outcome":"edited","finalText":"{{new string('a', 100_001)}}"}""");
        await ProblemAssert.NamesFieldAsync(answer, "finalText");
    }

    [Fact]
    public async Task A_draft_that_does_not_exist_is_not_found()
    {
        using var answer = await RateAsync("0123456789abcdef0123456789abcdef", """{"outcome":"inserted"}""");
        await ProblemAssert.IsAsync(answer, HttpStatusCode.NotFound, "not-found");
    }

    private Task<HttpResponseMessage> RateAsync(string id, string json) => product.Client.PostTextAsync($"/api/drafts/{id}/rating", json);
}
