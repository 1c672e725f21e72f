namespace OutlookAssist.Mailboxes;

/// <summary>Mail whose sender or organisation has restricted who may read it: labelled, encrypted, rights-managed, confidential. No model sees it.</summary>
internal static class ProtectedMail
{
    private static readonly string[] EncryptedTypes = ["application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted", "application/pgp-encrypted", "application/x-microsoft-rpmsg-message"];
    private static readonly string[] EncryptedNames = ["smime.p7m", "message.rpmsg", "encrypted.asc"];

    /// <summary>Whether headers, attachments or the body say so.</summary>
    public static bool Is(Message message) =>
        (message.Headers?.Any(header => IsMark(header.Key, header.Value)) ?? false)
        || (message.Attachments?.Any(attachment => EncryptedNames.Contains(attachment.Name?.Trim(), StringComparer.OrdinalIgnoreCase) || IsEncrypted(attachment.ContentType)) ?? false)
        || (message.Body?.Content?.Contains("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal) ?? false);

    private static bool IsMark(string name, string value) => name.ToLowerInvariant() switch
    {
        "msip_labels" or "x-ms-exchange-organization-classification" or "x-microsoft-classified" => value.Trim().Length > 0,
        "sensitivity" => value.Trim() is { Length: > 0 } level && !level.Equals("normal", StringComparison.OrdinalIgnoreCase),
        "content-class" => value.Contains("rpmsg", StringComparison.OrdinalIgnoreCase),
        "content-type" => IsEncrypted(value),
        _ => false,
    };

    private static bool IsEncrypted(string? type) => type is not null && EncryptedTypes.Any(encrypted => type.Contains(encrypted, StringComparison.OrdinalIgnoreCase));
}
