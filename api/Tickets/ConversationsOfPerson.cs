using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Tickets;

/// <summary>Conversations with a person, and turns of others that name them, can be given out and removed; all of them end with retention and with the organisation.</summary>
internal sealed class ConversationsOfPerson(OutlookAssistDatabase database, ConversationMemory memory) : IPersonRecords, IRetainedRecords, IOrganisationData
{
    private const int Together = 200;

    /// <inheritdoc cref="IPersonRecords.Name" />
    public string Name => "conversations";

    /// <inheritdoc />
    public string Class => RetentionClass.Mail;

    /// <inheritdoc />
    public async Task<int> EraseAsync(string organisation, string address, CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var (conversation, _) in FindAsync(organisation, address, cancellation))
        {
            ids.Add(conversation.Id);
        }

        foreach (var id in ids)
        {
            await database.ExecuteAsync("DELETE FROM Escalations WHERE ConversationId = $id", cancellation, ("$id", id));
            await database.ExecuteAsync("DELETE FROM Conversations WHERE Id = $id", cancellation, ("$id", id));
        }

        return ids.Count;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonRecord> ExportAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (conversation, turns) in FindAsync(organisation, address, cancellation))
        {
            yield return PersonRecord.Json(conversation.Id, new
            {
                conversation.Person,
                conversation.Category,
                conversation.Urgency,
                OpenedAt = new DateTimeOffset(conversation.OpenedTicks, TimeSpan.Zero),
                Turns = turns.Select(turn => new { turn.Person, SentAt = new DateTimeOffset(turn.SentTicks, TimeSpan.Zero), turn.Outcome, turn.Said.Author, turn.Said.Text, turn.Said.Promises }),
            });
        }
    }

    /// <inheritdoc />
    public Task<int> PurgeAsync(string organisation, DateTimeOffset before, CancellationToken cancellation) =>
        RemoveAsync("Organisation = $organisation AND LastTicks < $before", cancellation, ("$organisation", organisation), ("$before", before.UtcTicks));

    /// <inheritdoc />
    public async Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation) =>
        await RemoveAsync("Organisation = $organisation", cancellation, ("$organisation", organisation))
        + await database.ExecuteAsync("DELETE FROM ServiceLevels WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));

    private async Task<int> RemoveAsync(string which, CancellationToken cancellation, params (string, object?)[] parameters)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        await database.ExecuteAsync($"DELETE FROM Escalations WHERE ConversationId IN (SELECT Id FROM Conversations WHERE {which})", cancellation, parameters);
        var count = await database.ExecuteAsync($"DELETE FROM Conversations WHERE {which}", cancellation, parameters);
        await transaction.CommitAsync(cancellation);
        return count;
    }

    /// <summary>What was said is sealed, so it is read to find those who are only named in it.</summary>
    private async IAsyncEnumerable<(Conversation Conversation, IReadOnlyList<KnownTurn> Turns)> FindAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var before = 0; ; before += Together)
        {
            var page = await database.Set<Conversation>().AsNoTracking().Where(row => row.Organisation == organisation)
                .OrderBy(row => row.Id).Skip(before).Take(Together).ToListAsync(cancellation);
            foreach (var conversation in page)
            {
                var turns = await memory.TurnsAsync(database, conversation, cancellation);
                if (conversation.Person == address || turns.Any(turn => turn.Person == address || PersonAddress.IsIn(turn.Said.Text, address)))
                {
                    yield return (conversation, turns);
                }
            }

            if (page.Count < Together)
            {
                yield break;
            }
        }
    }
}
