using System.Text;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge.Providers;

public class JsonReaderTests
{
    [Fact]
    public async Task Objects_become_rows_under_the_names_that_hold_them() =>
        Assert.Equal(
            ["TableRow: shop: Lyon", "Heading1: plans", "TableRow: name: Basic; price: 5", "TableRow: name: Team; price: 19", "Paragraph: colours: red, blue"],
            (await Extraction.ReadAsync("a.json", """{"shop":"Lyon","plans":[{"name":"Basic","price":5},{"name":"Team","price":19}],"colours":["red","blue"]}""")).Lines());

    [Fact]
    public async Task One_object_per_line_is_read_line_by_line() =>
        Assert.Equal(["TableRow: q: Open?; a: Nine to five", "Paragraph: not json"], (await Extraction.ReadAsync("a.jsonl", "{\"q\":\"Open?\",\"a\":\"Nine to five\"}\nnot json\n")).Lines());

    [Fact]
    public async Task Endless_nesting_is_too_complex() =>
        Assert.Equal("too-complex", await Extraction.RefusalAsync("a.json", Encoding.ASCII.GetBytes(new string('[', 100_000))));
}
