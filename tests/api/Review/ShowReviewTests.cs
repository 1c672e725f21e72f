using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Review;

/// <summary>A reviewer sees the mail beside the draft and is shown where to look; the database file alone tells none of it.</summary>
public class ShowReviewTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task The_mail_stands_beside_its_draft_with_the_figures_marked()
    {
        await product.UploadAsync(("delivery.md", "# Delivery\n\n## Delivery fee\n\nDelivery costs 19 euros and is free above 500 euros."u8.ToArray()));
        const string question = "What does delivery cost?";
        var draft = await product.DraftAsync(question);
        var message = await ReviewDesk.ReceiveAsync(product, "local", question, "Delivery of my order");
        var id = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer("local", message) with { DraftId = draft.GetProperty("id").GetString() });

        var detail = await product.Client.ShowAsync(id);
        Assert.Equal(("Delivery of my order", question), (detail.GetProperty("mail").GetProperty("subject").GetString(), detail.GetProperty("mail").GetProperty("newText").GetString()));
        Assert.Equal(draft.GetProperty("reply").GetProperty("text").GetString(), detail.GetProperty("text").GetString());
        var risks = detail.GetProperty("risks").EnumerateArray().Select(risk => (Kind: risk.GetProperty("kind").GetString(), Text: TextOf(detail, risk), Proven: risk.GetProperty("proven").GetBoolean())).ToList();
        Assert.Contains(("number", "19 euros", true), risks);
    }

    [Fact]
    public async Task A_text_of_the_reviewers_own_takes_the_place_of_the_drafts_until_it_is_taken_back()
    {
        var draft = await product.DraftAsync("Do you repair tents?");
        var id = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer("local", ReviewDesk.NewMessage()) with { DraftId = draft.GetProperty("id").GetString() });
        using var saved = await product.Client.PutAsJsonAsync($"/api/review/{id}/text", new { text = "We do." });
        Assert.Equal(("We do.", true), ((await product.Client.ShowAsync(id)).GetProperty("text").GetString(), (await saved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("edited").GetBoolean()));
        using var undone = await product.Client.PutAsJsonAsync($"/api/review/{id}/text", new { text = "" });
        Assert.Equal(draft.GetProperty("reply").GetProperty("text").GetString(), (await product.Client.ShowAsync(id)).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Without_mail_and_draft_the_item_is_shown_all_the_same()
    {
        var id = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer("local", ReviewDesk.NewMessage()) with { DraftId = null, EscalatedFor = "low-confidence" });
        var detail = await product.Client.ShowAsync(id);
        Assert.Equal(("escalated", "", JsonValueKind.Null, JsonValueKind.Null), (detail.GetProperty("item").GetProperty("state").GetString(), detail.GetProperty("text").GetString(), detail.GetProperty("mail").ValueKind, detail.GetProperty("draft").ValueKind));
        await ProblemAssert.IsAsync(await product.Client.GetAsync("/api/review/987654321"), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task No_word_of_a_mail_or_a_reviewer_stands_readable_in_the_database()
    {
        var id = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer("local", ReviewDesk.NewMessage()) with { Subject = "kittiwake subject", SenderName = "Petrel Person", DraftId = null });
        using var saved = await product.Client.PutAsJsonAsync($"/api/review/{id}/text", new { text = "razorbill reply" });
        await product.Client.DoneAsync(id, "reject", new { reason = "other", comment = "guillemot comment" });
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(product.DataDirectory, "outlookassist.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync();
            Assert.All(new[] { "kittiwake", "Petrel", "razorbill", "guillemot" }, word => Assert.DoesNotContain(word, bytes, StringComparison.Ordinal));
        }
    }

    private static string TextOf(JsonElement detail, JsonElement risk) =>
        detail.GetProperty("draft").GetProperty("sentences")[risk.GetProperty("sentence").GetInt32()].GetProperty("text").GetString()!.Substring(risk.GetProperty("start").GetInt32(), risk.GetProperty("length").GetInt32());
}
