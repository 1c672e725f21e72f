using OutlookAssist.Mailboxes;

namespace OutlookAssist.Drafting;

/// <summary>What a person asks for: a reply to this mail, in this manner.</summary>
/// <param name="Message">The open mail; only its body is required.</param>
/// <param name="Options">The manner; defaults where absent.</param>
internal sealed record DraftRequest(Message? Message = null, DraftOptions? Options = null);

/// <summary>The manner of a reply.</summary>
/// <param name="Tone">neutral, friendly, formal or apologetic.</param>
/// <param name="Length">short, standard or detailed.</param>
/// <param name="Language"><c>auto</c> (the mail's own) or a BCP 47 tag.</param>
/// <param name="Instructions">A private line of the person to the writer; used by language models only.</param>
/// <param name="Fact">Something only the person knows and the reply may say; without a language model it is said word for word.</param>
internal sealed record DraftOptions(string? Tone = null, string? Length = null, string? Language = null, string? Instructions = null, string? Fact = null)
{
    /// <summary>The longest instruction or fact.</summary>
    public const int LongestNote = 2_000;

    /// <summary>What the person says to the writer.</summary>
    internal IReadOnlyList<string> Notes => [.. new[] { Instructions, Fact }.OfType<string>().Where(note => !string.IsNullOrWhiteSpace(note))];

    /// <summary>The tones there are.</summary>
    public static readonly string[] Tones = ["neutral", "friendly", "formal", "apologetic"];

    /// <summary>The lengths there are.</summary>
    public static readonly string[] Lengths = ["short", "standard", "detailed"];
}
