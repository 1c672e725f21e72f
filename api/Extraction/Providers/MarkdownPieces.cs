namespace OutlookAssist.Extraction.Providers;

/// <summary>Cuts Markdown at empty lines into pieces that are parsed one by one: some input costs the parser the square of its length.</summary>
internal static class MarkdownPieces
{
    /// <summary>A piece that has no empty line for longer than this is no text that a person wrote.</summary>
    public const int Longest = 128 * 1024;

    private const int Target = 32 * 1024;

    /// <summary>The pieces in order. A fenced block is never cut, for what is in it is no Markdown.</summary>
    public static IEnumerable<string> Cut(string text)
    {
        var start = 0;
        var fence = "";
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            var line = text.AsSpan(at, end - at).Trim();
            if (fence.Length > 0)
            {
                if (line.StartsWith(fence))
                    fence = "";
            }
            else if (line.StartsWith("```"))
            {
                fence = "```";
            }
            else if (line.StartsWith("~~~"))
            {
                fence = "~~~";
            }
            else if (line.IsEmpty && end - start >= Target && !IsIndented(text, end))
            {
                yield return text[start..end];
                start = end;
            }

            at = end;
        }

        if (start < text.Length)
            yield return text[start..];
    }

    /// <summary>An indented line after an empty one belongs to the list item or to the code above.</summary>
    private static bool IsIndented(string text, int at) => at < text.Length && text[at] is ' ' or '\t';
}
