using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Mailboxes;

public sealed class MessageReaderTests
{
    [Theory]
    [InlineData("<div>Answer.</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">x</div><blockquote>Old?</blockquote></div>")]
    [InlineData("<p>Answer.</p><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>From:</b> Ana</div><div>Old?</div>")]
    [InlineData("<div class=\"x_y\">Answer.</div><div id=\"x_divRplyFwdMsg\">From: Ana</div><p>Old?</p>")]
    [InlineData("<p>Answer.</p><div class=\"moz-cite-prefix\">On 2 Nov Ana wrote:<br></div><blockquote type=\"cite\">Old?</blockquote>")]
    [InlineData("<p>Answer.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> Ana &lt;ana@example.com&gt;<br><b>Sent:</b> Monday<br><b>Subject:</b> x</p></div><p>Old?</p>")]
    public void The_structure_that_a_mail_program_leaves_divides_an_html_mail(string html)
    {
        var message = MessageReader.Read(new Message(Body: new MessageBody("html", html)));

        Assert.Equal("Answer.", message.NewText);
        Assert.Contains("Old?", message.QuotedText, StringComparison.Ordinal);
        Assert.Contains("Answer.", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indented_paragraph_is_not_a_quotation()
    {
        var message = MessageReader.Read(new Message(Body: new MessageBody("html", "<p>See:</p><blockquote style=\"margin:0 0 0 40px;border:none;padding:0\">Order 12</blockquote>")));

        Assert.Equal("See:\n\nOrder 12", message.NewText);
    }

    [Fact]
    public void A_forwarded_html_mail_keeps_what_it_brings()
    {
        const string html = "<div>Please answer.</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message ---------<br>From: Ana</div><p>When does it arrive?</p></div>";

        Assert.Contains("When does it arrive?", MessageReader.Read(new Message(Body: new MessageBody("html", html))).NewText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_marked_signature_is_set_aside()
    {
        var message = MessageReader.Read(new Message(Body: new MessageBody("html", "<div>When?</div><div class=\"gmail_signature\">Ana<br>Example</div>")));

        Assert.Equal("When?", message.NewText);
        Assert.Equal("Ana\nExample", message.Signature);
    }

    [Fact]
    public void A_plain_mail_loses_carriage_returns_and_invisible_characters_only()
    {
        var message = MessageReader.Read(new Message(Body: new MessageBody("text", "One \r\ntwo\u200B three\r\n\r\n<p>not html</p>\r\n")));

        Assert.Equal("One\ntwo three\n\n<p>not html</p>", message.NewText);
    }

    [Fact]
    public void A_message_without_a_body_reads_as_nothing()
    {
        var message = MessageReader.Read(new Message());

        Assert.Empty(message.Text);
        Assert.Empty(message.NewText);
    }
}
