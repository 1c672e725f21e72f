using OutlookAssist.Privacy;

namespace OutlookAssist.Tests.Api.Privacy;

public sealed class MaskPersonalDataTests
{
    [Fact]
    public void The_same_value_gets_the_same_placeholder_in_every_text_of_a_thread()
    {
        var mask = new MaskPersonalData();

        Assert.Equal("Mail <EMAIL_1> or <EMAIL_2>, not <EMAIL_1>.", mask.Mask("Mail ana@example.com or bo@example.com, not ana@example.com.").Text);
        Assert.Equal("Ask <EMAIL_2>.", mask.Mask("Ask bo@example.com.").Text);
    }

    [Theory]
    [InlineData("Mail ana@example.com, call +49 30 1234567, card 4111 1111 1111 1111.")]
    [InlineData("A <EMAIL_1> of theirs beside ana@example.com.")]
    [InlineData("< > <EMAIL_9> <<ana@example.com>> 😀")]
    [InlineData("")]
    public void Restoring_gives_the_text_back_exactly(string text)
    {
        var mask = new MaskPersonalData();

        Assert.Equal(text, mask.Restore(mask.Mask(text).Text));
    }

    [Fact]
    public void Offsets_count_the_characters_of_the_text_that_was_sent()
    {
        const string text = "😀 Mail ana@example.com and Anna Schmidt";

        var masked = new MaskPersonalData().Mask(text);

        Assert.Equal(["ana@example.com", "Anna Schmidt"], masked.Entities.Select(entity => text[entity.Start..entity.End]));
        Assert.Equal("😀 Mail <EMAIL_1> and <PERSON_1>", masked.Text);
    }

    [Fact]
    public void A_placeholder_that_a_model_invented_stays_as_it_is()
    {
        var mask = new MaskPersonalData();
        mask.Mask("ana@example.com");

        Assert.Equal("Write to ana@example.com or <EMAIL_7>.", mask.Restore("Write to <EMAIL_1> or <EMAIL_7>."));
    }
}
