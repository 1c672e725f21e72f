using System.Globalization;
using System.Xml;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Writes a cell's number as its sheet shows it, as far as words depend on it: dates, percentages, currencies.</summary>
internal sealed class CellFormats
{
    private static readonly string[] Currencies = ["€", "$", "£", "¥", "CHF", "EUR", "USD", "GBP"];
    private readonly Dictionary<int, string> codes = [];
    private readonly List<int> cellFormats = [];

    /// <summary>True when the workbook counts its days from 1904.</summary>
    public bool From1904 { get; set; }

    /// <summary>Reads the part that defines the styles.</summary>
    public void Load(XmlReader xml)
    {
        var inCellFormats = false;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "cellXfs" })
                inCellFormats = false;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt")
                codes[Number(xml.GetAttribute("numFmtId"))] = xml.GetAttribute("formatCode") ?? "";
            else if (xml.LocalName == "cellXfs")
                inCellFormats = !xml.IsEmptyElement;
            else if (xml.LocalName == "xf" && inCellFormats)
                cellFormats.Add(Number(xml.GetAttribute("numFmtId")));
        }
    }

    /// <summary>The value in words.</summary>
    /// <param name="value">The number as the file has it.</param>
    /// <param name="style">Index of the cell's format.</param>
    public string Write(string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        var index = Number(style);
        var format = index >= 0 && index < cellFormats.Count ? cellFormats[index] : 0;
        var code = codes.GetValueOrDefault(format, "");
        if (IsDate(format, code))
            return WriteDate(number, code) ?? value;
        if (format is 9 or 10 || code.Contains('%', StringComparison.Ordinal))
            return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(number * 100, 4):0.####}%");
        var plain = Math.Abs(number) is >= 1e15 or (> 0 and < 1e-6) ? number.ToString("R", CultureInfo.InvariantCulture) : Math.Round(number, 6).ToString("0.######", CultureInfo.InvariantCulture);
        var currency = Currencies.FirstOrDefault(sign => code.Contains(sign, StringComparison.Ordinal));
        if (currency is null)
            return plain;
        var amount = Math.Round(number, 2).ToString("0.00", CultureInfo.InvariantCulture);
        return code.IndexOf(currency, StringComparison.Ordinal) < code.IndexOfAny(['0', '#']) ? $"{currency}{amount}" : $"{amount} {currency}";
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static bool IsDate(int format, string code)
    {
        if (format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58))
            return true;
        // Letters in quotes and in brackets are words and colours, not parts of a date.
        var inQuotes = false;
        var depth = 0;
        for (var index = 0; index < code.Length; index++)
        {
            var character = code[index];
            if (character == '\\')
                index++;
            else if (character == '"')
                inQuotes = !inQuotes;
            else if (character == '[')
                depth++;
            else if (character == ']')
                depth--;
            else if (!inQuotes && depth == 0 && character is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' && !code.StartsWith("General", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private string? WriteDate(double days, string code)
    {
        if (days is < 0 or > 2_958_465)
            return null;
        var hasDay = code.Length == 0 || code.Contains('y', StringComparison.OrdinalIgnoreCase) || code.Contains('d', StringComparison.OrdinalIgnoreCase);
        if (days < 1 || !hasDay)
            return TimeSpan.FromDays(days - Math.Floor(days)).ToString(@"hh\:mm", CultureInfo.InvariantCulture);
        var date = new DateTime(1899, 12, 30).AddDays(days + (From1904 ? 1462 : 0));
        var hasTime = Math.Abs(days - Math.Floor(days)) > 1e-6 && !(code.Length > 0 && !code.Contains('h', StringComparison.OrdinalIgnoreCase));
        return date.ToString(hasTime ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
