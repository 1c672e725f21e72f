namespace OutlookAssist.Language.Stemmers;

/// <summary>One lower-cased word being shortened in place: every suffix rule of every stemmer is said in these few verbs.</summary>
internal ref struct WordBuffer(Span<char> letters, int length)
{
    private readonly Span<char> _letters = letters;

    /// <summary>How many letters are left.</summary>
    public int Length { get; private set; } = length;

    public readonly char this[int index] => _letters[index];

    public readonly ReadOnlySpan<char> Text => _letters[..Length];

    public readonly void Set(int index, char letter) => _letters[index] = letter;

    public readonly bool EndsWith(ReadOnlySpan<char> suffix) => Text.EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>Whether the word without its last <paramref name="cut"/> letters ends so.</summary>
    public readonly bool EndsWith(ReadOnlySpan<char> suffix, int cut) =>
        Length >= cut && Text[..(Length - cut)].EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>The letter before the last <paramref name="cut"/> letters, or NUL at the front of the word.</summary>
    public readonly char Before(int cut) => Length > cut ? _letters[Length - cut - 1] : '\0';

    /// <summary>True when a suffix of this length begins at or behind <paramref name="region"/>.</summary>
    public readonly bool Reaches(int region, int suffixLength) => Length - suffixLength >= region;

    /// <summary>The longest suffix of the list (sorted longest first) that lies wholly behind <paramref name="from"/>, or null.</summary>
    public readonly string? Longest(string[] suffixes, int from = 0)
    {
        foreach (var suffix in suffixes)
        {
            if (Length - suffix.Length >= from && EndsWith(suffix))
                return suffix;
        }

        return null;
    }

    public void Drop(int count) => Length -= count;

    /// <summary>Puts <paramref name="ending"/> in the place of the last <paramref name="cut"/> letters.</summary>
    public void Replace(int cut, scoped ReadOnlySpan<char> ending)
    {
        ending.CopyTo(_letters[(Length - cut)..]);
        Length += ending.Length - cut;
    }

    /// <summary>Drops the suffix when it is there and inside the region.</summary>
    public bool DropIf(scoped ReadOnlySpan<char> suffix, int region)
    {
        if (!EndsWith(suffix) || !Reaches(region, suffix.Length))
            return false;
        Drop(suffix.Length);
        return true;
    }

    /// <summary>Where the region behind the first non-vowel that follows a vowel begins, looking from <paramref name="start"/>.</summary>
    public readonly int Region(int start, string vowels)
    {
        var index = start;
        while (index < Length && !vowels.Contains(_letters[index]))
            index++;
        while (index < Length && vowels.Contains(_letters[index]))
            index++;
        return Math.Min(index + 1, Length);
    }

    /// <summary>The region that Romance verbs inflect in: after the third letter, the next vowel or the next consonant, as the word begins.</summary>
    public readonly int RomanceRegion(string vowels)
    {
        if (Length < 3)
            return Length;
        var first = vowels.Contains(_letters[0]);
        if (!vowels.Contains(_letters[1]))
            return Next(2, vowels, vowel: true);
        return first ? Next(2, vowels, vowel: false) : 3;
    }

    private readonly int Next(int index, string vowels, bool vowel)
    {
        while (index < Length && vowels.Contains(_letters[index]) != vowel)
            index++;
        return Math.Min(index + 1, Length);
    }

    /// <summary>Sorts a space-separated list longest first, as <see cref="Longest"/> wants it.</summary>
    public static string[] Suffixes(string list) =>
        [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries).OrderByDescending(suffix => suffix.Length).ThenBy(suffix => suffix, StringComparer.Ordinal)];
}
