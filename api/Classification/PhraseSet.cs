using System.Buffers;
using System.Collections;
using System.Runtime.CompilerServices;

namespace OutlookAssist.Classification;

/// <summary>A list of wordings that is matched word by word against folded text, without regular expressions.</summary>
[CollectionBuilder(typeof(PhraseSet), nameof(Create))]
internal sealed class PhraseSet : IEnumerable<string>
{
    private readonly string[] patterns;
    private readonly SearchValues<string> any;

    private PhraseSet(string[] patterns)
    {
        this.patterns = patterns;
        any = SearchValues.Create(patterns, StringComparison.Ordinal);
    }

    /// <summary>Builds a set; a phrase may end in *, so that its last word may go on.</summary>
    public static PhraseSet Create(ReadOnlySpan<string> phrases)
    {
        var patterns = new string[phrases.Length];
        for (var i = 0; i < phrases.Length; i++)
            patterns[i] = phrases[i].EndsWith('*') ? Fold(phrases[i]).TrimEnd() : Fold(phrases[i]);
        return new PhraseSet(patterns);
    }

    /// <summary>Lower case, straight apostrophes, one space around every word, and no other punctuation than hyphens.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var length = 1;
        var buffer = text.Length < 500 ? stackalloc char[text.Length + 2] : new char[text.Length + 2];
        buffer[0] = ' ';
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || (character is '-' or '\'' && buffer[length - 1] != ' '))
                buffer[length++] = char.ToLowerInvariant(character);
            else if (character is '’' or '‘' && buffer[length - 1] != ' ')
                buffer[length++] = '\'';
            else if (buffer[length - 1] != ' ')
                buffer[length++] = ' ';
        }

        if (buffer[length - 1] != ' ')
            buffer[length++] = ' ';
        return new string(buffer[..length]);
    }

    /// <summary>True when one of the phrases stands in a folded text.</summary>
    public bool IsIn(string folded) => folded.AsSpan().ContainsAny(any);

    /// <summary>True when a folded text begins with one of the phrases.</summary>
    public bool Starts(string folded)
    {
        foreach (var pattern in patterns)
        {
            if (folded.StartsWith(pattern, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>How many of the phrases stand in a folded text.</summary>
    public int CountIn(string folded)
    {
        if (!IsIn(folded))
            return 0;
        var count = 0;
        foreach (var pattern in patterns)
            count += folded.Contains(pattern, StringComparison.Ordinal) ? 1 : 0;
        return count;
    }

    /// <summary>The folded text without the phrases.</summary>
    public string RemoveFrom(string folded)
    {
        if (!IsIn(folded))
            return folded;
        foreach (var pattern in patterns)
        {
            if (folded.Contains(pattern, StringComparison.Ordinal))
                folded = folded.Replace(pattern, " ", StringComparison.Ordinal);
        }

        return folded;
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)patterns).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
