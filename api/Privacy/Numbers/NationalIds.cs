namespace OutlookAssist.Privacy.Numbers;

/// <summary>Recognises the numbers by which states know people, each by its shape, its grouping and its check digit; one file per part of the world.</summary>
/// <remarks>Where a bare number passes the check by chance too often, its name must stand before it, or at least no name of another number.</remarks>
internal static class NationalIds
{
    /// <summary>The first that fits; <see cref="PersonalDatum.Length"/> is 0 when none does.</summary>
    public static PersonalDatum Find(in NumberCandidate candidate)
    {
        if (candidate.LeadingDigits < 9)
            return FindLettered(candidate);
        if (candidate.ContinuesNumber)
            return default;
        var datum = EuropeanIds.FindNumber(candidate);
        if (datum.Length == 0)
            datum = AsianIds.FindNumber(candidate);
        if (datum.Length == 0)
            datum = SouthernIds.Find(candidate);
        if (datum.Length == 0)
            datum = BritishIds.FindNumber(candidate);
        if (datum.Length == 0)
            datum = AmericanIds.FindNumber(candidate);
        return datum.Length == 0 && candidate.Length > candidate.LeadingDigits ? EuropeanIds.FindLettered(candidate) : datum;
    }

    private static PersonalDatum FindLettered(in NumberCandidate candidate)
    {
        var datum = EuropeanIds.FindLettered(candidate);
        if (datum.Length == 0)
            datum = BritishIds.FindLettered(candidate);
        if (datum.Length == 0)
            datum = AsianIds.FindLettered(candidate);
        return datum.Length == 0 ? AmericanIds.FindLettered(candidate) : datum;
    }
}
