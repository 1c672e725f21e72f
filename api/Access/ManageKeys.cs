using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Access;

/// <summary>A key to make.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">drafts, classify, knowledgeRead, knowledgeWrite, memory.</param>
/// <param name="Tier">standard or high.</param>
/// <param name="ExpiresAt">When it ends; never if absent.</param>
/// <param name="Networks">Networks it may call from, such as 10.0.0.0/8; all if absent.</param>
internal sealed record NewApiKey(string? Name = null, IReadOnlyList<string>? Scopes = null, string? Tier = null, DateTimeOffset? ExpiresAt = null, IReadOnlyList<string>? Networks = null);

/// <summary>A key as it is shown; the key itself only in the answer that made it.</summary>
internal sealed record ApiKeyView(string Id, string Name, IReadOnlyList<string> Scopes, string Tier, IReadOnlyList<string> Networks, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt, string? Key = null);

/// <summary>The keys of an organisation.</summary>
internal sealed record ApiKeyList(IReadOnlyList<ApiKeyView> Keys);

/// <summary>Makes, lists and revokes API keys.</summary>
internal sealed class ManageKeys(OutlookAssistDatabase database, KnownKeys known, TimeProvider time)
{
    private const int LongestName = 100;
    private const int MostNetworks = 20;
    private static readonly Dictionary<string, Scopes> Names = new(StringComparer.Ordinal)
    {
        ["drafts"] = Scopes.Drafts,
        ["classify"] = Scopes.Classify,
        ["knowledgeRead"] = Scopes.KnowledgeRead,
        ["knowledgeWrite"] = Scopes.KnowledgeWrite,
        ["memory"] = Scopes.Memory,
        ["metrics"] = Scopes.Metrics,
    };

    /// <summary>All keys, the newest first, revoked ones too.</summary>
    public async Task<Ok<ApiKeyList>> ListAsync(Caller caller, CancellationToken cancellation)
    {
        var keys = await database.Set<ApiKey>().AsNoTracking().Where(key => key.Organisation == caller.Organisation).OrderByDescending(key => key.CreatedTicks).ToListAsync(cancellation);
        return TypedResults.Ok(new ApiKeyList([.. keys.Select(key => View(key))]));
    }

    /// <summary>201 with the key, which nobody will ever see again.</summary>
    public async Task<Results<Created<ApiKeyView>, ProblemHttpResult>> CreateAsync(NewApiKey request, Caller caller, CancellationToken cancellation)
    {
        if (request.Name is not { Length: > 0 and <= LongestName } name || string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl))
        {
            return Problems.Validation("name", $"Give a name of at most {LongestName} characters.");
        }

        if (request.Scopes is not { Count: > 0 } scopes || !scopes.All(Names.ContainsKey))
        {
            return Problems.Validation("scopes", $"Give at least one of {string.Join(", ", Names.Keys)}.");
        }

        if (request.Tier is not (null or "standard" or "high"))
        {
            return Problems.Validation("tier", "The tier is standard or high.");
        }

        if (request.ExpiresAt <= time.GetUtcNow())
        {
            return Problems.Validation("expiresAt", "Give a moment that is still to come.");
        }

        var networks = string.Join(' ', request.Networks ?? []);
        if (request.Networks?.Count > MostNetworks || !KnownKeys.AreNetworks(networks))
        {
            return Problems.Validation("networks", $"Give at most {MostNetworks} networks such as 10.0.0.0/8.");
        }

        var (text, id, digest) = KnownKeys.Create();
        var key = new ApiKey
        {
            Id = id,
            Organisation = caller.Organisation,
            Name = name.Trim(),
            Digest = digest,
            Networks = networks,
            Scopes = scopes.Aggregate(Scopes.None, (all, scope) => all | Names[scope]),
            Tier = request.Tier == "high" ? KeyTier.High : KeyTier.Standard,
            CreatedTicks = time.GetUtcNow().UtcTicks,
            ExpiresTicks = request.ExpiresAt?.UtcTicks,
        };
        database.Add(key);
        await database.SaveChangesAsync(cancellation);
        known.Forget();
        return TypedResults.Created($"/api/access/keys/{id}", View(key) with { Key = text });
    }

    /// <summary>204; a revoked key stays in the list and never works again.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(string id, Caller caller, CancellationToken cancellation)
    {
        var key = await database.Set<ApiKey>().FirstOrDefaultAsync(key => key.Id == id && key.Organisation == caller.Organisation, cancellation);
        if (key is null)
        {
            return Problems.NotFound("There is no API key with this identifier.");
        }

        key.RevokedTicks ??= time.GetUtcNow().UtcTicks;
        await database.SaveChangesAsync(cancellation);
        known.Forget();
        return TypedResults.NoContent();
    }

    private static ApiKeyView View(ApiKey key) => new(
        key.Id, key.Name, [.. Names.Where(name => key.Scopes.HasFlag(name.Value)).Select(name => name.Key)], key.Tier == KeyTier.High ? "high" : "standard",
        key.Networks.Split(' ', StringSplitOptions.RemoveEmptyEntries), At(key.CreatedTicks)!.Value, At(key.ExpiresTicks), At(key.RevokedTicks), At(key.LastUsedTicks));

    private static DateTimeOffset? At(long? ticks) => ticks is { } value ? new DateTimeOffset(value, TimeSpan.Zero) : null;
}
