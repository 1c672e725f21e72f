using System.Text;
using OutlookAssist.Extraction;

namespace OutlookAssist.Tests.Api.Extraction;

public class TextEncodingsTests
{
    static TextEncodingsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "Grüße aus Köln – 5 €")]
    [InlineData("windows-1252", "Grüße aus Köln – die Prüfung kostet “5 €” für Müller")]
    [InlineData("windows-1251", "Здравствуйте, возврат возможен в течение тридцати дней")]
    [InlineData("koi8-r", "Здравствуйте, возврат возможен в течение тридцати дней")]
    [InlineData("windows-1253", "Η επιστροφή είναι δυνατή εντός τριάντα ημερών από την αγορά")]
    [InlineData("shift_jis", "返品は三十日以内に可能です。ご連絡ください。")]
    [InlineData("euc-jp", "返品は三十日以内に可能です。ご連絡ください。")]
    [InlineData("iso-2022-jp", "返品は三十日以内に可能です。")]
    [InlineData("gb18030", "您可以在三十天内退货，请联系我们的客户服务部门。")]
    [InlineData("big5", "您可以在三十天內退貨，請聯繫我們的客戶服務部門。")]
    [InlineData("euc-kr", "구매 후 삼십 일 이내에 반품할 수 있습니다.")]
    public void Text_is_read_in_the_encoding_that_it_was_written_in(string encoding, string text) =>
        Assert.Equal(text, TextEncodings.Decode(Encoding.GetEncoding(encoding).GetBytes(text)));

    [Theory]
    [InlineData("utf-16", "Plain words about returns")]
    [InlineData("utf-16BE", "Plain words about returns")]
    [InlineData("utf-32", "Plain words about returns")]
    public void Wide_text_is_recognised_with_and_without_its_mark(string encoding, string text)
    {
        var wide = Encoding.GetEncoding(encoding);
        Assert.Equal(text, TextEncodings.Decode(wide.GetBytes(text)));
        Assert.Equal(text, TextEncodings.Decode([.. wide.GetPreamble(), .. wide.GetBytes(text)]));
    }

    [Fact]
    public void A_declared_name_decides_what_bytes_alone_leave_open() =>
        Assert.Equal("ő", TextEncodings.Decode([0xF5], "iso-8859-2"));
}
