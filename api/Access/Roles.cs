namespace OutlookAssist.Access;

/// <summary>What a person is trusted with; one person may have several, and none includes another.</summary>
[Flags]
internal enum Roles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Drafts replies, and reads what they rest on.</summary>
    Agent = 1,

    /// <summary>Looks at what others drafted and approves it.</summary>
    Reviewer = 2,

    /// <summary>Adds, tags and removes documents, and answers open questions.</summary>
    KnowledgeAdmin = 4,

    /// <summary>Keys, settings, organisations, privacy duties; not the mail and not the documents.</summary>
    Admin = 8,

    /// <summary>Reads the audit trail and nothing else.</summary>
    Auditor = 16,

    /// <summary>Everybody who signed in, whatever else they may do.</summary>
    SignedIn = 32,

    /// <summary>Whoever may read documents.</summary>
    Readers = Agent | Reviewer | KnowledgeAdmin,

    /// <summary>The one person of a product without sign-in.</summary>
    All = Agent | Reviewer | KnowledgeAdmin | Admin | Auditor | SignedIn,
}

/// <summary>What an API key may be used for.</summary>
[Flags]
internal enum Scopes
{
    /// <summary>Nothing: the address is for people only.</summary>
    None = 0,

    /// <summary>Drafts and their ratings.</summary>
    Drafts = 1,

    /// <summary>Reading and classifying mails, masking text.</summary>
    Classify = 2,

    /// <summary>Searching and reading documents.</summary>
    KnowledgeRead = 4,

    /// <summary>Adding and removing documents.</summary>
    KnowledgeWrite = 8,

    /// <summary>Kernel Memory's own addresses.</summary>
    Memory = 16,

    /// <summary>Metrics and alerts.</summary>
    Metrics = 32,
}
