using System.Text;
using OutlookAssist.Drafting.Composers;

namespace OutlookAssist.Drafting;

/// <summary>Decides, without any model, whether a sentence may be shown as cited: its quote stands in the passage and its facts stand in the quote.</summary>
internal static class DraftGuard
{
    /// <summary>The support that the sentence really has.</summary>
    public static string Judge(ComposedSentence sentence)
    {
        if (sentence.Support != Support.Cited)
        {
            return sentence.Support;
        }

        return sentence.Source is { } source
            && source.Quote.Length > 0
            && source.Found.Passage.Text.Contains(source.Quote, StringComparison.Ordinal)
            && Numbers(sentence.Text).IsSubsetOf(Numbers(source.Quote))
            ? Support.Cited
            : Support.Unsupported;
    }

    /// <summary>Every run of digits, separators inside it dropped, so that 1,000 and 1000 are the same number.</summary>
    private static HashSet<string> Numbers(string text)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var digits = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsDigit(text[i]))
            {
                digits.Append(text[i]);
            }
            else if (digits.Length > 0 && !(i + 1 < text.Length && text[i] is ',' or '.' && char.IsDigit(text[i + 1])))
            {
                numbers.Add(digits.ToString());
                digits.Clear();
            }
        }

        return numbers;
    }
}
