using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge;

/// <summary>Reads what all Kernel Memory calls have in common: the index and the filters.</summary>
internal static class MemoryRequest
{
    /// <summary>The most passages that one call gives, and what a limit of 0 or less means.</summary>
    public const int MostPassages = 100;

    /// <summary>The longest query or question, in characters.</summary>
    public const int LongestQuery = 20_000;

    private const int LongestIndex = 100;
    private const int MostFilters = 200;

    /// <summary>The scope that an index names; an empty one is the default collection.</summary>
    public static bool TryScope(string? index, Caller caller, out KnowledgeScope scope, out ProblemHttpResult? problem)
    {
        var name = string.IsNullOrWhiteSpace(index) ? KnowledgeScope.DefaultCollection : index.Trim();
        scope = new KnowledgeScope(caller.Organisation, name);
        problem = name.Length > LongestIndex || name.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('.' or '_' or '-'))
            ? Problems.Validation("index", $"The name of an index has at most {LongestIndex} letters, digits, dots, hyphens and underscores.")
            : null;
        return problem is null;
    }

    /// <summary>Filters as conditions: all pairs of one filter hold, empty filters are dropped, without any every document passes.</summary>
    public static bool TryFilter(IReadOnlyList<Dictionary<string, List<string?>?>?>? filters, out TagFilter filter, out ProblemHttpResult? problem)
    {
        filter = TagFilter.Everything;
        problem = null;
        var sent = (filters ?? []).OfType<Dictionary<string, List<string?>?>>().Where(pairs => pairs.Count > 0).ToList();
        if (sent.Count > MostFilters || sent.Any(pairs => pairs.Sum(pair => 1 + (pair.Value?.Count ?? 0)) > MostFilters))
        {
            problem = Problems.Validation("filters", $"At most {MostFilters} filters of {MostFilters} conditions fit one call.");
        }
        else if (sent.SelectMany(pairs => pairs.Keys).Any(key => key.StartsWith("__", StringComparison.Ordinal) && key.ToLowerInvariant() is not (TagFilter.DocumentIdKey or TagFilter.PageKey)))
        {
            problem = Problems.Validation("filters", $"Tags that begin with two underscores are reserved; only {TagFilter.DocumentIdKey} and {TagFilter.PageKey} can be asked for.");
        }
        else
        {
            filter = sent.Count == 0 ? TagFilter.Everything : new TagFilter([.. sent.Select(ConditionsOf)]);
        }

        return problem is null;
    }

    private static List<TagCondition> ConditionsOf(Dictionary<string, List<string?>?> pairs) =>
        [.. pairs.SelectMany(pair => (pair.Value ?? []).DefaultIfEmpty().Select(value => new TagCondition(pair.Key, value is null ? [] : [value])))];
}
