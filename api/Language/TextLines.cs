namespace OutlookAssist.Language;

/// <summary>What the lines of a plain text tell about its structure: which line break ends a thought and which only wraps it.</summary>
internal static class TextLines
{
    private const int LongestHeading = 80;

    private const int MostHeadingWords = 10;

    // "Hello Ana," and "Kind regards," stand on a line of their own.
    private const int MostGreetingWords = 4;

    private const string Bullets = "•‣▪▫◦●○■□–—-*·►▶➤✓✔";

    /// <summary>Whether the line feed at <paramref name="feed"/> ends the sentence that began at <paramref name="start"/>.</summary>
    public static bool EndsAt(string text, int start, int feed)
    {
        var line = LineBefore(text, feed);
        var next = feed + 1;
        if (next >= text.Length)
            return true;
        var nextEnd = text.IndexOf('\n', next);
        var nextLine = text.AsSpan(next, (nextEnd < 0 ? text.Length : nextEnd) - next).Trim();
        if (nextLine.IsEmpty || line.IsEmpty)
            return true;
        return StartsItem(nextLine)
            || IsGreeting(line, LineStart(text, feed), start)
            || IsHeading(line) && char.IsUpper(nextLine[0])
            || IsHeading(nextLine) && !EndsOpen(line);
    }

    /// <summary>Skips the bullet that a list item begins with; numbers stay, for they may be meant.</summary>
    public static int AfterBullet(string text, int start, int end)
    {
        var index = start;
        while (index < end && char.IsWhiteSpace(text[index]))
            index++;
        return index + 1 < end && Bullets.Contains(text[index]) && char.IsWhiteSpace(text[index + 1]) ? index + 1 : start;
    }

    private static ReadOnlySpan<char> LineBefore(string text, int feed)
    {
        var first = LineStart(text, feed);
        return text.AsSpan(first, feed - first).Trim();
    }

    private static int LineStart(string text, int feed) => feed == 0 ? 0 : text.LastIndexOf('\n', feed - 1) + 1;

    /// <summary>A bullet, or a number or letter with a stop or bracket behind it.</summary>
    private static bool StartsItem(ReadOnlySpan<char> line)
    {
        if (line.Length < 2)
            return false;
        if (Bullets.Contains(line[0]))
            return char.IsWhiteSpace(line[1]);
        var index = line[0] == '(' ? 1 : 0;
        var first = index;
        while (index < line.Length && index - first < 3 && char.IsAsciiDigit(line[index]))
            index++;
        if (index == first && char.IsAsciiLetter(line[index]))
            index++;
        if (index == first || index + 1 >= line.Length || !char.IsWhiteSpace(line[index + 1]))
            return false;
        return line[index] == ')' || line[index] == '.' && char.IsAsciiDigit(line[first]);
    }

    private static bool IsGreeting(ReadOnlySpan<char> line, int lineStart, int sentenceStart) =>
        line[^1] is ',' or '，' && lineStart <= sentenceStart + 1 && line.Count(' ') < MostGreetingWords;

    /// <summary>A short line without an end mark whose longer words all begin with a capital, or one marked as a heading.</summary>
    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestHeading)
            return false;
        if (line[0] == '#' && line.TrimStart('#') is [' ', ..])
            return true;
        if (line[^1] is '.' or '!' or '?' or ',' or ';' or '…' or '-' or '"' or ')' || !(char.IsUpper(line[0]) || char.IsAsciiDigit(line[0])))
            return false;
        var words = 0;
        var lastIsLong = false;
        foreach (var range in line.Split(' '))
        {
            var word = line[range];
            if (word.IsEmpty)
                continue;
            words++;
            lastIsLong = word.Length > 3 || char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]);
            if (word.Length > 3 && char.IsLower(word[0]))
                return false;
        }

        return words <= MostHeadingWords && lastIsLong;
    }

    // "…the price of" goes on whatever the next line looks like.
    private static bool EndsOpen(ReadOnlySpan<char> line)
    {
        if (line[^1] is ',' or '-' or '(' or '/' or '&')
            return true;
        var word = line[(line.LastIndexOf(' ') + 1)..];
        return word.Length <= 3 && char.IsLower(word[0]);
    }
}
