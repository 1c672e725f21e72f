using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OutlookAssist.Drafting.Checks;

/// <summary>Whether a sentence denies what its source affirms, or the other way round: the shortest way to say the opposite.</summary>
internal static partial class Denials
{
    private static readonly FrozenSet<string> Words = Set("""
        not no never none neither nor without cannot nobody nothing nowhere except excluding unless hardly
        nicht kein keine keinen keiner keinem keines nie niemals ohne außer weder niemand nichts
        ne pas jamais aucun aucune sans ni hormis sauf
        nunca ningún ninguna ninguno sin jamás tampoco excepto salvo
        non mai nessun nessuno nessuna senza né tranne
        não nenhum nenhuma sem nem exceto
        niet geen nooit zonder noch behalve
        """);

    private static readonly (FrozenSet<string> One, FrozenSet<string> Other)[] Opposites =
    [
        Pair("included includes include including enthalten inbegriffen inclus incluido", "excluded excludes exclude excluding ausgeschlossen exclu excluido extra"),
        Pair("free kostenlos gratis gratuit gratuito", "charged charge fee costs cost kostenpflichtig payant"),
        Pair("allowed permitted may erlaubt autorisé permitido", "forbidden prohibited banned verboten untersagt interdit prohibido"),
        Pair("before vor avant antes", "after nach après después"),
        Pair("maximum most höchstens maximal máximo", "minimum least mindestens mínimo"),
        Pair("more mehr plus más", "less fewer weniger moins menos"),
        Pair("increase increases increased rises erhöht", "decrease decreases decreased falls sinkt"),
        Pair("accept accepts accepted approve approved angenommen accepté aceptado", "refuse refuses refused reject rejects rejected denied deny abgelehnt refusé rechazado"),
        Pair("open opens geöffnet ouvert abierto", "closed closes geschlossen fermé cerrado"),
        Pair("required mandatory must compulsory verpflichtend obligatoire obligatorio", "optional voluntary freiwillig facultatif opcional"),
        Pair("always all every immer alle alles toujours siempre", "sometimes some partly partially teilweise parfois"),
        Pair("inside within in-network innerhalb", "outside beyond out-of-network außerhalb"),
        Pair("first erste ersten premier primero", "last letzte letzten dernier último"),
    ];

    private static readonly string[] Prefixes = ["un", "in", "im", "ir", "il", "non", "non-", "dis"];

    /// <summary>What a claim turns round of its source, in words of ours; null when both say yes or both say no.</summary>
    public static string? Turned(string claim, string source)
    {
        var claimed = WordsOf(claim);
        var given = WordsOf(source);
        if (claimed.Any(IsDenial) != given.Any(IsDenial))
        {
            return "one of both denies";
        }

        // A claim may leave a denial of its source out with the clause it stands in; one more than the source has turns something round.
        if (claimed.Count(IsDenial) > given.Count(IsDenial))
        {
            return "one more is denied";
        }

        if (claimed.Any(IsDenial) && !SharesDenied(claim, source))
        {
            return "something else is denied";
        }

        var (asserted, stated) = (claimed.ToHashSet(), given.ToHashSet());
        return Opposites.Any(pair => Turns(asserted, stated, pair.One, pair.Other) || Turns(asserted, stated, pair.Other, pair.One)) || asserted.Any(word => IsOppositeForm(word, stated))
            ? "the opposite is said"
            : null;
    }

    private static bool Turns(HashSet<string> asserted, HashSet<string> stated, FrozenSet<string> one, FrozenSet<string> other) =>
        asserted.Overlaps(one) && !stated.Overlaps(one) && stated.Overlaps(other);

    private static bool IsOppositeForm(string word, HashSet<string> stated)
    {
        const int shortest = 4;
        return word.Length >= shortest && !stated.Contains(word)
            && Prefixes.Any(prefix => stated.Contains(prefix + word) || (word.Length - prefix.Length >= shortest && word.StartsWith(prefix, StringComparison.Ordinal) && stated.Contains(word[prefix.Length..])));
    }

    /// <summary>Some denied clause of the claim speaks of what a denied clause of the source speaks of.</summary>
    private static bool SharesDenied(string claim, string source)
    {
        const int shortest = 4;
        HashSet<string> Denied(string text) => [.. Clause().Split(text).Select(WordsOf).Where(words => words.Any(IsDenial)).SelectMany(words => words).Where(word => word.Length >= shortest && !IsDenial(word)).Select(Beginning)];
        var (claimed, given) = (Denied(claim), Denied(source));
        // Half of what the claim denies must be denied by the source.
        return claimed.Count == 0 || claimed.Count(given.Contains) * 2 >= claimed.Count;
    }

    private static string Beginning(string word) => word.Length > 6 ? word[..6] : word;

    private static bool IsDenial(string word) => Words.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal);

    private static List<string> WordsOf(string text) => [.. Word().Matches(text.Replace('’', '\'')).Select(match => match.Value.ToLowerInvariant())];

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static (FrozenSet<string>, FrozenSet<string>) Pair(string one, string other) => (Set(one), Set(other));

    [GeneratedRegex(@"\p{L}+(?:['-]\p{L}+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[,;:.!?]\s|\b(?:but|and|however|whereas|while|aber|und|jedoch|mais|et|pero|sino|ma|maar|mas)\b")]
    private static partial Regex Clause();
}
