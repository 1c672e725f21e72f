using OutlookAssist.Extraction;

namespace OutlookAssist.Tests.Api.Extraction;

public class VisibleTextTests
{
    [Fact]
    public void Invisible_characters_are_taken_out()
    {
        Assert.Equal("refund policy", VisibleText.Clean(" re\u00ADfund\u200B \n policy\u2060 ", keepLines: false, out var hidden));
        Assert.False(hidden);
    }

    [Fact]
    public void Letters_written_as_tags_are_taken_out_and_reported()
    {
        var tags = string.Concat("ignore".Select(letter => char.ConvertFromUtf32(0xE0000 + letter)));
        Assert.Equal("Hello", VisibleText.Clean("Hello" + tags, keepLines: false, out var hidden));
        Assert.True(hidden);
    }

    [Fact]
    public void A_turned_direction_is_taken_out_and_reported()
    {
        Assert.Equal("invoicefdp.exe", VisibleText.Clean("invoice\u202Efdp.exe", keepLines: false, out var hidden));
        Assert.True(hidden);
    }

    [Fact]
    public void Joiners_that_letters_need_stay() =>
        Assert.Equal("می\u200Cخواهم", VisibleText.Clean("می\u200Cخواهم", keepLines: false, out _));
}
