using System.Text.Json.Serialization;

namespace OutlookAssist.Knowledge;

/// <summary>What a Kernel Memory client sends to search.</summary>
/// <param name="Index">The collection; empty for the default one.</param>
/// <param name="Query">The words; empty to list by tags.</param>
/// <param name="MinRelevance">Passages below it are left out.</param>
/// <param name="Limit">At most so many passages; 0 and less mean the maximum.</param>
/// <param name="Filters">One is enough; empty ones do not count.</param>
internal sealed record MemorySearchRequest(string? Index, string? Query, double? MinRelevance, int? Limit, IReadOnlyList<Dictionary<string, List<string?>?>?>? Filters);

/// <summary>What a Kernel Memory client sends to ask.</summary>
/// <param name="Index">The collection; empty for the default one.</param>
/// <param name="Question">The question in its own words.</param>
/// <param name="MinRelevance">Passages below it are left out.</param>
/// <param name="Stream">True for server-sent events.</param>
/// <param name="Filters">One is enough; empty ones do not count.</param>
internal sealed record MemoryAskRequest(string? Index, string? Question, double? MinRelevance, bool? Stream, IReadOnlyList<Dictionary<string, List<string?>?>?>? Filters);

/// <summary>The answer to a search.</summary>
internal sealed record MemorySearchAnswer(string Query, bool NoResult, IReadOnlyList<MemoryCitation> Results);

/// <summary>The answer to a question; streamed in pieces that say what to do with their text.</summary>
/// <param name="StreamState"><c>reset</c>: the text replaces what came before; <c>append</c>: it follows; <c>last</c>: nothing comes after. Absent when the answer is whole.</param>
/// <param name="Question">What was asked.</param>
/// <param name="NoResult">True when the documents hold no answer.</param>
/// <param name="NoResultReason">Why there is none.</param>
/// <param name="Text">The answer, sentences verbatim from the documents.</param>
/// <param name="RelevantSources">The passages that the sentences stand in.</param>
internal sealed record MemoryAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? StreamState,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Question,
    bool NoResult,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NoResultReason,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MemoryCitation>? RelevantSources);

/// <summary>A file with the passages that were found in it.</summary>
/// <param name="Link">index/documentId/fileId.</param>
/// <param name="Index">The collection.</param>
/// <param name="DocumentId">The identifier that clients use.</param>
/// <param name="FileId">Stays the same for the same name in the same document.</param>
/// <param name="SourceContentType">The media type of the original.</param>
/// <param name="SourceName">The base name of the uploaded file.</param>
/// <param name="SourceUrl">Where the original is, below the address of the service.</param>
/// <param name="Partitions">Best first.</param>
internal sealed record MemoryCitation(
    string Link,
    string Index,
    string DocumentId,
    string FileId,
    string SourceContentType,
    string SourceName,
    string SourceUrl,
    IReadOnlyList<MemoryPartition> Partitions);

/// <summary>A passage; <c>SectionNumber</c> is its page, 0 where the format has none.</summary>
internal sealed record MemoryPartition(
    string Text, double Relevance, int PartitionNumber, int SectionNumber, DateTimeOffset LastUpdate, IReadOnlyDictionary<string, IReadOnlyList<string>> Tags);

/// <summary>The answer to an upload and to a deletion.</summary>
internal sealed record MemoryAccepted(string Index, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DocumentId, string Message);

/// <summary>The collections.</summary>
internal sealed record MemoryIndexes(IReadOnlyList<MemoryIndex> Results);

/// <summary>One collection.</summary>
internal sealed record MemoryIndex(string Name);

/// <summary>How far a document is; ready means completed and not empty. <c>Failed</c> and <c>FailureReason</c> are additions of ours.</summary>
internal sealed record MemoryUploadStatus(
    [property: JsonPropertyName("completed")] bool Completed,
    [property: JsonPropertyName("failed")] bool Failed,
    [property: JsonPropertyName("failure_reason")] string? FailureReason,
    [property: JsonPropertyName("empty")] bool Empty,
    [property: JsonPropertyName("index")] string Index,
    [property: JsonPropertyName("document_id")] string DocumentId,
    [property: JsonPropertyName("tags")] IReadOnlyDictionary<string, IReadOnlyList<string>> Tags,
    [property: JsonPropertyName("creation")] DateTimeOffset Creation,
    [property: JsonPropertyName("last_update")] DateTimeOffset LastUpdate,
    [property: JsonPropertyName("steps")] IReadOnlyList<string> Steps,
    [property: JsonPropertyName("remaining_steps")] IReadOnlyList<string> RemainingSteps,
    [property: JsonPropertyName("completed_steps")] IReadOnlyList<string> CompletedSteps);
