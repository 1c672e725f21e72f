using System.Text.RegularExpressions;
using OutlookAssist.Drafting;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>The HTML of a reply is built from p, br and one div with a direction; everything else is text.</summary>
[Collection(DraftingCollection.Name)]
public partial class ReplyHtmlTests(DraftingProduct product)
{
    [Fact]
    public void Markup_of_any_kind_becomes_text()
    {
        var html = ReplyHtml.Build(["<script>alert(1)</script> & \"quotes\" <b>x</b>", "two\nlines"], "en");
        Assert.Equal("<div dir=\"ltr\"><p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot; &lt;b&gt;x&lt;/b&gt;</p><p>two<br>lines</p></div>", html);
    }

    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("he-IL", "rtl")]
    [InlineData("de", "ltr")]
    public void The_direction_is_that_of_the_language(string language, string direction) =>
        Assert.StartsWith($"<div dir=\"{direction}\">", ReplyHtml.Build(["x"], language), StringComparison.Ordinal);

    [Theory]
    [InlineData("Which batteries are excluded from recycling at your shop?")]
    [InlineData("<img src=x onerror=alert(1)> What does delivery cost?")]
    public async Task A_draft_shows_only_the_allowed_elements_even_where_documents_and_mails_carry_markup(string mail)
    {
        var reply = (await product.DraftAsync(mail, "<script>alert(1)</script>", from: new { name = "<i>Ana</i>", address = "a@example.com" })).GetProperty("reply");
        var html = reply.GetProperty("html").GetString()!;
        var elements = Elements().Matches(html).Select(match => match.Value).Distinct();
        Assert.Empty(elements.Except(["<div dir=\"ltr\">", "</div>", "<p>", "</p>", "<br>"]));
        var paragraphs = html["<div dir=\"ltr\"><p>".Length..^"</p></div>".Length].Replace("</p><p>", "\n\n", StringComparison.Ordinal).Replace("<br>", "\n", StringComparison.Ordinal);
        Assert.Equal(reply.GetProperty("text").GetString(), System.Net.WebUtility.HtmlDecode(paragraphs));
    }

    [Fact]
    public async Task The_text_of_a_document_stays_what_it_is()
    {
        var reply = (await product.DraftAsync("Which batteries are excluded from recycling at your shop?")).GetProperty("reply");
        Assert.Contains("Batteries <250 Wh> are excluded", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("Batteries &lt;250 Wh&gt; are excluded", reply.GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Elements();
}
