using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>Says whether two questions ask the same in other words.</summary>
internal static class QuestionLikeness
{
    /// <summary>From here on two questions are one.</summary>
    public const double Same = 0.6;

    /// <summary>The distinct stems that tell what is asked; masks and words without meaning left out.</summary>
    public static HashSet<string> Stems(string question, string language)
    {
        var terms = new List<Term>();
        TextTerms.Analyze(MaskQuestion.Unmask(question), language, terms);
        var told = terms.Where(term => !term.IsStopWord).Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);
        return told.Count > 0 ? told : terms.Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>0…1: twice the shared stems over all stems; nothing when the numbers in them differ, since model 3 is not model 4.</summary>
    public static double Between(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        if (one.Count + other.Count == 0 || !Numbers(one).SetEquals(Numbers(other)))
        {
            return 0;
        }

        return 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
    }

    private static HashSet<string> Numbers(IReadOnlySet<string> stems) => [.. stems.Where(stem => stem.Any(char.IsDigit))];
}
