using System.Collections.Frozen;

namespace OutlookAssist.Privacy.Numbers;

/// <summary>The shapes of licence plates that need no list of places: France and Italy, the Netherlands, Turkey, Nigeria; each method gives the length or 0.</summary>
internal static class PlateShapes
{
    // What stands between two numbers in ordinary mail: months, currencies, units.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoLetters = (
        "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC MRZ MAI OKT DEZ FEV AVR AVR JUI AOU ENE ABR AGO DIC GEN MAG GIU LUG SET OTT MEI "
        + "EUR USD GBP CHF JPY PLN SEK NOK DKK CAD AUD INR TRY KG G MG L ML M CM MM KM PC PCS STK ST PZ PCE H HR MIN SEC X A AM PM GB MB TB KB W KW V MHZ GHZ HZ PX DPI DIN ISO EN TO AND OR OF IN BY AT NO NR")
        .Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>34 ABC 1234 with a Turkish province in front; 12-AB-34 and its Dutch relatives.</summary>
    public static int FindWithNumberFirst(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        if (FindDutch(candidate) is > 0 and var dutch)
            return dutch;
        if (candidate.LeadingDigits != 2 || characters[..2].Value() is < 1 or > 81)
            return 0;
        var letters = 2;
        while (letters < characters.Length && letters < 5 && char.IsAsciiLetter(characters[letters]))
            letters++;
        var end = letters;
        while (end < characters.Length && char.IsAsciiDigit(characters[end]))
            end++;
        var isShaped = letters > 2 && end - letters is >= 2 and <= 4 && end - 2 >= 4 - (letters == 3 ? 0 : 1) && !NoLetters.Contains(characters[2..letters]);
        return isShaped && (candidate.IsGrouped(end) || (candidate.IsGrouped(2, letters - 2, end - letters) && candidate.SeparatorAfter(2) == ' ')) ? end : 0;
    }

    /// <summary>AB-123-CD of France, AB 123 CD of Italy, APP-456CV of Nigeria.</summary>
    public static int FindWithLettersFirst(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        if (candidate.IsGrouped(2, 3, 2) && characters.Fits("aa000aa") && !characters[..7].ContainsAny("IOU") && candidate.SeparatorAfter(2) is '-' or ' ' && !NoLetters.Contains(characters[..2]))
            return 7;
        if (FindDutch(candidate) is > 0 and var dutch)
            return dutch;
        return (candidate.IsGrouped(3, 5) || candidate.IsGrouped(8)) && characters.Fits("aaa000aa") && !NoLetters.Contains(characters[..3]) ? 8 : 0;
    }

    /// <summary>Whatever a word has announced: four to ten letters and digits, both among them, in at most four groups.</summary>
    public static int FindAnnounced(in NumberCandidate candidate)
    {
        var groups = 0;
        for (var length = 1; length <= Math.Min(candidate.Length, 10); length++)
        {
            if (!candidate.EndsAt(length))
                continue;
            groups++;
            var characters = candidate.Characters[..length];
            var isWhole = length == candidate.Length || candidate.SeparatorAfter(length) is not '-';
            if (length >= 4 && groups <= 4 && isWhole && characters.IndexOfAnyInRange('0', '9') >= 0 && characters.IndexOfAnyInRange('A', 'Z') >= 0 && candidate.IsInCapitals(length))
                return length;
        }

        return 0;
    }

    /// <summary>Three pairs with hyphens, each of one kind, not all of the same.</summary>
    private static int FindDutch(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        if (!candidate.IsGrouped(2, 2, 2) || candidate.SeparatorAfter(2) != '-' || candidate.SeparatorAfter(4) != '-')
            return 0;
        var letters = 0;
        for (var pair = 0; pair < 6; pair += 2)
        {
            if (char.IsAsciiDigit(characters[pair]) != char.IsAsciiDigit(characters[pair + 1]))
                return 0;
            letters += char.IsAsciiDigit(characters[pair]) ? 0 : 1;
        }

        return letters is 1 or 2 ? 6 : 0;
    }
}
