namespace OutlookAssist.Language;

/// <summary>Remembers the stems of the words met most, so that reading a library of documents stems and allocates each of them once.</summary>
/// <remarks>
/// One slot per hash, last word in wins: bounded, without locks, and a text made to collide only makes it slower.
/// An entry is immutable and replaced as a whole, so that readers see either the old one or the new.
/// </remarks>
internal sealed class StemCache
{
    private const int Slots = 1 << 15;

    // Only a language that is met costs its slots.
    private readonly Lazy<Entry?[]> _slots = new(() => new Entry?[Slots]);

    /// <summary>The stem of a word as it stands in the text, and whether it is a stop word.</summary>
    public Entry Get(ReadOnlySpan<char> word, string language, Script script)
    {
        ref var slot = ref _slots.Value[Hash(word) & (Slots - 1)];
        var known = slot;
        if (known is not null && word.SequenceEqual(known.Word))
            return known;
        var entry = WordForm.Of(word, language, script);
        slot = entry;
        return entry;
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word)
            hash = (hash ^ letter) * 16777619u;
        return hash ^ hash >> 15;
    }

    /// <summary>One word and what it is searched as.</summary>
    public sealed record Entry(string Word, string Stem, bool IsStopWord);
}
