using System.Collections.Immutable;

namespace OutlookAssist.Knowledge.Index;

/// <summary>The whole index at one moment.</summary>
/// <param name="Sequence">The last change of the documents that it knows.</param>
/// <param name="Scopes">What each scope sees.</param>
internal sealed record IndexState(long Sequence, ImmutableDictionary<string, ScopeView> Scopes)
{
    /// <summary>What a scope sees.</summary>
    public ScopeView this[string scope] => Scopes.GetValueOrDefault(scope, ScopeView.Empty);
}
