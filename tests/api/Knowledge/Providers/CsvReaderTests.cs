using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge.Providers;

public class CsvReaderTests
{
    [Theory]
    [InlineData("Plan,Price\nBasic,5\nTeam,\"1,900\"\n", "1,900")]
    [InlineData("Plan;Price\r\nBasic;5\r\nTeam;1.900,5\r\n", "1.900,5")]
    [InlineData("sep=|\nPlan|Price\nBasic|5\nTeam|7\n", "7")]
    [InlineData("Plan\tPrice\nBasic\t5\nTeam\t\"a \"\"b\"\"\"\n", "a \"b\"")]
    public async Task Every_row_is_said_behind_its_headers_whatever_separates_the_values(string text, string last) =>
        Assert.Equal(["TableRow: Plan: Basic; Price: 5", $"TableRow: Plan: Team; Price: {last}"], (await Extraction.ReadAsync("a.csv", text)).Lines().Where(line => !line.Contains("sep=", StringComparison.Ordinal)));

    [Fact]
    public async Task A_line_of_one_cell_above_the_headers_is_a_caption() =>
        Assert.Equal(["Paragraph: Price list", "TableRow: Plan: Basic; Price: 5"], (await Extraction.ReadAsync("a.csv", "Price list,\nPlan,Price\nBasic,5\n")).Lines());
}
