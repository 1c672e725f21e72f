namespace OutlookAssist.Mailboxes;

/// <summary>A mailbox did not do what was asked, in words of ours; nothing that the other side said is quoted.</summary>
/// <param name="problem">What kind of failure it is, which decides what happens next.</param>
/// <param name="detail">A sentence that a person can act on.</param>
/// <param name="retryAfter">How long the other side wants to be left alone.</param>
internal sealed class MailboxException(MailboxProblem problem, string detail, TimeSpan? retryAfter = null, Exception? cause = null) : Exception(detail, cause)
{
    /// <summary>What kind of failure it is.</summary>
    public MailboxProblem Problem { get; } = problem;

    /// <summary>How long the other side wants to be left alone; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether waiting does not help.</summary>
    public bool NeedsPerson => Problem is MailboxProblem.SignInRefused or MailboxProblem.Gone or MailboxProblem.NotSecure or MailboxProblem.WrongSettings;

    /// <summary>The problem as the code that answers and rows carry.</summary>
    public string Code => CodeOf(Problem);

    /// <summary>The stable code of a problem.</summary>
    public static string CodeOf(MailboxProblem problem) => problem switch
    {
        MailboxProblem.Unavailable => "mailbox-unavailable",
        MailboxProblem.Throttled => "mailbox-throttled",
        MailboxProblem.SignInRefused => "mailbox-sign-in-refused",
        MailboxProblem.Gone => "mailbox-gone",
        MailboxProblem.NotSecure => "mailbox-not-secure",
        MailboxProblem.WrongSettings => "mailbox-wrong-settings",
        MailboxProblem.TooLarge => "mailbox-message-too-large",
        _ => "mailbox-refused",
    };
}

/// <summary>Kinds of failure.</summary>
internal enum MailboxProblem
{
    /// <summary>It does not answer, or answers with an error of its own: try again later.</summary>
    Unavailable,

    /// <summary>It asks for a pause.</summary>
    Throttled,

    /// <summary>It does not let us in: a person must act.</summary>
    SignInRefused,

    /// <summary>There is no such mailbox any more: a person must act.</summary>
    Gone,

    /// <summary>The connection would not be encrypted, or its certificate is not trusted: a person must act.</summary>
    NotSecure,

    /// <summary>It lacks what is needed, or was set up wrongly: a person must act.</summary>
    WrongSettings,

    /// <summary>It refused this one thing, and will again.</summary>
    Refused,

    /// <summary>The mail is larger than the product reads.</summary>
    TooLarge,
}
