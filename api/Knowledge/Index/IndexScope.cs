namespace OutlookAssist.Knowledge.Index;

/// <summary>Names the scope that a segment belongs to: nothing is counted or found across two of them.</summary>
internal static class IndexScope
{
    /// <summary>The scope of an organisation.</summary>
    public static string Of(string organisation) => organisation;
}
