using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutlookAssist.Mailboxes.Providers.Graph;

/// <summary>The pieces of Microsoft Graph's answers that are used; whatever else is in them is left unread.</summary>
internal sealed record GraphList<T>(
    IReadOnlyList<T>? Value = null,
    [property: JsonPropertyName("@odata.nextLink")] string? NextLink = null,
    [property: JsonPropertyName("@odata.deltaLink")] string? DeltaLink = null);

/// <summary>A mail.</summary>
internal sealed record GraphMessage(
    string? Id = null,
    string? ChangeKey = null,
    string? ConversationId = null,
    DateTimeOffset? ReceivedDateTime = null,
    bool? IsDraft = null,
    GraphRecipient? From = null,
    GraphBody? Body = null,
    IReadOnlyList<GraphProperty>? SingleValueExtendedProperties = null,
    [property: JsonPropertyName("@removed")] JsonElement? Removed = null);

/// <summary>A body with its type.</summary>
internal sealed record GraphBody(string? ContentType = null, string? Content = null);

/// <summary>Somebody.</summary>
internal sealed record GraphRecipient(GraphAddress? EmailAddress = null);

/// <summary>An address.</summary>
internal sealed record GraphAddress(string? Address = null, string? Name = null);

/// <summary>A property of our own on a mail.</summary>
internal sealed record GraphProperty(string? Id = null, string? Value = null);

/// <summary>A folder.</summary>
internal sealed record GraphFolder(string? Id = null, string? DisplayName = null);

/// <summary>A subscription.</summary>
internal sealed record GraphSubscription(string? Id = null, DateTimeOffset? ExpirationDateTime = null);
