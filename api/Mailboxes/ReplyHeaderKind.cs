namespace OutlookAssist.Mailboxes;

/// <summary>How a quoted mail is announced.</summary>
internal enum ReplyHeaderKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>"On … wrote:"; what follows is quoted, but answers may stand below it.</summary>
    Attribution,

    /// <summary>"From: … Sent: …"; everything below is history.</summary>
    Block,

    /// <summary>"-----Original Message-----"; everything below is history.</summary>
    Original,

    /// <summary>"Forwarded message"; what follows is what this mail brings.</summary>
    Forward,
}
