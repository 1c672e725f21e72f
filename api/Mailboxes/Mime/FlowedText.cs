using System.Text;

namespace OutlookAssist.Mailboxes.Mime;

/// <summary>Joins the lines of format=flowed text (RFC 3676), in which a blank before a line break means that the paragraph goes on.</summary>
internal static class FlowedText
{
    /// <summary>The text with whole paragraphs.</summary>
    /// <param name="text">The text as sent.</param>
    /// <param name="dropsSpace">True when the blank before the break is not part of the text (DelSp=yes).</param>
    public static string Unwrap(string text, bool dropsSpace)
    {
        var joined = new StringBuilder(text.Length);
        var openDepth = -1;
        foreach (var lineWithReturn in text.AsSpan().EnumerateLines())
        {
            var line = lineWithReturn;
            var depth = 0;
            while (depth < line.Length && line[depth] == '>')
                depth++;
            var content = line[depth..];
            if (content.StartsWith(" "))
                content = content[1..];
            var isSignature = content.SequenceEqual("-- ");
            if (openDepth == depth && !isSignature)
            {
                joined.Append(content);
            }
            else
            {
                if (joined.Length > 0 || openDepth >= 0)
                    joined.Append('\n');
                joined.Append(depth > 0 ? line : content);
            }

            var flows = content.EndsWith(" ") && !isSignature;
            if (flows && dropsSpace)
                joined.Length--;
            openDepth = flows ? depth : -2;
        }

        return joined.ToString();
    }
}
