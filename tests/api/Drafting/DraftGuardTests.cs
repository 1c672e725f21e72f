using OutlookAssist.Drafting;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Knowledge;
using Grade = OutlookAssist.Drafting.Support;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>A sentence is shown as cited only when its quote stands in the passage and its numbers in the quote.</summary>
public class DraftGuardTests
{
    private const string Text = "A parcel to Norway costs 1,250.50 kroner and takes 3 to 5 days. Insurance is included.";

    [Fact]
    public void A_sentence_that_is_its_own_quote_is_cited() =>
        Assert.Equal(Grade.Cited, Judge("Insurance is included.", "Insurance is included."));

    [Theory]
    [InlineData("Insurance is not included.")]
    [InlineData("insurance is included.")]
    [InlineData("Insurance  is included.")]
    [InlineData("")]
    public void A_quote_that_is_not_in_the_passage_is_unsupported(string quote) =>
        Assert.Equal(Grade.Unsupported, Judge("Insurance is included.", quote));

    [Theory]
    [InlineData("It takes 4 to 5 days.")]
    [InlineData("It takes 30 to 5 days.")]
    [InlineData("It costs 1,250.51 kroner.")]
    [InlineData("It costs 125,050 kroner.")]
    [InlineData("It costs 1.25050 kroner.")]
    [InlineData("It takes 3.5 days.")]
    public void A_number_that_the_quote_does_not_have_is_unsupported(string sentence) => Assert.Equal(Grade.Unsupported, Judge(sentence, Text));

    [Theory]
    [InlineData("It takes 5 days at most, 3 at least.")]
    [InlineData("It costs 1250.50 kroner.")]
    public void The_same_number_in_other_words_is_cited(string sentence) => Assert.Equal(Grade.Cited, Judge(sentence, Text));

    [Fact]
    public void A_claim_without_a_source_is_unsupported() =>
        Assert.Equal(Grade.Unsupported, DraftGuard.Judge(new ComposedSentence("It is free.", Grade.Cited)));

    [Theory]
    [InlineData(Grade.Courtesy)]
    [InlineData(Grade.Slot)]
    public void Courtesy_and_open_places_stay_what_they_are(string support) =>
        Assert.Equal(support, DraftGuard.Judge(new ComposedSentence("Hello,", support)));

    private static string Judge(string sentence, string quote)
    {
        var passage = new Passage(1, "parcels", "parcels.txt", null, "en", 0, null, null, "", Text, 1);
        return DraftGuard.Judge(new ComposedSentence(sentence, Grade.Cited, new Quotation(new FoundPassage(AnalyzedPassage.Of(passage), 1, 1), quote)));
    }
}
