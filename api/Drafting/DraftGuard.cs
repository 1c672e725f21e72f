using System.Text;
using OutlookAssist.Drafting.Composers;

namespace OutlookAssist.Drafting;

/// <summary>Decides, without any model, whether a sentence may be shown as cited: its quote stands in the passage and its facts stand in the quote.</summary>
internal static class DraftGuard
{
    private const int ThousandsGroup = 3;

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

    /// <summary>Every number without the separators of its thousands, so that 1,000 and 1000 are the same and 1.5 and 15 are not.</summary>
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
            else if (digits.Length > 0 && DigitsBehind(text, i) is > 0 and var group)
            {
                digits.Append(group == ThousandsGroup ? "" : ".");
            }
            else if (digits.Length > 0)
            {
                numbers.Add(digits.ToString());
                digits.Clear();
            }
        }

        return numbers;
    }

    /// <summary>The digits behind a separator at this place; nought where there is none.</summary>
    private static int DigitsBehind(string text, int place) =>
        place < text.Length && text[place] is ',' or '.' ? text.Skip(place + 1).TakeWhile(char.IsDigit).Count() : 0;
}
