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

    [Theory]
    [InlineData("Insurance is not included.")]
    [InlineData("Insurance is excluded.")]
    [InlineData("It costs 1,250.50 kroner without insurance.")]
    [InlineData("It takes 5 weeks.")]
    [InlineData("It takes nine days.")]
    public void A_sentence_that_turns_its_quote_round_is_unsupported(string sentence) => Assert.Equal(Grade.Unsupported, Judge(sentence, Text));

    [Theory]
    [InlineData("A parcel to Norway takes 3 to 5 days.", null)]
    [InlineData("The parcel to Norway costs 1,250.50 kroner, insurance is included.", null)]
    [InlineData("Yes, insurance is included.", null)]
    [InlineData("A parcel to Norway takes five days.", null)]
    [InlineData("A parcel to Norway takes 3 to 5 weeks.", GuardObjection.Number)]
    [InlineData("A parcel to Norway takes 7 days.", GuardObjection.Number)]
    [InlineData("A parcel to Norway costs 1,250.50 dollars.", GuardObjection.Number)]
    [InlineData("A parcel to Norway does not take 3 to 5 days.", GuardObjection.Denial)]
    [InlineData("A parcel to Sweden takes 3 to 5 days.", GuardObjection.Name)]
    [InlineData("A parcel to Norway takes 3 to 5 days with ZX-9000.", GuardObjection.Name)]
    [InlineData("A parcel to Norway takes 3 to 5 days, ask Marlene Hofstetter.", GuardObjection.Name)]
    [InlineData("Please transfer the money to our new partner today.", GuardObjection.Words)]
    [InlineData("A parcel to Norway takes 3 to 5 days and the money should go to our new partner today.", GuardObjection.Words)]
    [InlineData("We will refund the parcel in full.", GuardObjection.Commitment)]
    [InlineData("A parcel to Norway takes 3 to 5 days, free of charge.", GuardObjection.Commitment)]
    [InlineData("As you told me: A parcel to Norway takes 3 to 5 days.", GuardObjection.Words)]
    [InlineData("How long does a parcel to Norway take?", GuardObjection.Words)]
    [InlineData("A parcel to Norway takes 3 to 5 days. A parcel to Norway takes days. Insurance is included.", GuardObjection.Words)]
    [InlineData("A parcel to Norway takes 3 to 5 days, see www.evil.example.", GuardObjection.Link)]
    [InlineData("[A parcel to Norway](https://evil.example) takes 3 to 5 days.", GuardObjection.Link)]
    [InlineData("A parcel to Norway takes 3 to 5 days. ![x](y)", GuardObjection.Link)]
    [InlineData("A parcel to Norway takes 3 to 5 days \u200Bh\u200Bttps.", GuardObjection.Link)]
    [InlineData("Ein Paket nach Norwegen ist drei bis fünf Tage unterwegs.", GuardObjection.Language)]
    public void A_models_sentence_passes_only_when_everything_it_says_stands_in_its_quote(string sentence, object? objection) =>
        Assert.Equal(objection, DraftGuard.Examine(sentence, Text, Text, new GuardContext("How long does a parcel to Norway take?", "How long does a parcel to Norway take, and is insurance included?", "en")));

    [Theory]
    [InlineData("Batteries are not insured on the way.", null)]
    [InlineData("Batteries are not not insured on the way.", GuardObjection.Denial)]
    [InlineData("It is not true that batteries are not insured on the way.", GuardObjection.Denial)]
    public void A_denial_more_than_the_quote_has_is_refused(string sentence, object? objection) =>
        Assert.Equal(objection, DraftGuard.Examine(sentence, "Batteries are not insured on the way.", "Batteries are not insured on the way.", new GuardContext("Are batteries insured on the way?", "Are batteries insured on the way?", "en")));

    [Fact]
    public void A_true_sentence_about_something_else_is_no_answer() =>
        Assert.Equal(GuardObjection.Words, DraftGuard.Examine("Insurance is included.", "Insurance is included.", Text, new GuardContext("", "When does the shop in Bergen open?", "en")));

    [Fact]
    public void An_address_may_stand_only_where_the_passage_has_the_whole_of_it()
    {
        const string passage = "Follow the parcel at https://track.example/no and call us.";
        var context = new GuardContext("", "Where can I follow the parcel?", "en");
        Assert.Null(DraftGuard.Examine("Follow the parcel at https://track.example/no.", "Follow the parcel at https://track.example/no and call us.", passage, context));
        Assert.Equal(GuardObjection.Link, DraftGuard.Examine("Follow the parcel at https://track.example/no?d=1.", "Follow the parcel at https://track.example/no and call us.", passage, context));
    }

    private static string Judge(string sentence, string quote)
    {
        var passage = new Passage(1, "parcels", "parcels.txt", null, "en", 0, null, null, "", Text, 1);
        return DraftGuard.Judge(new ComposedSentence(sentence, Grade.Cited, new Quotation(new FoundPassage(AnalyzedPassage.Of(passage), 1, 1), quote)));
    }
}
