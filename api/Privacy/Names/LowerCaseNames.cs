namespace OutlookAssist.Privacy.Names;

/// <summary>Finds names in a text whose writer uses no capitals at all; only given names that are nothing else count, with the family name behind them.</summary>
internal static class LowerCaseNames
{
    private const int Shortest = 4;

    /// <summary>Adds all of them.</summary>
    public static void AddTo(List<PersonalDatum> found, string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetter(text[at]) || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '@' or '/' or '_' or '.')))
            {
                at++;
                continue;
            }

            var start = at;
            var end = NameRun.WordEnd(text, start);
            at = Math.Max(end, at + 1);
            if (end + 2 < text.Length && text[end] == '.' && text[end + 1] == ' ' && char.IsLetter(text[end + 2]) && NameLists.KindsOf(text.AsSpan(start, end - start)).HasFlag(NameKinds.Title))
            {
                (start, end) = (end + 2, NameRun.WordEnd(text, end + 2));
                found.Add(new PersonalDatum("PERSON", start, at = WithFamily(text, end), 0.6));
                continue;
            }

            var kinds = NameLists.KindsOf(WithoutGenitive(text, start, ref end));
            if (end - start < Shortest || (kinds & (NameKinds.Given | NameKinds.Weak | NameKinds.Everyday)) != NameKinds.Given || (end < text.Length && text[end] is '@' or '.' && end + 1 < text.Length && char.IsLetter(text[end + 1])))
                continue;
            end = WithFamily(text, end);
            found.Add(new PersonalDatum("PERSON", start, end, 0.5));
            at = Math.Max(at, end);
        }
    }

    private static int WithFamily(string text, int end)
    {
        var next = end;
        // An initial may stand between.
        if (next + 3 < text.Length && text[next] == ' ' && char.IsLetter(text[next + 1]) && text[next + 2] is ' ' or '.')
            next += text[next + 2] == '.' ? 3 : 2;
        if (next + 1 >= text.Length || text[next] != ' ' || !char.IsLetter(text[next + 1]))
            return end;
        var stop = NameRun.WordEnd(text, next + 1);
        var kinds = NameLists.KindsOf(WithoutGenitive(text, next + 1, ref stop));
        return next > end + 1 || ((kinds & (NameKinds.Family | NameKinds.FamilyEnding)) != 0 && (kinds & (NameKinds.Weak | NameKinds.Everyday)) == 0) ? stop : end;
    }

    private static ReadOnlySpan<char> WithoutGenitive(string text, int start, ref int end)
    {
        if (text.AsSpan(start, end - start).EndsWith("'s"))
            end -= 2;
        return text.AsSpan(start, end - start);
    }
}
