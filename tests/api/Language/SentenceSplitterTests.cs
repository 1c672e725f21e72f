using OutlookAssist.Language;

namespace OutlookAssist.Tests.Api.Language;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("It works. Thank you.", "It works.|Thank you.")]
    [InlineData("Ask Dr. Smith, e.g. on Monday. He knows.", "Ask Dr. Smith, e.g. on Monday.|He knows.")]
    [InlineData("Das ist z.B. so, bzw. anders. Gut.", "Das ist z.B. so, bzw. anders.|Gut.")]
    [InlineData("See no. 5 and Fig. 3. No. I mean it.", "See no. 5 and Fig. 3.|No.|I mean it.")]
    [InlineData("Come at 5 p.m. We close at six.", "Come at 5 p.m.|We close at six.")]
    [InlineData("Come at 5 p.m. on Monday.", "Come at 5 p.m. on Monday.")]
    [InlineData("Acme Inc. Products are fine. I like Acme Inc. They are fine.", "Acme Inc. Products are fine.|I like Acme Inc.|They are fine.")]
    [InlineData("It costs 3.50 or 1,000.00 euros. Fine.", "It costs 3.50 or 1,000.00 euros.|Fine.")]
    [InlineData("J. R. R. Tolkien wrote it. True.", "J. R. R. Tolkien wrote it.|True.")]
    [InlineData("Choose plan B. It is cheaper.", "Choose plan B.|It is cheaper.")]
    [InlineData("Look at https://example.com/a.html?b=c. Then call.", "Look at https://example.com/a.html?b=c.|Then call.")]
    [InlineData("Am 3. März kam es an. Danke.", "Am 3. März kam es an.|Danke.")]
    [InlineData("We need 30. They need 40.", "We need 30.|They need 40.")]
    [InlineData("i need help. my order is late.", "i need help.|my order is late.")]
    [InlineData("Really?! Yes... maybe. Well... Then go.", "Really?!|Yes... maybe.|Well...|Then go.")]
    [InlineData("She said \"Stop.\" Then she left. (So did I.) Good.", "She said \"Stop.\"|Then she left.|(So did I.)|Good.")]
    [InlineData("Get a refund.Please call.", "Get a refund.|Please call.")]
    [InlineData("Use System.Text or ASP.NET now.", "Use System.Text or ASP.NET now.")]
    [InlineData("¿Dónde está? ¡Gracias!", "¿Dónde está?|¡Gracias!")]
    [InlineData("你好。我的订单在哪里？谢谢！", "你好。|我的订单在哪里？|谢谢！")]
    [InlineData("أين طلبي؟ شكرا.", "أين طلبي؟|شكرا.")]
    [InlineData("मेरा ऑर्डर कहाँ है। धन्यवाद।", "मेरा ऑर्डर कहाँ है।|धन्यवाद।")]
    [InlineData("", "")]
    [InlineData(" \n\n ", "")]
    [InlineData("...", "...")]
    public void A_line_is_cut_where_a_reader_would(string text, string expected) => Assert.Equal(expected, Join(text));

    [Theory]
    [InlineData("We refund all orders\nwithin 30 days.", "We refund all orders\nwithin 30 days.")]
    [InlineData("One line\n\nAnother line", "One line|Another line")]
    [InlineData("One line\r\n\r\nAnother line", "One line|Another line")]
    [InlineData("You need:\n- a receipt\n- the box. Not the bag\n• a label", "You need:|a receipt|the box.|Not the bag|a label")]
    [InlineData("Steps\n1. Open the app\n2) Press send\n(3) Wait", "Steps|1. Open the app|2) Press send|(3) Wait")]
    [InlineData("Refund Policy\nWe refund all.", "Refund Policy|We refund all.")]
    [InlineData("all is said here\nShipping Costs\nThey vary.", "all is said here|Shipping Costs|They vary.")]
    [InlineData("We met the mayor of\nNew York City\nlast week.", "We met the mayor of\nNew York City\nlast week.")]
    [InlineData("Hello Ana,\ncan you help?\nKind regards,\nAlex Martin", "Hello Ana,|can you help?|Kind regards,|Alex Martin")]
    [InlineData("# Title\nText follows here.", "# Title|Text follows here.")]
    [InlineData("Page one\fPage two", "Page one|Page two")]
    public void Lines_end_a_sentence_only_where_they_mean_to(string text, string expected) => Assert.Equal(expected, Join(text));

    [Fact]
    public void Sentences_never_overlap_and_leave_out_only_blanks_and_bullets()
    {
        const string text = "  Hello Ana,\n\n- First. Second!  \n * Third… fourth \n\nDr. No said 3.5. End";
        var end = 0;
        foreach (var span in SentenceSplitter.Split(text))
        {
            Assert.True(span.Start >= end);
            Assert.All(text[end..span.Start], letter => Assert.True(char.IsWhiteSpace(letter) || letter is '-' or '*'));
            Assert.Equal(text.Substring(span.Start, span.Length).Trim(), text.Substring(span.Start, span.Length));
            end = span.End;
        }

        Assert.Equal(text.Length, end);
    }

    [Fact]
    public void A_megabyte_without_an_end_mark_takes_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("word.word ", 100_000));
        Assert.Single(SentenceSplitter.Split(text));
        Assert.Equal(100_000, SentenceSplitter.Split(string.Concat(Enumerable.Repeat("a\n\n", 100_000))).Count);
    }

    private static string Join(string text) =>
        string.Join('|', SentenceSplitter.Split(text).Select(span => text.Substring(span.Start, span.Length)));
}
