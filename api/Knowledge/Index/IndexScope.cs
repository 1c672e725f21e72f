namespace OutlookAssist.Knowledge.Index;

/// <summary>Names the scope that a segment belongs to: nothing is counted or found across two of them.</summary>
internal static class IndexScope
{
    /// <summary>The name of a scope; a line feed cannot stand in either part.</summary>
    public static string Of(KnowledgeScope scope) => Of(scope.Organisation, scope.Collection);

    /// <summary>The name of a scope by its parts.</summary>
    public static string Of(string organisation, string collection) => $"{organisation}\n{collection}";
}
