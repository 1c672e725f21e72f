using System.Globalization;

namespace OutlookAssist.Classification.Models;

/// <summary>Weighted words and phrases of one language, read from an embedded table and found in a text in one walk over its words.</summary>
internal sealed class TermTable
{
    private const int ShortestPrefix = 2;
    private const int LongestPrefix = 16;

    private readonly Dictionary<string, List<Term>> byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Term>> byPrefix = new(StringComparer.Ordinal);

    /// <summary>One entry: <c>Rest</c> is what follows its first word, folded, empty for single words.</summary>
    internal readonly record struct Term(int Label, float Weight, string Rest, bool IsPrefix, int Words);

    /// <summary>The labels in the order of their first appearance.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>Reads every language of a table such as <c>categories.txt</c>.</summary>
    public static Dictionary<string, TermTable> LoadAll(string name)
    {
        using var stream = typeof(TermTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The build left out the table {name}.");
        using var reader = new StreamReader(stream);
        var tables = new Dictionary<string, TermTable>(StringComparer.Ordinal);
        var labels = new List<string>();
        TermTable? table = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
                tables.Add(line.Trim('[', ']'), table = new TermTable());
            else
                table!.AddLine(line, labels);
        }

        foreach (var loaded in tables.Values)
            loaded.Labels.AddRange(labels);
        return tables;
    }

    /// <summary>Calls back for the longest term at every word of a folded text.</summary>
    public void Find(string folded, Action<int, Term> found)
    {
        var words = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var prefixes = byPrefix.GetAlternateLookup<ReadOnlySpan<char>>();
        var start = 1;
        for (var index = 0; start < folded.Length; index++)
        {
            var end = folded.IndexOf(' ', start);
            if (end < 0)
                break;
            var word = folded.AsSpan(start, end - start);
            Term? best = null;
            if (words.TryGetValue(word, out var exact))
                best = Longest(exact, folded, end, best);
            for (var length = Math.Min(word.Length, LongestPrefix); length >= ShortestPrefix && best is null; length--)
            {
                if (prefixes.TryGetValue(word[..length], out var prefixed))
                    best = Longest(prefixed, folded, end, best);
            }

            if (best is { } term)
                found(index, term);
            start = end + 1;
        }
    }

    private static Term? Longest(List<Term> terms, string folded, int at, Term? best)
    {
        foreach (var term in terms)
        {
            if (best is { } known && known.Words >= term.Words)
                continue;
            if (term.Rest.Length == 0 || folded.AsSpan(at).StartsWith(term.Rest, StringComparison.Ordinal))
                best = term;
        }

        return best;
    }

    /// <summary>"label weight: term, term" or "weight: term, term".</summary>
    private void AddLine(string line, List<string> labels)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = line[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var label = 0;
        if (head.Length == 2)
        {
            label = labels.IndexOf(head[0]);
            if (label < 0)
            {
                label = labels.Count;
                labels.Add(head[0]);
            }
        }

        var weight = float.Parse(head[^1], CultureInfo.InvariantCulture);
        foreach (var text in line[(colon + 1)..].Split(','))
        {
            var isPrefix = text.TrimEnd().EndsWith('*');
            var folded = PhraseSet.Fold(text.Replace("*", "", StringComparison.Ordinal));
            var space = folded.IndexOf(' ', 1);
            if (space < 0)
                continue;
            var first = folded[1..space];
            var rest = space == folded.Length - 1 ? string.Empty : isPrefix ? folded[space..^1] : folded[space..];
            var term = new Term(label, weight, rest, isPrefix, folded.AsSpan().Count(' ') - 1);
            var map = isPrefix && rest.Length == 0 ? byPrefix : byFirstWord;
            if (!map.TryGetValue(first, out var terms))
                map[first] = terms = [];
            terms.Add(term);
        }
    }
}
