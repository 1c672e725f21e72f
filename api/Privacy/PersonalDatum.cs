namespace OutlookAssist.Privacy;

/// <summary>A stretch of text that says something about a person; offsets are UTF-16 code units, <c>Score</c> 0…1 says how sure that is.</summary>
internal readonly record struct PersonalDatum(string Type, int Start, int End, double Score)
{
    /// <summary>How many characters it covers.</summary>
    public int Length => End - Start;
}
