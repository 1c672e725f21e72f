using System.Collections.Frozen;

namespace OutlookAssist.Classification;

/// <summary>Names, kinship and pronouns: words that say who a person is, and by which no mail may be judged.</summary>
internal static class PersonWords
{
    private static readonly Dictionary<string, FrozenSet<string>> Sections = Load();

    /// <summary>First names, beside those that masking knows.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = Section("names");

    /// <summary>Words for men and women and for relatives by their sex.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Kin = Section("kin");

    /// <summary>English pronouns of the third person.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pronouns = Section("pronouns");

    /// <summary>What stands before a word of kinship and goes with it.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Determiners = Section("determiners");

    /// <summary>What stands before a family name.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = Section("titles");

    /// <summary>What stands before a name at the beginning or the end of a mail.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Greetings = Section("greetings");

    /// <summary>What a person does or is at the beginning of a sentence, right behind the name.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Deeds = Section("deeds");

    /// <summary>A word behind one of these is a thing, whatever name it has.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Articles = Section("articles");

    /// <summary>Pronouns of other languages; they stay in the text, for "Sie" is also how one is addressed, but no model learns them.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Forms = Section("forms");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Section(string name) => Sections[name].GetAlternateLookup<ReadOnlySpan<char>>();

    private static Dictionary<string, FrozenSet<string>> Load()
    {
        using var stream = typeof(PersonWords).Assembly.GetManifestResourceStream("OutlookAssist.Classification.person-words.txt")
            ?? throw new InvalidOperationException("The build left out the words for persons.");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
                sections[section = line.Trim('[', ']')] = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            else if (!line.StartsWith('#'))
                sections[section].UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return sections.ToDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
    }
}
