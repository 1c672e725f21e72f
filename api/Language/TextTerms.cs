using System.Collections.Frozen;

namespace OutlookAssist.Language;

/// <summary>Takes a text apart into the terms a search compares, so that a question meets the passage that answers it in other inflections and spellings.</summary>
internal static class TextTerms
{
    private const string Unknown = "und";

    private static readonly FrozenDictionary<string, StemCache> Caches =
        StopWords.Languages.Union(Stemmer.Languages).Append(Unknown).ToFrozenDictionary(language => language, _ => new StemCache());

    /// <summary>Appends the terms of a text in reading order; the joined form of a compound follows its parts and covers them.</summary>
    /// <param name="text">Any text; scripts may be mixed.</param>
    /// <param name="language">BCP 47 primary tag; words of one without rules here are compared by their plain letters.</param>
    /// <param name="into">Receives the terms; not cleared.</param>
    public static void Analyze(string text, string language, List<Term> into)
    {
        if (!Caches.ContainsKey(language))
            language = Unknown;
        new TermReader(text, language, Caches[language], into).Read();
    }
}
