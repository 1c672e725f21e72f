using System.Text.Json;

namespace OutlookAssist.Mailboxes.Providers.Graph;

/// <summary>How far each folder was read: the link that Graph gave, used as it is.</summary>
/// <param name="Links">By the folder as the settings name it.</param>
/// <param name="At">The folder that is next.</param>
internal sealed record GraphCursor(IReadOnlyDictionary<string, string> Links, int At)
{
    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static GraphCursor Read(string? cursor) => (cursor is null ? null : JsonSerializer.Deserialize<GraphCursor>(cursor)) ?? new GraphCursor(new Dictionary<string, string>(), 0);

    /// <summary>As text.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>With a new link of a folder; null forgets it, so that the folder is read from its beginning.</summary>
    public GraphCursor With(string folder, string? link, int at)
    {
        var links = new Dictionary<string, string>(Links);
        if (link is null)
        {
            links.Remove(folder);
        }
        else
        {
            links[folder] = link;
        }

        return new GraphCursor(links, at);
    }
}
