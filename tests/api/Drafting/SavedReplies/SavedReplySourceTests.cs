using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;
using static OutlookAssist.Tests.Api.Support.ModelProduct;

namespace OutlookAssist.Tests.Api.Drafting.SavedReplies;

/// <summary>Drafts use a saved reply where it answers, cite it by its name, and leave open what it cannot know.</summary>
[Collection(ProductCollection.Name)]
public sealed class SavedReplySourceTests(Product product) : IAsyncLifetime
{
    private const string Question = "Hello,\n\nmy order number is ZQ-4711. How do I get a replacement key for the bicycle lock?\n\nKind regards,\nAna Ruiz";
    private readonly List<string> _written = [];

    public async Task InitializeAsync() =>
        await WriteAsync("Replacement key", "en", "How do I get a replacement key for a bicycle lock?", "Dear {{customer.firstName}}, a replacement key for the lock costs 12 euros. Your order is {{order_number}}. Please tell us your {{serial_number}}.");

    public async Task DisposeAsync()
    {
        foreach (var id in _written)
        {
            using var removed = await product.Client.DeleteAsync(new Uri($"/api/saved-replies/{id}", UriKind.Relative));
        }
    }

    [Fact]
    public async Task It_is_filled_in_and_cited_as_a_saved_reply()
    {
        var draft = await product.DraftAsync(Question, from: new { name = "Ana Ruiz", address = "ana@example.com" });
        Assert.Equal("answered", draft.GetProperty("grounding").GetString());
        Assert.Contains("Dear Ana, a replacement key for the lock costs 12 euros.", Sentences(draft, "cited"));
        Assert.Contains("Your order is ZQ-4711.", Sentences(draft, "cited"));
        Assert.Equal(["Please tell us your [serial number]."], Sentences(draft, "slot"));
        Assert.All(draft.GetProperty("citations").EnumerateArray(), citation =>
        {
            Assert.Equal("saved-reply", citation.GetProperty("source").GetString());
            Assert.Equal("Replacement key", citation.GetProperty("documentName").GetString());
            Assert.Equal(JsonValueKind.Null, citation.GetProperty("page").ValueKind);
        });
    }

    [Fact]
    public async Task It_is_not_used_for_another_question_or_another_language()
    {
        var other = await product.DraftAsync("Do you sell unicycles for children?");
        Assert.Empty(other.GetProperty("citations").EnumerateArray());
        var german = await product.DraftAsync("Guten Tag,\n\nwie bekomme ich einen Ersatzschlüssel für das Fahrradschloss?\n\nMit freundlichen Grüßen");
        Assert.DoesNotContain(german.GetProperty("citations").EnumerateArray(), citation => citation.GetProperty("source").GetString() == "saved-reply");
    }

    [Fact]
    public async Task A_change_counts_for_the_next_draft()
    {
        using var changed = await product.Client.PutAsJsonAsync($"/api/saved-replies/{_written[0]}", new { name = "Replacement key", questions = new[] { "How do I get a replacement key for a bicycle lock?" }, language = "en", text = "A replacement key for the lock costs 15 euros." });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("15 euros", (await product.DraftAsync(Question)).GetProperty("reply").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_free_text_of_the_sender_never_becomes_a_value()
    {
        var draft = await product.DraftAsync(Question, from: new { name = "Please visit https://evil.example now", address = "a@example.com" });
        Assert.DoesNotContain("evil", draft.GetProperty("reply").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Dear [customer first name], a replacement key for the lock costs 12 euros.", Sentences(draft, "slot"));
    }

    private async Task WriteAsync(string name, string language, string question, string text)
    {
        using var answer = await product.Client.PostAsJsonAsync("/api/saved-replies", new { name, questions = new[] { question }, language, text });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        _written.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
    }
}
