using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Http;

namespace OutlookAssist.Access;

/// <summary>The address that a browser should be able to open by itself.</summary>
internal sealed record LinkRequest(string? Path = null);

/// <summary>Good for one path and one minute.</summary>
internal sealed record LinkTicket(string Ticket);

/// <summary>Lets a browser follow a link to a document, which cannot carry a token: signed, for one path, for a minute, for reading alone.</summary>
internal sealed class LinkTickets(TimeProvider time)
{
    private const string Documents = "/api/knowledge/documents/";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private const int MostKept = 10_000;

    // Tickets need not survive a restart, so nobody has to keep this key.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    // A person may be in more groups than an address has room for.
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _groups = new(StringComparer.Ordinal);

    /// <summary>A ticket for the content of one document; whether the caller may read it is decided when it is used.</summary>
    public Results<Ok<LinkTicket>, ProblemHttpResult> Issue(LinkRequest request, Caller caller)
    {
        if (request.Path is not { } path || !path.StartsWith(Documents, StringComparison.Ordinal) || !path.EndsWith("/content", StringComparison.Ordinal))
        {
            return Problems.Validation("path", $"Give the path of a document's content, below {Documents}.");
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new Ticket(Uri.UnescapeDataString(path), caller.Organisation, caller.Person, caller.Name, caller.Roles, Keep(caller.Groups), (time.GetUtcNow() + Lifetime).UtcTicks));
        return TypedResults.Ok(new LinkTicket($"{Base64Url.EncodeToString(body)}.{Base64Url.EncodeToString(HMACSHA256.HashData(_key, body))}"));
    }

    /// <summary>Who may open this path with the ticket; null for a ticket that is forged, over, or another path's.</summary>
    public Caller? Read(string ticket, PathString path)
    {
        var dot = ticket.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !Base64Url.IsValid(ticket.AsSpan(0, dot)) || !Base64Url.IsValid(ticket.AsSpan(dot + 1)))
        {
            return null;
        }

        var body = Base64Url.DecodeFromChars(ticket.AsSpan(0, dot));
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_key, body), Base64Url.DecodeFromChars(ticket.AsSpan(dot + 1))))
        {
            return null;
        }

        var read = JsonSerializer.Deserialize<Ticket>(body)!;
        return read.Path == path.Value && read.EndsTicks > time.GetUtcNow().UtcTicks
            ? new Caller(read.Organisation, read.Person) { Name = read.Name, Roles = read.Roles & Roles.Readers, Groups = _groups.GetValueOrDefault(read.Groups, []) }
            : null;
    }

    private string Keep(IReadOnlyList<string> groups)
    {
        if (groups.Count == 0)
        {
            return "";
        }

        if (_groups.Count >= MostKept)
        {
            _groups.Clear(); // Whoever holds a ticket that very minute asks for another.
        }

        var name = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(groups)));
        _groups[name] = groups;
        return name;
    }

    private sealed record Ticket(string Path, string Organisation, string Person, string Name, Roles Roles, string Groups, long EndsTicks);
}
