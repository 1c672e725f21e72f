using System.Collections.Frozen;

namespace OutlookAssist.Classification;

/// <summary>Words that begin a sentence or a line and are nobody's name.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        ("team all everyone everybody customer support colleagues colleague friend friends folks there you valued client clients service sales manager again damen herren kollegen kunde kundin zusammen alle équipe client todos cliente tutti "
        + "the this that these those we i it is are was were thank thanks please and or but if when my your our its hope just so as in on at for to from with not no yes can could would will what where who why how have has had do does did also best kind regards sincerely cheers yours mit freundlichen grüßen danke bitte ich wir cordialement merci saludos gracias "
        + "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember "
        + "order invoice account payment card refund delivery shipping office street avenue road department company ltd inc gmbh corp bank airlines air flight request question problem issue update urgent re fw fwd subject date sent today tomorrow")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for one of them, whatever its case.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
