using OutlookAssist.Knowledge;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>What is kept of a question says what is asked, not who asks.</summary>
public class MaskQuestionTests
{
    [Theory]
    [InlineData("Can you write to ana.ruiz@mail.example?", "Can you write to [email]?")]
    [InlineData("Can you call +49 (0)40 123 456-78 today?", "Can you call [number] today?")]
    [InlineData("Where is order FH20418833?", "Where is order [number]?")]
    [InlineData("Is DE89 3704 0044 0532 0130 00 your account?", "Is [number] your account?")]
    [InlineData("Is https://shop.example/me?id=5 right?", "Is [link] right?")]
    [InlineData("Does the Ridge 3 fit 2 people within 30 days?", "Does the Ridge 3 fit 2 people within 30 days?")]
    [InlineData("Is 89,90 euros the price in 2026?", "Is 89,90 euros the price in 2026?")]
    public void Numbers_and_addresses_of_people_go_and_the_rest_stays(string question, string masked) =>
        Assert.Equal(masked, MaskQuestion.Mask(question, Mail("Hello,", "Ana Ruiz")));

    [Theory]
    [InlineData("Hi Tom,", "Will Tom keep it for Ana Ruiz?", "Will [name] keep it for [name]?")]
    [InlineData("Sehr geehrte Frau Krüger,", "Kann Frau Krüger mich anrufen?", "Kann Frau [name] mich anrufen?")]
    [InlineData("Chère Camille,", "Camille peut-elle répondre ?", "[name] peut-elle répondre ?")]
    public void The_writer_and_the_one_greeted_have_no_name(string greeting, string question, string masked) =>
        Assert.Equal(masked, MaskQuestion.Mask(question, Mail(greeting, "Ruiz, Ana")));

    private static ReadableMessage Mail(string greeting, string sender) => new(
        new Message(From: new MailAddress(sender, "office@mail.example")), "", $"{greeting}\n\nsome words", "", "", "");
}
