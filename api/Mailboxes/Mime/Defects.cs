namespace OutlookAssist.Mailboxes.Mime;

/// <summary>Collects what is wrong with a message, each kind once, in words that quote nothing of it.</summary>
internal sealed class Defects
{
    /// <summary>A charset name nobody knows.</summary>
    public const string UnknownCharset = "A charset is unknown; its text was guessed.";

    /// <summary>UTF-7.</summary>
    public const string RefusedUtf7 = "UTF-7 is refused; its text was left as it came.";

    /// <summary>Bytes outside the charset.</summary>
    public const string WrongBytes = "Some bytes do not belong to the charset that is named.";

    /// <summary>No end of headers.</summary>
    public const string BrokenHeader = "A header line is malformed.";

    /// <summary>No boundary parameter.</summary>
    public const string MissingBoundary = "A multipart body names no boundary.";

    /// <summary>The last part never ends.</summary>
    public const string Truncated = "A multipart body has no end; the message may be cut off.";

    /// <summary>An inner multipart ends with the outer one.</summary>
    public const string BrokenNesting = "Multipart bodies are nested wrongly.";

    /// <summary>Characters outside the encoding.</summary>
    public const string WrongEncoding = "A body does not keep to its transfer encoding.";

    /// <summary>A transfer encoding nobody knows.</summary>
    public const string UnknownEncoding = "A transfer encoding is unknown; its body was left as it came.";

    /// <summary>Depth or number of parts beyond the limit.</summary>
    public const string TooComplex = "The message has too many or too deeply nested parts; the rest was left out.";

    /// <summary>winmail.dat.</summary>
    public const string Tnef = "An attachment is in Outlook's TNEF format (winmail.dat), which is not supported.";

    /// <summary>S/MIME or PGP.</summary>
    public const string Encrypted = "The message is encrypted; its text cannot be read.";

    /// <summary>A date nobody can read.</summary>
    public const string WrongDate = "The date is malformed.";

    /// <summary>Two fields that may stand once.</summary>
    public const string RepeatedField = "A header field that may stand once is repeated; the first was taken.";

    private readonly List<string> sentences = [];

    /// <summary>The sentences, in the order in which the defects were met.</summary>
    public IReadOnlyList<string> Sentences => sentences;

    /// <summary>Notes a defect.</summary>
    public void Add(string sentence)
    {
        if (!sentences.Contains(sentence))
            sentences.Add(sentence);
    }
}
