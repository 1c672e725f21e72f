using System.Collections.Immutable;

namespace OutlookAssist.Knowledge.Index;

/// <summary>The whole index at one moment.</summary>
/// <param name="Sequence">The last change of the documents that it knows.</param>
/// <param name="Scopes">What each scope sees.</param>
internal sealed record IndexState(long Sequence, ImmutableDictionary<string, ScopeView> Scopes)
{
    /// <summary>What a search over all collections of a scope sees: their segments together, and nothing of any other.</summary>
    public ScopeView Of(KnowledgeScope scope)
    {
        if (scope.Also.Count == 0)
        {
            return this[IndexScope.Of(scope)];
        }

        var views = scope.All.Distinct().Select(collection => this[IndexScope.Of(scope.Organisation, collection)]).ToList();
        return new ScopeView([.. views.SelectMany(view => view.Segments).OrderByDescending(segment => segment.Count)], [.. views.SelectMany(view => view.Languages).Distinct()]);
    }

    /// <summary>What a scope sees.</summary>
    public ScopeView this[string scope] => Scopes.GetValueOrDefault(scope, ScopeView.Empty);
}
