using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge;

/// <summary>Which documents to list, as the query string says.</summary>
/// <param name="Limit">Documents a page, 100 unless told.</param>
/// <param name="Cursor">The one that the page before gave.</param>
/// <param name="State">A state, or <c>working</c> for all before ready, or <c>deleted</c> for those that can be brought back; all that are not deleted unless told.</param>
/// <param name="Name">A part of the name, compared without case.</param>
/// <param name="Tag"><c>key:value</c>, all of them.</param>
internal sealed record DocumentListing(int? Limit = null, string? Cursor = null, string? State = null, string? Name = null, string[]? Tag = null)
{
    private const int MostPerPage = 500;
    private const int LongestName = 200;

    private static readonly Dictionary<string, DocumentState[]> States = new(StringComparer.OrdinalIgnoreCase)
    {
        ["queued"] = [DocumentState.Queued],
        ["extracting"] = [DocumentState.Extracting],
        ["indexing"] = [DocumentState.Indexing],
        ["working"] = [DocumentState.Queued, DocumentState.Extracting, DocumentState.Indexing],
        ["ready"] = [DocumentState.Ready],
        ["failed"] = [DocumentState.Failed],
        ["deleted"] = Enum.GetValues<DocumentState>(),
    };

    /// <summary>Documents a page.</summary>
    public int Size => Limit ?? 100;

    /// <summary>Only documents before this one.</summary>
    public long Before { get; private init; } = long.MaxValue;

    /// <summary>The wanted states; null for all.</summary>
    public IReadOnlyList<DocumentState>? Wanted => string.IsNullOrEmpty(State) ? null : States[State];

    /// <summary>Whether those are wanted that can be brought back.</summary>
    public bool WantsDeleted => string.Equals(State, "deleted", StringComparison.OrdinalIgnoreCase);

    /// <summary>The wanted tags.</summary>
    public TagFilter Tags { get; private init; } = TagFilter.Everything;

    /// <summary>The name as a pattern for LIKE whose escape sign is <c>\</c>.</summary>
    public string? Pattern => string.IsNullOrWhiteSpace(Name)
        ? null
        : $"%{Name.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    /// <summary>What was asked for, understood; or the problem with it.</summary>
    public (DocumentListing Listing, ProblemHttpResult? Problem) Read()
    {
        var before = long.MaxValue;
        if (Size is < 1 or > MostPerPage)
        {
            return (this, Problems.Validation("limit", $"The limit is between 1 and {MostPerPage}."));
        }

        if (!string.IsNullOrEmpty(Cursor) && !long.TryParse(Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            return (this, Problems.Validation("cursor", "Give the cursor that the page before gave, or none."));
        }

        if (!string.IsNullOrEmpty(State) && !States.ContainsKey(State))
        {
            return (this, Problems.Validation("state", $"The state is one of {string.Join(", ", States.Keys)}."));
        }

        if (Name?.Length > LongestName)
        {
            return (this, Problems.Validation("name", $"Give at most {LongestName} characters of the name."));
        }

        return DocumentTags.TryRead(Tag ?? [], out var tags, out var problem)
            ? (this with { Before = before, Tags = TagFilter.Of(tags) }, null)
            : (this, Problems.Validation("tag", problem!));
    }
}
