using System.Text.Json;
using OutlookAssist.Tests.Api.Support;
using static OutlookAssist.Tests.Api.Support.ModelProduct;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>A draft is scored by checks, and one below the organisation's threshold says so.</summary>
public sealed class DraftChecksTests : IAsyncLifetime
{
    private readonly Product _product = new Product().With("Drafting:QualityThreshold", "0.9");

    public Task InitializeAsync() => _product.InitializeAsync();

    public Task DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task A_draft_below_the_threshold_is_marked_and_one_above_is_not()
    {
        await _product.UploadAsync(("fee.txt", "Delivery of a bicycle costs 19 euros."u8.ToArray()));
        var good = await _product.DraftAsync("What does delivery of a bicycle cost?");
        Assert.True(Quality(good).GetProperty("passed").GetBoolean());
        Assert.DoesNotContain("below-quality-threshold", Warnings(good));
        var poor = await _product.DraftAsync("Do you sell unicycles for children?");
        Assert.False(Quality(poor).GetProperty("passed").GetBoolean());
        Assert.Equal(0.9, Quality(poor).GetProperty("threshold").GetDouble());
        Assert.Contains("below-quality-threshold", Warnings(poor));
        Assert.Equal(["coverage", "support", "open-places", "focus", "language", "tone", "length", "risk"], Quality(poor).GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_fact_of_the_person_is_said_flagged_and_lowers_the_score()
    {
        var plain = await _product.DraftAsync("Do you sell unicycles for children?");
        var draft = await _product.DraftAsync("Do you sell unicycles for children?", options: new { fact = "Unicycles arrive on 12 May." });
        Assert.Equal(["Unicycles arrive on 12 May."], Sentences(draft, "unsupported"));
        Assert.True(Quality(draft).GetProperty("score").GetDouble() < Quality(plain).GetProperty("score").GetDouble());
    }

    private static JsonElement Quality(JsonElement draft) => draft.GetProperty("quality");
}
