using OutlookAssist.Privacy.Numbers;

namespace OutlookAssist.Privacy;

/// <summary>Finds what says something about a person in a text; every kind of it has its own file beside this one.</summary>
internal static class FindPersonalData
{
    /// <summary>What was found, in the order of the text and without overlaps; offsets are UTF-16 code units.</summary>
    public static IReadOnlyList<PersonalDatum> Find(string text)
    {
        var found = new List<PersonalDatum>();
        FindNetworkAddresses.AddTo(found, text);
        FindSecrets.AddTo(found, text);
        FindNamedNumbers.AddTo(found, text);
        AddNumbers(found, text);
        FindPersonNames.AddTo(found, text);
        FindPostalAddresses.AddTo(found, text);
        return WithoutOverlaps(found);
    }

    /// <summary>Tries every kind of number at every place where a word with a digit begins.</summary>
    private static void AddNumbers(List<PersonalDatum> found, string text)
    {
        Span<char> characters = stackalloc char[NumberCandidate.BufferLength];
        Span<int> ends = stackalloc int[NumberCandidate.BufferLength];
        var at = 0;
        while (at < text.Length)
        {
            var digit = text.AsSpan(at).IndexOfAnyInRange('0', '9');
            if (digit < 0)
                return;
            digit += at;
            var word = digit;
            while (word > at && char.IsLetterOrDigit(text[word - 1]))
                word--;
            var end = FindAround(found, text, word, at, characters, ends);
            at = Math.Max(end, digit + 1);
            while (end <= digit && at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
        }
    }

    /// <summary>Numbers may begin with the letters of up to two words before their first digit: "B AB 1234", "hh 01 02 03 d".</summary>
    private static int FindAround(List<PersonalDatum> found, string text, int word, int floor, Span<char> characters, Span<int> ends)
    {
        var best = default(PersonalDatum);
        var start = word;
        for (var back = 0; back <= 2; back++)
        {
            var candidate = NumberCandidate.Read(text, start, characters, ends);
            if (candidate.Length >= 4)
            {
                Keep(ref best, BankNumbers.Find(candidate));
                Keep(ref best, NationalIds.Find(candidate));
                Keep(ref best, FindPlates.Find(candidate));
            }

            if (start <= floor + 1 || text[start - 1] is not (' ' or '-' or '.') || !char.IsAsciiLetter(text[start - 2]))
                break;
            var previous = start - 1;
            while (previous > floor && char.IsLetterOrDigit(text[previous - 1]))
                previous--;
            if (start - previous > 5)
                break;
            start = previous;
        }

        var opening = word > 0 && text[word - 1] is '+' or '(' ? word - 1 : word;
        if (opening > 0 && text[opening] == '(' && text[opening - 1] == '+')
            opening--;
        Keep(ref best, FindPhoneNumbers.FindAt(text, opening));
        if (best.Length == 0)
            return 0;
        found.Add(best);
        return best.End;
    }

    private static void Keep(ref PersonalDatum best, PersonalDatum other)
    {
        if (other.Length > 0 && (best.Length == 0 || other.Score > best.Score || (other.Score == best.Score && other.Length > best.Length)))
            best = other;
    }

    /// <summary>Where two overlap, the surer one stays; of two equally sure ones, the longer.</summary>
    private static List<PersonalDatum> WithoutOverlaps(List<PersonalDatum> found)
    {
        found.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.End.CompareTo(one.End));
        var kept = new List<PersonalDatum>(found.Count);
        foreach (var datum in found)
        {
            if (kept.Count == 0 || kept[^1].End <= datum.Start)
            {
                kept.Add(datum);
                continue;
            }

            var last = kept[^1];
            var isContained = datum.End <= last.End;
            if (datum.Score > last.Score && !(isContained && last.Type is "URL" or "EMAIL" or "SECRET"))
            {
                kept[^1] = datum;
                while (kept.Count > 1 && kept[^2].End > datum.Start)
                    kept.RemoveAt(kept.Count - 2);
            }
        }

        return kept;
    }
}
