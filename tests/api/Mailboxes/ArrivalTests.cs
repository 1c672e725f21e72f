using OutlookAssist.Mailboxes;
using OutlookAssist.Tests.MailServers;

namespace OutlookAssist.Tests.Api.Mailboxes;

public sealed class ArrivalTests
{
    private static readonly DateTimeOffset Date = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_mail_is_the_same_whichever_way_it_came()
    {
        var mail = MailText.To("support@shop.example", id: "<one@customer.example>", date: Date);
        var again = (byte[])[.. "Delivered-To: support@shop.example\r\nReceived: from there; Fri, 20 Nov 2026 09:00:01 +0000\r\n"u8, .. mail, .. "\r\n\r\n"u8];
        Assert.Equal(Arrival.Read(mail, null)!.Identity, Arrival.Read(again, null)!.Identity);
    }

    [Theory]
    [InlineData("<one@customer.example>", "Another body?", "A question")]
    [InlineData("<two@customer.example>", "Where is my bicycle?", "A question")]
    [InlineData("<one@customer.example>", "Where is my bicycle?", "Another subject")]
    public void Another_mail_is_another_even_under_the_same_Message_ID(string id, string body, string subject)
    {
        var first = Arrival.Read(MailText.To("support@shop.example", id: "<one@customer.example>", date: Date), null)!;
        Assert.NotEqual(first.Identity, Arrival.Read(MailText.To("support@shop.example", body, id: id, subject: subject, date: Date), null)!.Identity);
    }

    [Fact]
    public void A_thread_is_named_by_its_first_mail_unless_the_provider_names_it()
    {
        var answer = MailText.To("support@shop.example", more: "References: <first@x.example> <second@x.example>\r\nIn-Reply-To: <second@x.example>\r\n");
        Assert.Equal("<first@x.example>", Arrival.Read(answer, null)!.ConversationId);
        Assert.Equal("provider's own", Arrival.Read(answer, "provider's own")!.ConversationId);
        Assert.Equal("<one@x.example>", Arrival.Read(MailText.To("support@shop.example", id: "<one@x.example>"), null)!.ConversationId);
    }

    [Fact]
    public void Nothing_is_nothing() => Assert.Null(Arrival.Read(" \r\n\r\n"u8.ToArray(), null));
}
