using System.Collections.Frozen;

namespace OutlookAssist.Privacy.Names;

/// <summary>What is known of a word as a name; the lists and where they come from are described in PROVENANCE.md.</summary>
internal static class NameLists
{
    private static readonly FrozenDictionary<string, NameKinds>.AlternateLookup<ReadOnlySpan<char>> Words = Load();

    /// <summary>The kinds of a word, whatever its accents and case.</summary>
    public static NameKinds KindsOf(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[FoldedName.Longest];
        var length = FoldedName.Write(word, folded);
        if (length == 0)
            return NameKinds.None;
        var form = folded[..length];
        if (Words.TryGetValue(form, out var kinds))
            return (kinds & (NameKinds.Given | NameKinds.Family)) == 0 || !kinds.HasFlag(NameKinds.Weak) ? kinds : kinds & ~NameKinds.Everyday | NameKinds.Word;
        // "I'm", "you'll", "c'est": the words of sentences run together.
        var apostrophe = form.IndexOf('\'');
        if (apostrophe > 0 && Words.TryGetValue(form[..apostrophe], out kinds) && kinds.HasFlag(NameKinds.Everyday))
            return NameKinds.Everyday;
        // Of a double name the first half decides: Anne-Sophie, Müller-Lüdenscheidt.
        var hyphen = form.IndexOf('-');
        if (hyphen > 1 && Words.TryGetValue(form[..hyphen], out kinds) && (kinds & (NameKinds.Everyday | NameKinds.Weak)) == 0)
            return kinds;
        return NameEndings.AreFamily(form) ? NameKinds.FamilyEnding : NameKinds.None;
    }

    private static FrozenDictionary<string, NameKinds>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        var words = new Dictionary<string, NameKinds>(16_000, StringComparer.Ordinal);
        foreach (var (file, kind) in (ReadOnlySpan<(string, NameKinds)>)[("given-names", NameKinds.Given), ("family-names", NameKinds.Family), ("weak-names", NameKinds.Weak), ("everyday-words", NameKinds.Everyday)])
        {
            foreach (var word in Read(file))
                words[word] = words.GetValueOrDefault(word) | kind;
        }

        Span<char> folded = stackalloc char[FoldedName.Longest];
        foreach (var title in NameCues.Titles.Split(' '))
        {
            var form = folded[..FoldedName.Write(title, folded)].ToString();
            words[form] = words.GetValueOrDefault(form) | NameKinds.Title;
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static IEnumerable<string> Read(string file)
    {
        using var stream = typeof(NameLists).Assembly.GetManifestResourceStream($"OutlookAssist.Privacy.Names.{file}.txt")
            ?? throw new InvalidOperationException($"The build left out {file}.txt.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return word;
        }
    }
}

/// <summary>What a word can be in a name.</summary>
[Flags]
internal enum NameKinds : byte
{
    /// <summary>Nothing is known of it.</summary>
    None = 0,

    /// <summary>A given name.</summary>
    Given = 1,

    /// <summary>A family name.</summary>
    Family = 2,

    /// <summary>Ends as family names of some language do.</summary>
    FamilyEnding = 4,

    /// <summary>Is a word or a place as well, so that it takes company to be a name.</summary>
    Weak = 8,

    /// <summary>No name, and not part of one.</summary>
    Everyday = 16,

    /// <summary>Stands before a name: Mr, Frau, Dr.</summary>
    Title = 64,

    /// <summary>A name that is above all a word of sentences, such as Will.</summary>
    Word = 32,
}
