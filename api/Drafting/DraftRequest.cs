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
internal sealed record DraftOptions(string? Tone = null, string? Length = null, string? Language = null, string? Instructions = null)
{
    /// <summary>The tones there are.</summary>
    public static readonly string[] Tones = ["neutral", "friendly", "formal", "apologetic"];

    /// <summary>The lengths there are.</summary>
    public static readonly string[] Lengths = ["short", "standard", "detailed"];
}
