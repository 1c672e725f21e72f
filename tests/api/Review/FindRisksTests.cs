using System.Text.Json;
using OutlookAssist.Drafting;
using OutlookAssist.Review;

namespace OutlookAssist.Tests.Api.Review;

/// <summary>Figures, dates, names and promises are marked where they stand; what stands in the source says so.</summary>
public class FindRisksTests
{
    [Theory]
    [InlineData("You can return it within 30 days.", "number:30 days")]
    [InlineData("It costs €49.90 a year.", "number:€49.90")]
    [InlineData("We reply by 12 March 2027.", "date:12 March 2027")]
    [InlineData("The shop opens on 2026-12-01 at 9:30.", "date:2026-12-01|date:9:30")]
    [InlineData("Mr Peter Novak will call you.", "name:Peter Novak")]
    [InlineData("You get a full refund.", "policy:full refund")]
    [InlineData("Sie erhalten das Geld binnen 14 Tagen zurück.", "number:14 Tagen")]
    [InlineData("Our tents are green.", "")]
    public void Each_kind_is_found(string sentence, string expected) =>
        Assert.Equal(expected, string.Join('|', FindRisks.In(DraftOf(sentence, "cited", "other")).Select(risk => $"{risk.Kind}:{sentence.Substring(risk.Start, risk.Length)}")));

    [Fact]
    public void What_stands_word_for_word_in_the_source_is_proven()
    {
        Assert.True(Assert.Single(FindRisks.In(DraftOf("It takes 5 days.", "cited", "Delivery takes 5 days."))).Proven);
        Assert.False(Assert.Single(FindRisks.In(DraftOf("It takes 5 days.", "cited", "Delivery takes 5 weeks."))).Proven);
    }

    [Theory]
    [InlineData("unsupported", "unsupported")]
    [InlineData("slot", "open")]
    public void A_sentence_without_a_source_is_marked_whole(string support, string kind)
    {
        var risk = Assert.Single(FindRisks.In(DraftOf("It takes 5 days.", support, "")));
        Assert.Equal((kind, 0, 16, false), (risk.Kind, risk.Start, risk.Length, risk.Proven));
    }

    [Fact]
    public void Courtesy_is_left_alone() => Assert.Empty(FindRisks.In(DraftOf("Dear Peter Novak, thank you for 2 mails.", "courtesy", "")));

    private static Draft DraftOf(string sentence, string support, string quote) => JsonSerializer.Deserialize<Draft>(
        JsonSerializer.Serialize(new { id = "id", reply = new { subject = "", text = sentence, html = "", language = "en" }, sentences = new[] { new { text = sentence, citations = new[] { 1 }, support } }, citations = new[] { new { marker = 1, documentId = "d", documentName = "d.txt", quote } } }),
        JsonSerializerOptions.Web)!;
}
