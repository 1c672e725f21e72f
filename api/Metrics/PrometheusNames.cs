using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace OutlookAssist.Metrics;

/// <summary>Puts names and labels of instruments into the letters that Prometheus allows.</summary>
internal static class PrometheusNames
{
    private static readonly Dictionary<string, string> Units = new() { ["s"] = "seconds", ["ms"] = "milliseconds", ["By"] = "bytes", ["1"] = "", ["%"] = "percent" };

    /// <summary>Such as <c>outlookassist_draft_duration_seconds</c>: the name, its unit, and <c>_total</c> for what only grows.</summary>
    public static string Of(Instrument instrument, string type)
    {
        var name = Letters(instrument.Name);
        // Units in braces say what is counted, which the name says already.
        var unit = instrument.Unit is { Length: > 0 } written && !written.StartsWith('{') ? Units.GetValueOrDefault(written, Letters(written)) : "";
        name = unit.Length > 0 && !name.EndsWith("_" + unit, StringComparison.Ordinal) ? $"{name}_{unit}" : name;
        return type == "counter" && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    /// <summary>Labels as they stand between braces, in the order of their names.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        if (labels.IsEmpty)
        {
            return "";
        }

        var ordered = labels.ToArray();
        Array.Sort(ordered, (one, other) => string.CompareOrdinal(one.Key, other.Key));
        var text = new StringBuilder();
        foreach (var (name, value) in ordered)
        {
            text.Append(text.Length > 0 ? "," : "").Append(Letters(name)).Append("=\"").Append(Escaped(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        }

        return text.ToString();
    }

    /// <summary>A text in which no line ends early.</summary>
    public static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Letters(string name) =>
        string.Create(name.Length, name, (letters, source) =>
        {
            for (var index = 0; index < letters.Length; index++)
            {
                letters[index] = char.IsAsciiLetterOrDigit(source[index]) ? source[index] : '_';
            }
        });
}
