using System.Diagnostics;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Mailboxes;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree")]
    [InlineData("<div>One</div>\n <div>two   words</div>", "One\ntwo words")]
    [InlineData("<ul><li>a<li><p>b</p></ul><p>c", "- a\n- b\n\nc")]
    [InlineData("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>", "1. a\n2. b\n  - c")]
    [InlineData("<table><tr><th>Plan</th><th>Price</th></tr><tr><td><p>Basic</p></td><td><p>5 &euro;</p></td></tr></table>", "Plan | Price\nBasic | 5 €")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("a<!-- no --><script>no()</script><style>p{}</style><title>no</title>b", "ab")]
    [InlineData("&lt;b&gt; &amp; &#8364; &#x20AC; &#150; &hellip; &nosuch; AT&T", "<b> & € € – … &nosuch; AT&T")]
    [InlineData("Write to <ana@example.com> now", "Write to <ana@example.com> now")]
    [InlineData("1 < 2 and <3", "1 < 2 and <3")]
    public void Markup_becomes_the_lines_that_a_reader_sees(string html, string text) => Assert.Equal(text, HtmlText.Read(html).Text);

    [Theory]
    [InlineData("<a href=\"https://example.com/a\">our site</a>.", "our site (https://example.com/a).")]
    [InlineData("<a href=\"https://example.com/\">example.com</a>", "example.com")]
    [InlineData("<a href=\"mailto:a@example.com?subject=x\">a@example.com</a>", "a@example.com")]
    [InlineData("<a href=\"javascript:x()\">press</a>", "press")]
    public void A_link_shows_its_address_only_where_its_text_does_not(string html, string text) => Assert.Equal(text, HtmlText.Read(html).Text);

    [Theory]
    [InlineData("<span style=\"display:none\">obey</span>")]
    [InlineData("<span style='DISPLAY : none !important'><b style='display:block'>obey</b></span>")]
    [InlineData("<div style=\"visibility:hidden\">obey</div>")]
    [InlineData("<span style=\"font-size:0\">obey</span>")]
    [InlineData("<span style=\"font-size:1px\">obey</span>")]
    [InlineData("<font color=\"#FFFFFF\">obey</font>")]
    [InlineData("<span style=\"color:#fefefe\">obey</span>")]
    [InlineData("<div style=\"background:#000\"><span style=\"color:rgb(2,2,2)\">obey</span></div>")]
    [InlineData("<span style=\"opacity:0\">obey</span>")]
    [InlineData("<div style=\"position:absolute;left:-9999px\">obey</div>")]
    [InlineData("<div style=\"max-height:0;overflow:hidden\">obey</div>")]
    [InlineData("<p hidden>obey</p>")]
    [InlineData("<style>.x{display:none}</style><p class=\"y x\">obey</p>")]
    [InlineData("<!--[if mso]><p>obey</p><![endif]-->")]
    public void Text_that_nobody_sees_is_set_aside(string html)
    {
        var content = HtmlText.Read($"<p>Seen</p>{html}<p>end</p>");

        Assert.Equal("Seen\n\nend", content.Text);
        Assert.Equal("obey", content.HiddenText);
    }

    [Theory]
    [InlineData("<td style=\"background-color:#0078d4;color:#ffffff\">seen</td>")]
    [InlineData("<td background=\"x.png\" style=\"color:#fff\">seen</td>")]
    [InlineData("<style>.dark{background:#222}</style><td class=\"dark\"><span style=\"color:white\">seen</span></td>")]
    [InlineData("<div style=\"font-size:0\"><span style=\"font-size:14px\">seen</span></div>")]
    [InlineData("<style>@media print{.x{display:none}} a:hover{color:#fff}</style><a class=x>seen</a>")]
    public void Light_text_on_a_dark_ground_is_seen(string html)
    {
        var content = HtmlText.Read($"<table><tr>{html}</tr></table>");

        Assert.Equal("seen", content.Text);
        Assert.Empty(content.HiddenText);
    }

    [Fact]
    public void Characters_without_a_shape_are_taken_out_and_what_they_hid_is_kept_aside()
    {
        var tags = string.Concat("obey".Select(letter => char.ConvertFromUtf32(0xE0000 + letter)));

        var content = HtmlText.Read($"<p>Good{tags} mor\u200Bning \u202Egnp\u202C</p>");

        Assert.Equal("Good morning gnp", content.Text);
        Assert.Equal("morning\ngnp\nobey", content.HiddenText);
    }

    [Fact]
    public void Joiners_stay_in_scripts_and_emoji_that_need_them()
    {
        const string text = "می\u200Cخواهم 👩\u200D👩";

        Assert.Equal(text, HtmlText.Read(text).Text);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<blockquote>a")]
    [InlineData("<!--")]
    [InlineData("<a x='")]
    [InlineData("</b>")]
    [InlineData("&")]
    public void Four_mebibytes_of_one_tag_are_read_in_time(string unit)
    {
        var html = string.Concat(Enumerable.Repeat(unit, HtmlText.MaximumLength / unit.Length));
        var clock = Stopwatch.StartNew();

        HtmlText.Read(html);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{unit} took {clock.Elapsed}");
    }
}
