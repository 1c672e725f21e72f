using System.Text;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge.Providers;

public class RtfReaderTests
{
    [Fact]
    public async Task Styles_lists_and_tables_survive_and_settings_do_not()
    {
        var document = await Extraction.ReadAsync(
            "a.rtf",
            @"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\stylesheet{\s1 heading 1;}{\s0 Normal;}}{\info{\title Manual}}{\*\unknown words}\pard\s1 Returns\par\pard Within 30 days.\par\pard{\listtext 1.\tab}\ls1 Slip\par"
            + @"\trowd\intbl Plan\cell Price\cell\row\trowd\intbl Basic\cell 5\cell\row\pard End\par{\field{\*\fldinst HYPERLINK x}{\fldrslt here}}}trailing");
        Assert.Equal("Manual", document.Title);
        Assert.Equal(["Heading1: Returns", "Paragraph: Within 30 days.", "ListItem: Slip", "TableRow: Plan: Basic; Price: 5", "Paragraph: End", "Paragraph: here"], document.Lines());
    }

    [Fact]
    public async Task Letters_are_read_in_the_code_page_of_their_font_and_as_unicode() =>
        Assert.Equal(
            ["Paragraph: Привет Grüße €"],
            (await Extraction.ReadAsync("a.rtf", @"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset0 B;}}\f0 \'cf\'f0\'e8\'e2\'e5\'f2 \f1 Gr\'fc\u223 ?e \uc1\u8364\'80\par}")).Lines());

    [Fact]
    public async Task Hidden_text_is_left_out_and_reported()
    {
        var document = await Extraction.ReadAsync("a.rtf", @"{\rtf1 Visible {\v secret}\par}");
        Assert.Equal(["Paragraph: Visible"], document.Lines());
        Assert.True(document.HiddenText);
    }

    [Fact]
    public async Task Endless_groups_are_too_complex() =>
        Assert.Equal("too-complex", await Extraction.RefusalAsync("a.rtf", Encoding.ASCII.GetBytes(@"{\rtf1 " + new string('{', 100_000))));
}
