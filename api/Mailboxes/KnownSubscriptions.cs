using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Mailboxes;

/// <summary>The subscriptions by which mailboxes tell of news, in memory: a flood of wrong notices must not reach the database.</summary>
internal sealed class KnownSubscriptions(IDbContextFactory<OutlookAssistDatabase> databases, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _loading = new(1, 1);
    private Dictionary<string, KnownSubscription> _known = [];
    private DateTimeOffset _until;

    /// <summary>Reads them again at the next notice.</summary>
    public void Forget() => _until = default;

    /// <summary>The mailbox that this notice is about; null unless both the subscription and its secret are ours.</summary>
    public async ValueTask<KnownSubscription?> FindAsync(string? id, string? secret, CancellationToken cancellation)
    {
        if (id is null || secret is null)
        {
            return null;
        }

        if (_until <= time.GetUtcNow())
        {
            await LoadAsync(cancellation);
        }

        return _known.TryGetValue(id, out var known) && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(known.SecretHash), Encoding.ASCII.GetBytes(PushSubscription.HashOf(secret))) ? known : null;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await _loading.WaitAsync(cancellation);
        try
        {
            if (_until > time.GetUtcNow())
            {
                return;
            }

            await using var database = await databases.CreateDbContextAsync(cancellation);
            var rows = await database.Set<MailboxConnection>().AsNoTracking().Where(row => row.Subscription != null && row.State == MailboxState.Connected)
                .Select(row => new { row.Id, row.Organisation, row.Subscription }).ToListAsync(cancellation);
            var known = new Dictionary<string, KnownSubscription>();
            foreach (var row in rows)
            {
                if (PushSubscription.Read(row.Subscription) is { } subscription)
                {
                    known[subscription.Id] = new KnownSubscription(row.Organisation, row.Id, subscription.SecretHash);
                }
            }

            (_known, _until) = (known, time.GetUtcNow() + KeptFor);
        }
        finally
        {
            _loading.Release();
        }
    }
}

/// <summary>Whose subscription it is.</summary>
internal sealed record KnownSubscription(string Organisation, string MailboxId, string SecretHash);

/// <summary>A subscription as it is stored: the secret that notices must bring is kept as a hash only.</summary>
internal sealed record PushSubscription(string Id, string SecretHash)
{
    /// <summary>What is stored of a secret.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PushSubscription? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<PushSubscription>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As text.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}
