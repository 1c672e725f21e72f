using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;

namespace OutlookAssist.Audit;

/// <summary>Something that somebody did.</summary>
/// <param name="Caller">Who.</param>
/// <param name="Action">What.</param>
/// <param name="Target">To which thing.</param>
/// <param name="Outcome">The HTTP status of the answer.</param>
/// <param name="From">From where.</param>
internal sealed record AuditEvent(Caller Caller, string Action, string Target, int Outcome, IPAddress? From);

/// <summary>Appends to the trail, inside the transaction of what is recorded: neither is ever kept without the other.</summary>
internal sealed class AuditTrail(SealEntry sealing, TimeProvider time)
{
    private const int LongestTarget = 200;
    private readonly ConcurrentDictionary<(string Organisation, string Person, string Name), string> _pseudonyms = new();

    /// <summary>Adds one entry; the caller's transaction holds the write lock, so that entries never share a number.</summary>
    public async Task AppendAsync(OutlookAssistDatabase database, AuditEvent happened, CancellationToken cancellation)
    {
        if (database.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The trail is written inside a transaction.");
        }

        var organisation = happened.Caller.Organisation;
        var (number, before) = await HeadAsync(database, organisation, cancellation);
        var entry = new AuditEntry
        {
            Organisation = organisation,
            Number = number + 1,
            Ticks = time.GetUtcNow().UtcTicks,
            Actor = await PseudonymAsync(database, happened.Caller, cancellation),
            Action = happened.Action,
            Target = new string([.. happened.Target.Where(character => !char.IsControl(character)).Take(LongestTarget)]),
            Outcome = happened.Outcome,
            Network = NetworkOf(happened.From),
            Seal = "",
        };
        entry.Seal = sealing.Of(entry, before);
        await database.ExecuteAsync(
            "INSERT INTO AuditEntries (Organisation, Number, Ticks, Actor, Action, Target, Outcome, Network, Seal) VALUES ($organisation, $number, $ticks, $actor, $action, $target, $outcome, $network, $seal);"
            + " INSERT INTO AuditHeads (Organisation, Number, Seal) VALUES ($organisation, $number, $seal) ON CONFLICT (Organisation) DO UPDATE SET Number = $number, Seal = $seal",
            cancellation,
            ("$organisation", organisation), ("$number", entry.Number), ("$ticks", entry.Ticks), ("$actor", entry.Actor), ("$action", entry.Action),
            ("$target", entry.Target), ("$outcome", entry.Outcome), ("$network", entry.Network), ("$seal", entry.Seal));
    }

    /// <summary>Makes the entries of a person nobody's; the trail itself stays whole.</summary>
    public async Task<int> ForgetAsync(OutlookAssistDatabase database, string organisation, string person, CancellationToken cancellation)
    {
        var forgotten = await database.ExecuteAsync("DELETE FROM AuditActors WHERE Organisation = $organisation AND Person = $person", cancellation, ("$organisation", organisation), ("$person", person));
        ForgetPseudonyms();
        return forgotten;
    }

    /// <summary>Looks every pseudonym up again: some of them have lost their person.</summary>
    public void ForgetPseudonyms() => _pseudonyms.Clear();

    private static async Task<(long Number, string Seal)> HeadAsync(OutlookAssistDatabase database, string organisation, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync("SELECT Number, Seal FROM AuditHeads WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetInt64(0), reader.GetString(1)) : (0, SealEntry.Beginning);
    }

    private async Task<string> PseudonymAsync(OutlookAssistDatabase database, Caller caller, CancellationToken cancellation)
    {
        var key = (caller.Organisation, caller.Person, caller.Name);
        if (_pseudonyms.TryGetValue(key, out var known))
        {
            return known;
        }

        await using var command = await database.CommandAsync(
            "SELECT Pseudonym FROM AuditActors WHERE Organisation = $organisation AND Person = $person", cancellation, ("$organisation", caller.Organisation), ("$person", caller.Person));
        var found = (string?)await command.ExecuteScalarAsync(cancellation);
        var pseudonym = found ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        await database.ExecuteAsync(
            "INSERT INTO AuditActors (Pseudonym, Organisation, Person, Name, Address) VALUES ($pseudonym, $organisation, $person, $name, $address) ON CONFLICT (Pseudonym) DO UPDATE SET Name = $name, Address = $address",
            cancellation, ("$pseudonym", pseudonym), ("$organisation", caller.Organisation), ("$person", caller.Person), ("$name", caller.Name), ("$address", caller.Address));
        if (found is not null)
        {
            // One that was made just now may still be rolled back with its transaction.
            _pseudonyms[key] = pseudonym;
        }

        return pseudonym;
    }

    /// <summary>The first three parts of an IPv4 address, the first three groups of an IPv6 one: enough to see where, not who.</summary>
    private static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        var (kept, length) = bytes.Length == 4 ? (3, 24) : (6, 48);
        Array.Clear(bytes, kept, bytes.Length - kept);
        return $"{new IPAddress(bytes)}/{length}";
    }
}
