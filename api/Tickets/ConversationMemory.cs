using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Mailboxes;
using OutlookAssist.Protection;

namespace OutlookAssist.Tickets;

/// <summary>Remembers every turn of a conversation once, sealed, and tells a draft what was said and promised before.</summary>
internal sealed class ConversationMemory(ContentCipher cipher)
{
    private const int LongestTurn = 20_000;
    private const int MostTurns = 200;

    /// <summary>Beyond this a thread is told by its summary.</summary>
    private const int LongestThread = 3_500;

    /// <summary>Adds what the mail says, and what it quotes that was not known yet; gives the turns that were there before.</summary>
    public async Task<IReadOnlyList<KnownTurn>> AddAsync(OutlookAssistDatabase database, Conversation conversation, ReceivedMessage mail, ReadableMessage readable, CancellationToken cancellation)
    {
        var turns = ReadThread.Read(readable);
        var before = await TurnsAsync(database, conversation, cancellation);
        var known = (await database.Set<ConversationTurn>().Where(row => row.ConversationId == conversation.Id).Select(row => row.TextKey).ToListAsync(cancellation)).ToHashSet();
        for (var index = 0; index < turns.Count && known.Count < MostTurns; index++)
        {
            var turn = turns[index];
            var isLast = index == turns.Count - 1;
            var textKey = LinkConversation.Hash($"{conversation.Id}\n{Letters(turn.Text)}");
            if (!known.Add(textKey))
            {
                continue;
            }

            var id = Guid.NewGuid().ToString("N");
            var remembered = new RememberedTurn(turn.Author?.Name, turn.Text.Length <= LongestTurn ? turn.Text : turn.Text[..LongestTurn], turn.Promises);
            database.Add(new ConversationTurn
            {
                Id = id,
                Organisation = conversation.Organisation,
                ConversationId = conversation.Id,
                MessageId = isLast ? mail.Id : null,
                MessageIdKey = isLast ? LinkConversation.KeyOf(mail.InternetMessageId) : null,
                TextKey = textKey,
                Person = isLast ? mail.FromAddress : Arrival.AddressOf(turn.Author),
                SentTicks = isLast || turn.SentOn is not { } day ? mail.ReceivedTicks : Math.Min(mail.ReceivedTicks, day.ToDateTime(TimeOnly.MinValue).Ticks),
                Number = index,
                Content = cipher.Seal(conversation.Organisation, TicketTable.Turn.PlaceOf(id), JsonSerializer.SerializeToUtf8Bytes(remembered)),
            });
        }

        return before;
    }

    /// <summary>What was said before this mail, oldest first.</summary>
    public async Task<IReadOnlyList<KnownTurn>> BeforeAsync(OutlookAssistDatabase database, Conversation conversation, long messageId, CancellationToken cancellation) =>
        [.. (await TurnsAsync(database, conversation, cancellation)).Where(turn => turn.MessageId != messageId)];

    /// <summary>All turns that are remembered, oldest first.</summary>
    public async Task<IReadOnlyList<KnownTurn>> TurnsAsync(OutlookAssistDatabase database, Conversation conversation, CancellationToken cancellation)
    {
        var rows = await database.Set<ConversationTurn>().AsNoTracking().Where(row => row.ConversationId == conversation.Id)
            .OrderBy(row => row.SentTicks).ThenBy(row => row.Number).ToListAsync(cancellation);
        return [.. rows.Select(row => new KnownTurn(row.MessageId, row.Person, row.SentTicks, row.Outcome, Open(row)))];
    }

    /// <summary>The thread as text for a writer: word for word while it is short, else its summary.</summary>
    public static string Tell(IReadOnlyList<KnownTurn> turns)
    {
        var text = new StringBuilder();
        foreach (var turn in turns)
        {
            text.Append(CultureInfo.InvariantCulture, $"{HeadOf(turn)}\n{turn.Said.Text}\n\n");
        }

        return text.Length <= LongestThread ? text.ToString().Trim() : SummarizeThread.Of(turns);
    }

    /// <summary>The line above a turn: who, when, and what became of what they asked.</summary>
    internal static string HeadOf(KnownTurn turn) =>
        string.Create(CultureInfo.InvariantCulture, $"{turn.Said.Author ?? turn.Person ?? "?"}, {new DateTime(turn.SentTicks, DateTimeKind.Utc):yyyy-MM-dd}{(turn.Outcome is null ? "" : $" ({turn.Outcome})")}:");

    private RememberedTurn Open(ConversationTurn row) =>
        JsonSerializer.Deserialize<RememberedTurn>(cipher.Open(row.Organisation, TicketTable.Turn.PlaceOf(row.Id), row.Content)) ?? new RememberedTurn(null, "", []);

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}

/// <summary>A turn as it is known.</summary>
/// <param name="MessageId">The received mail it was; null for one that was only quoted.</param>
/// <param name="Person">Who said it.</param>
/// <param name="SentTicks">When, in UTC ticks.</param>
/// <param name="Outcome">What a draft made of its questions.</param>
/// <param name="Said">The words.</param>
internal sealed record KnownTurn(long? MessageId, string? Person, long SentTicks, string? Outcome, RememberedTurn Said);
