using System.Numerics;

namespace OutlookAssist.Knowledge;

/// <summary>The stems of a collection's documents, so that a misspelled, joined or divided word of a question finds the one that was meant.</summary>
internal sealed class Vocabulary
{
    private const int ShortestForOneSlip = 4;
    private const int ShortestForTwoSlips = 8;
    private const int ShortestPart = 4;
    private const int MostFound = 3;
    private static readonly string[] Links = ["", "s", "es", "n", "en", "er", "e"];

    private readonly string[] _stems;
    private readonly ulong[] _letters;
    private readonly HashSet<string> _known;

    /// <summary>Takes the stems, each once.</summary>
    public Vocabulary(IEnumerable<string> stems)
    {
        _stems = [.. stems];
        Array.Sort(_stems, (left, right) => left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right));
        _letters = Array.ConvertAll(_stems, LettersOf);
        _known = new HashSet<string>(_stems, StringComparer.Ordinal);
    }

    /// <summary>No stems at all.</summary>
    public static Vocabulary Empty { get; } = new([]);

    /// <summary>Whether any document has the stem.</summary>
    public bool Contains(string stem) => _known.Contains(stem);

    /// <summary>The stems that a slip of the finger turns into this one: one slip from four letters, two from eight; none for numbers.</summary>
    public IReadOnlyList<string> Near(string stem)
    {
        if (stem.Length < ShortestForOneSlip || stem.Any(character => !char.IsLetter(character)))
        {
            return [];
        }

        var most = stem.Length >= ShortestForTwoSlips ? 2 : 1;
        var letters = LettersOf(stem);
        var found = new List<(int Slips, string Stem)>();
        for (var index = FirstOfLength(stem.Length - most); index < _stems.Length && _stems[index].Length <= stem.Length + most; index++)
        {
            // A slip changes at most two of the letters that occur.
            if (BitOperations.PopCount(letters ^ _letters[index]) <= 2 * most && SpellingDistance.Between(stem, _stems[index], most) is { } slips)
            {
                found.Add((slips, _stems[index]));
            }
        }

        var fewest = found.Count == 0 ? 0 : found.Min(near => near.Slips);
        return [.. found.Where(near => near.Slips == fewest).Take(MostFound).Select(near => near.Stem)];
    }

    /// <summary>The two known stems that this one is made of, or none.</summary>
    public IReadOnlyList<string> Parts(string stem)
    {
        for (var end = stem.Length - ShortestPart; end >= ShortestPart; end--)
        {
            var head = stem[..end];
            if (_known.Contains(stem[end..]) && Links.FirstOrDefault(link => head.EndsWith(link, StringComparison.Ordinal) && head.Length - link.Length >= ShortestPart && _known.Contains(head[..^link.Length])) is { } joint)
            {
                return [head[..^joint.Length], stem[end..]];
            }
        }

        return [];
    }

    private static ulong LettersOf(string stem) => stem.Aggregate(0UL, (letters, character) => letters | (1UL << (character & 63)));

    private int FirstOfLength(int length)
    {
        var low = 0;
        var high = _stems.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _stems[middle].Length < length ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
