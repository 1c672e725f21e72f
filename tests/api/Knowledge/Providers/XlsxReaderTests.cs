using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge.Providers;

public class XlsxReaderTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static byte[] Workbook(string sheets, params string[] contents) => SmallZip.Of(
    [
        ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"m\" Type=\"{Types}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Types}\"><sheets>{sheets}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"st\" Type=\"{Types}/styles\" Target=\"styles.xml\"/><Relationship Id=\"ss\" Type=\"{Types}/sharedStrings\" Target=\"sharedStrings.xml\"/>{string.Concat(contents.Select((_, index) => $"<Relationship Id=\"s{index}\" Type=\"{Types}/worksheet\" Target=\"sheet{index}.xml\"/>"))}</Relationships>"),
        ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"#,##0.00 &quot;€&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"),
        ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\"><si><t>Plan</t></si><si><t>Price</t></si><si><r><t>Ba</t></r><r><t>sic</t></r></si></sst>"),
        .. contents.Select((content, index) => ($"xl/sheet{index}.xml", $"<worksheet xmlns=\"{Main}\">{content}</worksheet>")),
    ]);

    private static string Cell(string place, string value, string attributes = "") => $"<c r=\"{place}\" {attributes}><v>{value}</v></c>";

    [Fact]
    public async Task Rows_are_said_behind_their_headers_on_the_page_of_their_sheet()
    {
        var rows = $"<sheetData><row r=\"1\">{Cell("A1", "0", "t=\"s\"")}{Cell("B1", "1", "t=\"s\"")}</row><row r=\"2\">{Cell("A2", "2", "t=\"s\"")}{Cell("B2", "5", "s=\"3\"")}</row></sheetData>";
        var document = await Extraction.ReadAsync("a.xlsx", Workbook("<sheet name=\"Prices\" r:id=\"s0\"/>", rows));
        Assert.Equal(["Heading1: Prices", "TableRow: Plan: Basic; Price: 5.00 €"], document.Lines());
        Assert.Equal(1, Assert.Single(document.Pages).Number);
    }

    [Fact]
    public async Task Numbers_are_written_as_the_sheet_shows_them()
    {
        var rows = $"<sheetData><row r=\"1\">{Cell("A1", "45000", "s=\"1\"")}{Cell("B1", "0.125", "s=\"2\"")}{Cell("C1", "0.30000000000000004")}</row></sheetData>";
        Assert.Contains("TableRow: 2023-03-15 | 12.5% | 0.3", (await Extraction.ReadAsync("a.xlsx", Workbook("<sheet name=\"N\" r:id=\"s0\"/>", rows))).Lines());
    }

    [Fact]
    public async Task Hidden_sheets_rows_and_columns_are_left_out_and_reported()
    {
        var rows = $"<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\">{Cell("A1", "7")}{Cell("B1", "8")}</row><row r=\"2\" hidden=\"1\">{Cell("A2", "9")}</row></sheetData>";
        var document = await Extraction.ReadAsync("a.xlsx", Workbook("<sheet name=\"Open\" r:id=\"s0\"/><sheet name=\"Closed\" state=\"veryHidden\" r:id=\"s1\"/>", rows, $"<sheetData><row>{Cell("A1", "10")}</row></sheetData>"));
        Assert.Equal(["Heading1: Open", "Paragraph: 7"], document.Lines());
        Assert.True(document.HiddenText);
    }

    [Fact]
    public async Task An_empty_row_begins_a_new_table()
    {
        var rows = $"<sheetData><row r=\"1\">{Cell("A1", "1")}{Cell("B1", "2")}</row><row r=\"3\">{Cell("A3", "0", "t=\"s\"")}{Cell("B3", "1", "t=\"s\"")}</row><row r=\"4\">{Cell("A4", "2", "t=\"s\"")}{Cell("B4", "6")}</row></sheetData>";
        Assert.Equal(["Heading1: T", "TableRow: 1 | 2", "TableRow: Plan: Basic; Price: 6"], (await Extraction.ReadAsync("a.xlsx", Workbook("<sheet name=\"T\" r:id=\"s0\"/>", rows))).Lines());
    }
}
