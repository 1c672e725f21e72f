namespace OutlookAssist.Privacy.Names;

/// <summary>Endings by which family names of many languages are known without a list.</summary>
internal static class NameEndings
{
    // Folded, longest first per last letter; the number is how many letters must stand before the ending.
    private static readonly Dictionary<char, (string Ending, int Before)[]> ByLastLetter = Group(
        ("ovic", 2), ("evic", 2), ("avic", 2), ("ilic", 1), ("inic", 2), ("ncic", 2), ("sic", 3), ("kic", 3), ("nic", 4), ("lic", 4), ("ric", 3), ("rac", 4),
        ("ovsky", 2), ("evsky", 2), ("insky", 2), ("nsky", 3), ("lsky", 3), ("ovskiy", 2), ("owski", 2), ("ewski", 2), ("inski", 2), ("nski", 3), ("lski", 3), ("rski", 3), ("ecki", 2), ("icki", 2), ("acki", 2), ("ocki", 2),
        ("owska", 2), ("ewska", 2), ("inska", 2), ("anska", 2), ("nska", 3), ("ecka", 2), ("icka", 2), ("ovska", 2), ("wicz", 2), ("czyk", 2), ("czak", 2), ("szak", 2),
        ("ova", 4), ("eva", 4), ("enko", 3), ("chuk", 3), ("shyn", 3), ("kyi", 3), ("skyi", 2), ("skaya", 2), ("ovich", 3), ("evich", 3), ("nikov", 2), ("akov", 2), ("anov", 2), ("inov", 2), ("enov", 2), ("shin", 4), ("kin", 4), ("lev", 4), ("yev", 3), ("aev", 3), ("nov", 4), ("rov", 4), ("tov", 4),
        ("escu", 3), ("eanu", 3), ("opoulos", 2), ("opoulou", 2), ("akis", 3), ("idis", 3), ("iadis", 2), ("idou", 3), ("oglu", 3), ("oglou", 2), ("shvili", 2), ("adze", 2), ("idze", 2), ("nidze", 1), ("yan", 5), ("nian", 3),
        ("sson", 3), ("dottir", 3), ("nsen", 3), ("rsen", 3), ("lsen", 2), ("dsen", 3), ("ksen", 3), ("tsen", 3), ("strom", 2), ("qvist", 2), ("kvist", 2), ("quist", 3), ("gren", 3), ("lund", 4), ("blom", 3), ("nen", 4), ("lainen", 1), ("gaard", 3), ("feldt", 3), ("stedt", 3), ("borg", 4),
        ("mann", 3), ("meier", 2), ("meyer", 2), ("maier", 2), ("bauer", 3), ("mueller", 2), ("muller", 2), ("huber", 2), ("hofer", 3), ("inger", 4), ("egger", 3), ("acher", 4), ("hauser", 3), ("schmidt", 2), ("schmied", 2), ("stein", 4), ("heim", 5), ("wald", 4), ("recht", 3),
        ("stra", 5), ("inga", 4), ("sma", 4), ("huis", 4), ("kamp", 4), ("velde", 3), ("hoeven", 2), ("broek", 3), ("ssen", 4), ("ers", 5),
        ("etti", 3), ("elli", 3), ("ini", 5), ("ucci", 2), ("acci", 3), ("azzi", 3), ("ozzi", 3), ("otti", 3), ("illo", 4), ("iello", 2), ("ucco", 3), ("aldi", 3), ("oni", 5), ("ari", 5),
        ("ez", 4), ("inho", 3), ("eira", 4), ("eiro", 4), ("ault", 3), ("eau", 4), ("illon", 3), ("ichard", 2), ("ouche", 3),
        ("moto", 3), ("mura", 3), ("yama", 3), ("gawa", 3), ("kawa", 3), ("saki", 3), ("zaki", 3), ("bayashi", 1), ("naka", 3), ("guchi", 2), ("shita", 3), ("swamy", 3), ("murthy", 3), ("nathan", 4), ("walla", 3), ("wala", 3), ("opadhyay", 2), ("ffy", 3), ("ssy", 4), ("osy", 4));

    /// <summary>True for a folded word that ends so.</summary>
    public static bool AreFamily(ReadOnlySpan<char> folded)
    {
        if (folded.StartsWith("o'") && folded.Length > 4 || folded.StartsWith("mc") && folded.Length > 5 || folded.StartsWith("fitz") && folded.Length > 6)
            return true;
        if (!ByLastLetter.TryGetValue(folded[^1], out var endings))
            return false;
        foreach (var (ending, before) in endings)
        {
            if (folded.Length >= ending.Length + before && folded.EndsWith(ending))
                return true;
        }

        return false;
    }

    private static Dictionary<char, (string Ending, int Before)[]> Group(params ReadOnlySpan<(string Ending, int Before)> endings)
    {
        var groups = new Dictionary<char, List<(string, int)>>();
        foreach (var ending in endings)
        {
            if (!groups.TryGetValue(ending.Ending[^1], out var group))
                groups[ending.Ending[^1]] = group = [];
            group.Add(ending);
        }

        return groups.ToDictionary(group => group.Key, group => group.Value.ToArray());
    }
}
