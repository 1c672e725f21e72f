using System.Text.Json;

namespace OutlookAssist.Mailboxes.Providers.Imap;

/// <summary>How far each folder was read: UIDs count only together with the UIDVALIDITY under which they were given.</summary>
/// <param name="Folders">By the server's name of the folder.</param>
/// <param name="At">The folder that is next.</param>
internal sealed record ImapCursor(IReadOnlyDictionary<string, FolderMark> Folders, int At)
{
    /// <summary>Before the first reading.</summary>
    public static readonly ImapCursor Start = new(new Dictionary<string, FolderMark>(), 0);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ImapCursor Read(string? cursor) => cursor is null ? Start : JsonSerializer.Deserialize<ImapCursor>(cursor) ?? Start;

    /// <summary>As text.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>With this folder read up to a UID.</summary>
    public ImapCursor With(string folder, uint validity, uint last, int at) =>
        new(new Dictionary<string, FolderMark>(Folders) { [folder] = new FolderMark(validity, last) }, at);
}

/// <summary>The last UID that was read under a UIDVALIDITY.</summary>
internal sealed record FolderMark(uint Validity, uint Last);

/// <summary>The name of one mail: folder, UIDVALIDITY and UID together.</summary>
internal sealed record ImapMailId(uint Validity, uint Uid, string Folder)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is no such name.</summary>
    public static ImapMailId? Read(string text) =>
        text.Split('.', 3) is [var validity, var uid, var folder] && uint.TryParse(validity, out var validityNumber) && uint.TryParse(uid, out var uidNumber)
            ? new ImapMailId(validityNumber, uidNumber, folder)
            : null;

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Validity}.{Uid}.{Folder}");
}
