namespace OutlookAssist.Http;

/// <summary>Writes a text into a CSV file so that no spreadsheet takes it for a formula.</summary>
internal static class CsvCell
{
    /// <summary>In quotes; what would begin a formula begins with an apostrophe instead.</summary>
    public static string Of(string text)
    {
        var harmless = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
