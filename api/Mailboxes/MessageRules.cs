namespace OutlookAssist.Mailboxes;

/// <summary>What a mail must have before it can be read, in one place for every address that takes one.</summary>
internal static class MessageRules
{
    /// <summary>The path of the first offending field below <paramref name="path"/> and what to do about it; null when all is well.</summary>
    public static (string Field, string Detail)? Examine(Message? message, string path)
    {
        if (message is null)
        {
            return (path, "The mail is missing.");
        }

        if (message.Body is null)
        {
            return ($"{path}.body", "The mail has no body.");
        }

        if (message.Body.ContentType is not (null or "text" or "html"))
        {
            return ($"{path}.body.contentType", "The content type of a body is text or html.");
        }

        if (message.Body.Content is not { } content || !HasWords(content))
        {
            return ($"{path}.body.content", "The body has no text.");
        }

        return content.Contains('\0', StringComparison.Ordinal)
            ? ($"{path}.body.content", "The body holds binary data instead of text.")
            : null;
    }

    private static bool HasWords(string content) => content.Any(character => !char.IsWhiteSpace(character) && !char.IsControl(character));
}
