using System.Globalization;
using System.Net;
using System.Text;

namespace OutlookAssist.Drafting;

/// <summary>Builds the reply's HTML from plain text: paragraphs and line breaks, nothing that was in a mail or a document as markup.</summary>
internal static class ReplyHtml
{
    private static readonly HashSet<string> RightToLeft = ["ar", "he", "fa", "ur"];

    /// <summary>A wrapper with the direction of the language around one <c>p</c> for each paragraph.</summary>
    public static string Build(IEnumerable<string> paragraphs, string language)
    {
        var direction = RightToLeft.Contains(language.Split('-')[0]) ? "rtl" : "ltr";
        var html = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<div dir=\"{direction}\">");
        foreach (var paragraph in paragraphs)
        {
            html.Append("<p>").Append(WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>");
        }

        return html.Append("</div>").ToString();
    }
}
