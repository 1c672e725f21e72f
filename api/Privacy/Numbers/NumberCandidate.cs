namespace OutlookAssist.Privacy.Numbers;

/// <summary>Letters and digits from one place of a text on, with single separators left out, so that every kind of number can be tried without copying the text.</summary>
internal ref struct NumberCandidate
{
    private const int Longest = 40;

    private readonly ReadOnlySpan<char> text;
    private readonly Span<char> characters;
    private readonly Span<int> ends;
    private ulong groupEnds;

    private NumberCandidate(ReadOnlySpan<char> text, int start, Span<char> characters, Span<int> ends)
    {
        this.text = text;
        this.characters = characters;
        this.ends = ends;
        Start = start;
    }

    /// <summary>Where it begins in the text.</summary>
    public int Start { get; }

    /// <summary>How many letters and digits there are.</summary>
    public int Length { get; private set; }

    /// <summary>The letters, in upper case, and digits.</summary>
    public readonly ReadOnlySpan<char> Characters => characters[..Length];

    /// <summary>How many of them are digits before the first letter.</summary>
    public int LeadingDigits { get; private set; }

    /// <summary>Room for one candidate; give it back to <see cref="Read"/>.</summary>
    public static int BufferLength => Longest;

    /// <summary>Reads from a place where a word begins; groups may be set apart by one blank, hyphen, point, slash or colon.</summary>
    public static NumberCandidate Read(ReadOnlySpan<char> text, int start, Span<char> characters, Span<int> ends)
    {
        var candidate = new NumberCandidate(text, start, characters, ends);
        var at = start;
        var hasLetter = false;
        while (at < text.Length && candidate.Length < Longest)
        {
            var character = text[at];
            if (char.IsAsciiLetterOrDigit(character))
            {
                hasLetter |= !char.IsAsciiDigit(character);
                characters[candidate.Length] = char.ToUpperInvariant(character);
                ends[candidate.Length++] = ++at;
                candidate.LeadingDigits = hasLetter ? candidate.LeadingDigits : candidate.Length;
                continue;
            }

            if (char.IsLetterOrDigit(character) || character == '_')
            {
                // A letter outside ASCII belongs to the word, so no group ends before it.
                return candidate;
            }

            candidate.groupEnds |= 1UL << (candidate.Length - 1);
            if (character is not (' ' or '-' or '.' or '/' or ':' or '\u00A0') || at + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[at + 1]))
                return candidate;
            at++;
        }

        if (at >= text.Length && candidate.Length > 0)
            candidate.groupEnds |= 1UL << (candidate.Length - 1);
        return candidate;
    }

    /// <summary>True when the first <paramref name="count"/> characters are a whole: what follows is no letter or digit.</summary>
    public readonly bool EndsAt(int count) => count >= 1 && count <= Length && (groupEnds & (1UL << (count - 1))) != 0;

    /// <summary>Where the first <paramref name="count"/> characters end in the text.</summary>
    public readonly int EndOf(int count) => ends[count - 1];

    /// <summary>True when the first characters are grouped exactly so; one number means no separators.</summary>
    public readonly bool IsGrouped(params ReadOnlySpan<int> sizes)
    {
        var total = 0;
        foreach (var size in sizes)
            total += size;
        if (!EndsAt(total))
            return false;
        ulong expected = 0;
        var position = 0;
        foreach (var size in sizes)
            expected |= 1UL << ((position += size) - 1);
        var mask = total == 64 ? ulong.MaxValue : (1UL << total) - 1;
        return (groupEnds & mask) == expected;
    }

    /// <summary>True when the first characters stand together or are grouped in fours, the last group shorter.</summary>
    public readonly bool IsWholeOrInFours(int count)
    {
        if (!EndsAt(count))
            return false;
        var inside = groupEnds & ((1UL << (count - 1)) - 1);
        if (inside == 0)
            return true;
        ulong fours = 0;
        for (var position = 4; position < count; position += 4)
            fours |= 1UL << (position - 1);
        return inside == fours;
    }

    /// <summary>True when the letters among the first characters are all capitals or all small in the text.</summary>
    public readonly bool HasOneCase(int count)
    {
        bool hasUpper = false, hasLower = false;
        foreach (var character in text[Start..EndOf(count)])
        {
            hasUpper |= char.IsAsciiLetterUpper(character);
            hasLower |= char.IsAsciiLetterLower(character);
        }

        return !(hasUpper && hasLower);
    }

    /// <summary>True when no small letter stands among the first characters.</summary>
    public readonly bool IsInCapitals(int count) => text[Start..EndOf(count)].IndexOfAnyInRange('a', 'z') < 0;

    /// <summary>True when a character in front of it makes it part of something longer, such as a decimal or another number's group.</summary>
    public readonly bool ContinuesNumber =>
        Start >= 2 && text[Start - 1] is '.' or ',' or '-' or '/' or ':' && char.IsAsciiDigit(text[Start - 2]);

    /// <summary>The separator behind the first group, or a null character.</summary>
    public readonly char SeparatorAfter(int count) => count <= Length && EndOf(count) < text.Length ? text[EndOf(count)] : '\0';

    /// <summary>True when one of the words stands within the last few words before it.</summary>
    public readonly bool FollowsAny(System.Buffers.SearchValues<string> words) => text[Math.Max(0, Start - 50)..Start].ContainsAny(words);
}
