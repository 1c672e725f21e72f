using System.Text;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Mailboxes;

public sealed class ComposeMailTests
{
    private static readonly ReplyDraft Reply = new(
        new AnsweredMessage("1", "<one@customer.example>", null, default),
        new MailAddress("Support", "support@shop.example"),
        [new MailAddress("Ana \"A\" Ruiz", "ana@customer.example")],
        "Re: Größe?",
        "Die Größe passt.\nDas Rad kommt morgen.",
        "<p>Die Größe passt.</p>",
        ["<zero@customer.example>", "<one@customer.example>"],
        new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(1)));

    [Fact]
    public void A_draft_is_read_back_as_it_was_meant()
    {
        var raw = ComposeMail.Draft(Reply, "tag");
        var parsed = ParseMessage.Parse(raw)!;
        Assert.Empty(parsed.Defects);
        Assert.Equal("Re: Größe?", parsed.Message.Subject);
        Assert.Equal(new MailAddress("Ana \"A\" Ruiz", "ana@customer.example"), Assert.Single(parsed.Message.To!));
        Assert.Equal("Die Größe passt.\nDas Rad kommt morgen.", parsed.NewText);
        Assert.Equal("<one@customer.example>", parsed.Message.Headers!["In-Reply-To"]);
        Assert.Equal(["<zero@customer.example>", "<one@customer.example>"], Arrival.ReferencesOf(parsed.Message));
        Assert.Equal("Fri, 20 Nov 2026 08:00:00 +0000", parsed.Message.Headers["Date"]);
        Assert.False(parsed.Message.Headers.ContainsKey("Auto-Submitted"));
        Assert.Equal(raw, ComposeMail.Draft(Reply, "tag"));
        Assert.All(Encoding.ASCII.GetString(raw).Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Fact]
    public void Nothing_from_outside_begins_a_header_or_names_a_second_recipient()
    {
        var hostile = Reply with
        {
            Subject = "Hello\r\nBcc: thief@evil.example",
            To = [new MailAddress("Ana\r\nBcc: thief@evil.example", "ana@customer.example"), new MailAddress(null, "x@y.example>, <thief@evil.example")],
            References = ["<a>\r\nBcc: thief@evil.example", "no id"],
            Answers = Reply.Answers with { InternetMessageId = "<one>\r\nBcc: thief@evil.example" },
        };
        var parsed = ParseMessage.Parse(ComposeMail.Draft(hostile, "tag\r\nBcc: thief@evil.example"))!;
        Assert.False(parsed.Message.Headers!.ContainsKey("Bcc"));
        Assert.Equal("ana@customer.example", Assert.Single(parsed.Message.To!).Address);
    }

    [Fact]
    public void A_tag_always_gives_the_same_Message_ID_and_another_tag_another_one()
    {
        var from = new MailAddress(null, "support@shop.example");
        Assert.Equal(ComposeMail.MessageIdOf("tag", from), ComposeMail.MessageIdOf("tag", from));
        Assert.NotEqual(ComposeMail.MessageIdOf("tag", from), ComposeMail.MessageIdOf("tag 2", from));
        Assert.EndsWith("@outlookassist.invalid>", ComposeMail.MessageIdOf("tag", new MailAddress(null, "support@\"odd\"")), StringComparison.Ordinal);
    }
}
