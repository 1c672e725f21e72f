using System.Text;
using System.Xml;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Reads the words of charts, diagrams and text boxes that lie in parts of their own and have no layout worth keeping.</summary>
internal static class LooseText
{
    /// <summary>Adds one paragraph per paragraph, comment or series.</summary>
    public static void Add(XmlReader xml, DocumentBuilder document)
    {
        var paragraph = new StringBuilder();
        var inText = false;
        while (xml.Read())
        {
            document.Budget.CheckDepth(xml.Depth);
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName is "t" or "v" && !xml.IsEmptyElement:
                    inText = true;
                    break;
                case XmlNodeType.EndElement when xml.LocalName is "t" or "v":
                    // Values of a chart stand apart; the pieces of one paragraph do not.
                    if (xml.LocalName == "v")
                        paragraph.Append(' ');
                    inText = false;
                    break;
                case XmlNodeType.EndElement when xml.LocalName is "p" or "comment" or "ser":
                    Flush(paragraph, document);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when inText:
                    paragraph.Append(xml.Value);
                    break;
            }
        }

        Flush(paragraph, document);
    }

    private static void Flush(StringBuilder paragraph, DocumentBuilder document)
    {
        if (paragraph.Length > 0)
            document.Paragraph(paragraph.ToString());
        paragraph.Clear();
    }
}
