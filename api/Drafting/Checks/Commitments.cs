using System.Text.RegularExpressions;

namespace OutlookAssist.Drafting.Checks;

/// <summary>Words that bind the sender: refunds, guarantees, promises, deadlines, legal and medical statements.</summary>
internal static partial class Commitments
{
    /// <summary>True when the text promises something.</summary>
    public static bool In(string text) => Promise().IsMatch(text);

    /// <summary>True when the text promises what the quote does not: words that bind for good must stand in the quote themselves, softer ones need some promise there.</summary>
    public static bool AreUnbacked(string text, string quote) =>
        Promise().Matches(text).Select(match => match.Value).Any(promise => !quote.Contains(promise, StringComparison.OrdinalIgnoreCase) && (Binding().IsMatch(promise) || !In(quote)));

    /// <summary>Where it promises.</summary>
    public static IEnumerable<(int Start, int End)> Spans(string text) => Promise().Matches(text).Select(match => (match.Index, match.Index + match.Length));

    [GeneratedRegex(@"guarante|free of charge|at no cost|full refund|compensat|liab|legally|entitled|without any risk|safe to|garanti|kostenlos|entschädigung|haft|gratuit|indemn", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Binding();

    // Linear-time matching: the text is a stranger's.
    [GeneratedRegex(
        @"\b(we|i)('ll| will| shall| guarantee| promise| commit| assure| undertake| waive| accept liability| admit)\b|\b(you will (get|receive|be (paid|refunded|compensated)))\b|\b(guaranteed|free of charge|at no cost|full refund|compensation|we are liable|legally|entitled to|without any risk|safe to (take|use)|by (tomorrow|monday|tuesday|wednesday|thursday|friday|the end of))\b"
        + @"|\b(wir|ich) (werden?|garantieren?|verspreche?n?|erstatten?|übernehmen?|sichern?|haften?)\b|\b(garantiert|kostenlos|Entschädigung|spätestens)\b"
        + @"|\b(nous|je) (garantis|garantissons|promets|promettons|rembourserons|vous rembourse)\b|\b(gratuitement|indemnis\w+)\b"
        + @"|\b(garantizamos|prometemos|reembolsaremos|le devolveremos|gratuitamente|indemnización)\b"
        + @"|\b(garantiamo|promettiamo|rimborseremo)\b|\b(garantimos|prometemos|reembolsaremos)\b|\b(wij garanderen|wij beloven|wij vergoeden)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Promise();
}
