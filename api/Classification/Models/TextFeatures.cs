using System.Runtime.InteropServices;

namespace OutlookAssist.Classification.Models;

/// <summary>Takes a text apart into hashed words, neighbouring words and runs of letters: what every linear model here looks at, in learning and in use alike.</summary>
internal static class TextFeatures
{
    /// <summary>How many kinds of feature there are; each kind is weighted as a whole.</summary>
    public const int Kinds = 5;

    /// <summary>What a model sees of a mail; what follows changes no label and would only cost time.</summary>
    public const int LongestText = 6_000;

    /// <summary>The kind of whole words.</summary>
    public const byte Word = 0;

    /// <summary>The kind of what a caller knows about the text from elsewhere.</summary>
    public const byte Known = 4;

    /// <summary>The kind of two words that stand together in a text, in whatever order; no model has it beside <see cref="Known"/>.</summary>
    public const byte Together = Known;

    private const byte Pair = 1;
    private const byte Gap = 2;
    private const byte Letters = 3;
    private const int ShortestRun = 3;
    private const int LongestRun = 5;

    // Letters of a script without spaces each carry as much as a short word.
    private const int LongestUnspacedRun = 3;
    private const int LongestWord = 40;
    private const char FirstUnspaced = '\u2E80';

    // Two words are together when so few stand between them; a long text says little by that, and would have thousands of them.
    private const int Reach = 12;
    private const int MostTogether = 60;

    // Of a word its beginning counts here: "charged" and "charge" are together with the same words.
    private const int LongestBeginning = 5;
    private const ulong Seed = 14695981039346656037UL;
    private const ulong Always = 77;

    /// <summary>Marks runs of letters of a word that may be a name: they count only when the word itself is known.</summary>
    public const byte OfCapital = 0x80;

    private static readonly ulong PersonHash = Mix(Hash(Seed, [NeutralizePersons.Person]));

    /// <summary>Appends the features of a text; one that occurs twice is there twice.</summary>
    /// <param name="text">Without persons, see <see cref="NeutralizePersons"/>.</param>
    /// <param name="areNounsCapital">True for German, where a capital is no sign of a name.</param>
    /// <param name="into">Not cleared.</param>
    /// <param name="areTogether">Also reads which words stand in the text together.</param>
    public static void Read(ReadOnlySpan<char> text, bool areNounsCapital, List<Feature> into, bool areTogether = false)
    {
        Span<ulong> beginnings = stackalloc ulong[areTogether ? MostTogether : 0];
        var begun = 0;
        into.Add(new Feature(Always, Pair));
        if (text.Length > LongestText)
            text = text[..LongestText];
        Span<char> word = stackalloc char[LongestWord + 2];
        word[0] = ' ';
        ulong last = 0, lastButOne = 0;
        var length = 1;
        var (isUnspaced, isCapital) = (false, false);
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : ' ';
            if (char.IsLetterOrDigit(letter) || IsMark(letter))
            {
                isCapital = length == 1 ? char.IsUpper(letter) : isCapital && !char.IsUpper(letter);
                if (length <= LongestWord)
                    word[length++] = Fold(letter);
                isUnspaced |= letter >= FirstUnspaced;
                continue;
            }

            // "don't" and "dont" are one word.
            if (length == 1 || letter is '\'' or '’')
                continue;
            word[length] = ' ';
            var hash = Mix(Hash(Seed, word[1..length]));
            if (hash == PersonHash || PersonWords.Forms.Contains(word[1..length]))
            {
                // Somebody stands here: neighbours are no pair, and nothing else is learned.
                (lastButOne, last, length, isUnspaced, isCapital) = (last, PersonHash, 1, false, false);
                continue;
            }

            into.Add(new Feature(hash, Word));
            if (last != PersonHash)
                into.Add(new Feature(Mix(last * 31 + hash), Pair));
            if (last != 0 && lastButOne != PersonHash)
                into.Add(new Feature(Mix(lastButOne * 37 + hash + 5), Gap));
            if (begun < beginnings.Length)
            {
                beginnings[begun] = Mix(Hash(Seed + 3, word[1..Math.Min(length, LongestBeginning + 1)]));
                AddTogether(beginnings[Math.Max(0, begun - Reach)..begun], beginnings[begun++], into);
            }

            AddRuns(word[..(length + 1)], isUnspaced, isCapital && !areNounsCapital ? (byte)(Letters | OfCapital) : Letters, into);
            (lastButOne, last, length, isUnspaced, isCapital) = (last, hash, 1, false, false);
        }

        if (last != PersonHash)
            into.Add(new Feature(Mix(last * 31 + 99), Pair));
    }

    /// <summary>A word that stands behind a negation.</summary>
    public static Feature OfNegated(ReadOnlySpan<char> word) => new(Mix(Hash(Seed, word) * 31 + 7), Pair);

    private static void AddTogether(ReadOnlySpan<ulong> others, ulong beginning, List<Feature> into)
    {
        foreach (var other in others)
            into.Add(new Feature(Mix(Math.Min(other, beginning) * 43 + Math.Max(other, beginning) + 9), Together));
    }

    private static void AddRuns(ReadOnlySpan<char> word, bool isUnspaced, byte kind, List<Feature> into)
    {
        var (shortest, longest) = isUnspaced ? (1, LongestUnspacedRun) : (ShortestRun, LongestRun);
        for (var start = 0; start + shortest <= word.Length; start++)
        {
            var hash = Seed + 1;
            var end = Math.Min(word.Length, start + longest);
            for (var at = start; at < end; at++)
            {
                hash = (hash ^ word[at]) * 1099511628211UL;
                if (at - start + 1 >= shortest)
                    into.Add(new Feature(Mix(hash), kind));
            }
        }
    }

    // Numbers differ from mail to mail; how many digits they have does not.
    private static char Fold(char letter) => char.IsDigit(letter) ? '0' : char.ToLowerInvariant(letter);

    // The vowel signs of Hindi and the accents of Arabic belong to their letters; halves of emoji are letters of a word of their own.
    private static bool IsMark(char letter) =>
        letter >= '\u0300' && (char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);

    private static ulong Hash(ulong hash, ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }

    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        return hash ^ (hash >> 33);
    }
}

/// <summary>One thing that occurs in a text: its hash, and which kind it is of.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Feature(ulong Hash, byte Kind);
