namespace OutlookAssist.Knowledge;

/// <summary>Cuts long text after sentences, or after words where a sentence has no end.</summary>
internal static class Sentences
{
    /// <summary>Pieces of at most <paramref name="target"/> characters; the first of at most <paramref name="first"/>. The white space at a cut is dropped.</summary>
    public static IEnumerable<string> Pieces(string text, int target, int first)
    {
        var start = 0;
        var room = first;
        while (text.Length - start > room)
        {
            var cut = LastEnd(text, start, room);
            yield return text[start..cut].TrimEnd();
            start = cut;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
            room = target;
        }

        if (start < text.Length)
            yield return text[start..];
    }

    private static int LastEnd(string text, int start, int room)
    {
        var lastSpace = -1;
        for (var index = start + room - 1; index > start + room / 3; index--)
        {
            if (IsEnd(text, index))
                return index + 1;
            if (lastSpace < 0 && char.IsWhiteSpace(text[index]))
                lastSpace = index;
        }

        if (lastSpace > 0)
            return lastSpace;
        var cut = start + room;
        return char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
    }

    private static bool IsEnd(string text, int index)
    {
        var character = text[index];
        if (character is '\n' or '。' or '！' or '？')
            return true;
        if (index + 1 >= text.Length || !char.IsWhiteSpace(text[index + 1]))
            return false;
        if (character is '"' or '”' or ')' or '’')
            return index > 0 && text[index - 1] is '.' or '!' or '?';
        if (character is '!' or '?' or '؟' or '।')
            return true;
        // "Mr. Smith" and "No. 5" go on: an end stands after a longer word and before a capital, a figure or a quotation.
        return character == '.' && index > 2 && !char.IsUpper(text[index - 1]) && char.IsLetterOrDigit(text[index - 1]) && char.IsLetterOrDigit(text[index - 2])
            && char.IsLetterOrDigit(text[index - 3]) && index + 2 < text.Length && !char.IsLower(text[index + 2]);
    }
}
