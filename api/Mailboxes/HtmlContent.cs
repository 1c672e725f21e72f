namespace OutlookAssist.Mailboxes;

/// <summary>An HTML body as plain text, with what its markup says about the parts of it.</summary>
/// <param name="Text">What a reader sees, with line feeds; paragraphs are set apart by an empty line.</param>
/// <param name="HiddenText">What a reader does not see.</param>
/// <param name="Parts">Stretches of <paramref name="Text"/> that the writer's mail program marked, in order of their start; they may nest.</param>
internal sealed record HtmlContent(string Text, string HiddenText, IReadOnlyList<MarkedPart> Parts);

/// <summary>A marked stretch of a text; offsets are UTF-16 code units.</summary>
internal readonly record struct MarkedPart(int Start, int End, MarkedPartKind Kind);

/// <summary>What a mail program's markup can tell us.</summary>
internal enum MarkedPartKind
{
    /// <summary>History of the conversation.</summary>
    Quote,

    /// <summary>A signature that the program added.</summary>
    Signature,
}
