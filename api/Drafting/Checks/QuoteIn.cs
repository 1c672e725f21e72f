using System.Text;

namespace OutlookAssist.Drafting.Checks;

/// <summary>Finds a quote in its passage although the model has straightened its white space, quotation marks or capitals, and gives it back exactly as it stands there.</summary>
internal static class QuoteIn
{
    private const int Shortest = 12;
    private const int Longest = 700;

    /// <summary>The verbatim stretch of the passage; null when the quote does not stand in it.</summary>
    public static string? Find(string passage, string quote)
    {
        if (quote.Length is > 0 and <= Longest && passage.Contains(quote, StringComparison.Ordinal) && quote.Trim().Length >= Math.Min(Shortest, passage.Trim().Length))
        {
            return quote.Trim();
        }

        var (wanted, _) = Normalize(quote.Trim().Trim('"', '“', '”', '„', '«', '»', '…').Trim());
        if (wanted.Length is < Shortest or > Longest)
        {
            return null;
        }

        var (text, places) = Normalize(passage);
        var at = text.IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? null : passage[places[at]..(places[at + wanted.Length - 1] + 1)];
    }

    private static (string Text, List<int> Places) Normalize(string text)
    {
        var normalized = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index] switch
            {
                '’' or '‘' or '´' or '`' => '\'',
                '“' or '”' or '„' or '«' or '»' => '"',
                '–' or '—' or '‑' or '−' => '-',
                var other when char.IsWhiteSpace(other) => ' ',
                var other => char.ToLowerInvariant(other),
            };
            if (letter == ' ' && (normalized.Length == 0 || normalized[^1] == ' '))
            {
                continue;
            }

            normalized.Append(letter);
            places.Add(index);
        }

        return (normalized.ToString(), places);
    }
}
