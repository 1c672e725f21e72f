using OutlookAssist.Drafting.Styles;

namespace OutlookAssist.Tests.Api.Drafting.Styles;

/// <summary>Only forms on the list are ever read out of a mail.</summary>
public class StyleWordsTests
{
    [Theory]
    [InlineData("Hi Ana,", "Hi {firstName},")]
    [InlineData("hello Ana Ruiz", "Hello {name}")]
    [InlineData("Hallo zusammen,", null)]
    [InlineData("Good morning!", "Good morning!")]
    [InlineData("Liebe Marie,", "Liebe {firstName},")]
    [InlineData("Sehr geehrte Frau Ruiz,", null)]
    [InlineData("Dear Mr. Smith,", null)]
    [InlineData("Hi Ana, I looked into it and the code is 4711", null)]
    [InlineData("The parcel is lost.", null)]
    [InlineData("", null)]
    public void A_greeting_is_a_known_opening_and_perhaps_a_name(string line, string? form) => Assert.Equal(form, StyleWords.Greeting(line));

    [Theory]
    [InlineData("Best regards,", "Best regards,")]
    [InlineData("cheers", "Cheers")]
    [InlineData("Best, Ana", "Best,")]
    [InlineData("Viele Grüße", "Viele Grüße")]
    [InlineData("Ana Ruiz, +49 30 1234", null)]
    [InlineData("See you in Lisbon", null)]
    public void A_closing_is_one_that_is_known(string line, string? form) => Assert.Equal(form, StyleWords.Closing(line));

    [Theory]
    [InlineData("I'm sorry, we've found it and it's on its way.", "Hi {firstName},", "Cheers", "en", "friendly")]
    [InlineData("We have found it and it is on its way.", "Dear {name},", "Yours sincerely,", "en", "formal")]
    [InlineData("We have found it and it is on its way.", "Hello {name},", "Best regards,", "en", "neutral")]
    [InlineData("Wir haben dein Paket gefunden und schicken es dir.", "Hallo {firstName},", null, "de", "friendly")]
    [InlineData("Wir haben Ihr Paket gefunden und senden es Ihnen.", null, "Hochachtungsvoll", "de", "formal")]
    public void A_tone_is_heard_in_small_words(string text, string? greeting, string? closing, string language, string tone) =>
        Assert.Equal(tone, StyleWords.ToneOf(text, greeting, closing, language));
}
