using System.Security.Cryptography;
using Microsoft.Extensions.AI;
using OutlookAssist.Access;

namespace OutlookAssist.LanguageModels;

/// <summary>What the decorators must know of one call: for whom, what for, until when; and what they learn on the way.</summary>
internal sealed class ModelCallOptions : ChatOptions
{
    /// <summary>What the call is for.</summary>
    public required ModelFeature Feature { get; init; }

    /// <summary>Whose budget it counts against, and whose answers may be used again.</summary>
    public required Caller Caller { get; init; }

    /// <summary>The version of the words around the data.</summary>
    public required string PromptVersion { get; init; }

    /// <summary>When the answer is no longer wanted.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>The draft it is for.</summary>
    public string? DraftId { get; init; }

    /// <summary>The address of whoever wrote the mail it is about; only its mark is kept.</summary>
    public string? Correspondent { get; init; }

    /// <summary>Stands around every section; nobody who writes a mail or a document can know it.</summary>
    public string Marker { get; } = RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>What went over the wire, in order: every attempt at every model.</summary>
    public List<SentRequest> Sent { get; } = [];

    /// <summary>The model that answered, or was asked last.</summary>
    public ModelChoice? Choice { get; set; }

    /// <summary>Whether an equal question was answered before.</summary>
    public bool FromCache { get; set; }
}

/// <summary>What models are used for; each may have one of its own in <c>LanguageModel:Features</c>.</summary>
internal enum ModelFeature
{
    /// <summary>Writing a draft, repairs included.</summary>
    Draft,

    /// <summary>Writing a draft anew as a person wishes.</summary>
    Revise,

    /// <summary>Labelling a mail.</summary>
    Classify,
}
