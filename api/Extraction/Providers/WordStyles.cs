using System.Globalization;
using System.Xml;

namespace OutlookAssist.Extraction.Providers;

/// <summary>Knows which paragraph styles of a Word document are headings or lists, through the styles that they are based on.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);

    /// <summary>Reads the part that defines the styles.</summary>
    public void Load(XmlReader xml)
    {
        Style? style = null;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "style":
                    style = new Style();
                    if (Attribute(xml, "styleId") is { } id)
                        styles[id] = style;
                    break;
                case "name" when style is not null:
                    style.Level = FromName(Attribute(xml, "val") ?? "") ?? style.Level;
                    break;
                case "basedOn" when style is not null:
                    style.BasedOn = Attribute(xml, "val");
                    break;
                case "outlineLvl" when style is not null:
                    style.Level ??= OutlineLevel(Attribute(xml, "val"));
                    break;
                case "numPr" when style is not null:
                    style.IsList = true;
                    break;
            }
        }
    }

    /// <summary>The heading level of a style, or 0.</summary>
    public int HeadingLevel(string? id) => Chain(id).Select(style => style.Level).FirstOrDefault(level => level is not null) ?? 0;

    /// <summary>True when paragraphs of a style are items of a list.</summary>
    public bool IsList(string? id) => Chain(id).Any(style => style.IsList);

    /// <summary>An outline level as the file states it (0…8, 9 = body text) as a heading level, or null.</summary>
    public static int? OutlineLevel(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 9 ? Math.Min(level + 1, 6) : null;

    /// <summary>An attribute by its local name: strict and transitional documents differ in namespace only.</summary>
    public static string? Attribute(XmlReader xml, string name)
    {
        string? value = null;
        if (xml.MoveToFirstAttribute())
        {
            do
            {
                if (xml.LocalName == name)
                    value = xml.Value;
            }
            while (xml.MoveToNextAttribute());
            xml.MoveToElement();
        }

        return value;
    }

    private static int? FromName(string name)
    {
        var lower = name.ToLowerInvariant();
        if (lower == "title")
            return 1;
        if (lower == "subtitle")
            return 2;
        return lower.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(lower.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level > 0
            ? Math.Min(level, 6)
            : null;
    }

    private IEnumerable<Style> Chain(string? id)
    {
        // A style may be based on itself by way of others; twenty steps are more than any template has.
        for (var step = 0; step < 20 && id is not null && styles.TryGetValue(id, out var style); step++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private sealed class Style
    {
        public int? Level { get; set; }

        public bool IsList { get; set; }

        public string? BasedOn { get; set; }
    }
}
