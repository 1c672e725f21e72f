using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Review;

/// <summary>Brings the mailbox to what was decided: an approved text lies in its drafts, an unfit or overtaken one is taken out. It never sends.</summary>
internal sealed class FollowDecision(OutlookAssistDatabase database, OpenMailbox mailboxes, StoreArrivals store, ReplyOfItem replies, SealReview sealing, DiscardItems discard, ReviewNews news, TimeProvider time) : IJobHandler<ReviewDecided>
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async Task HandleAsync(ReviewDecided payload, CancellationToken cancellation)
    {
        if (await replies.FindAsync(payload.Organisation, payload.ItemId, cancellation) is not { } found || found.Item.Version != payload.Version || found.Item.Delivery != DeliveryState.Pending)
        {
            return; // Taken back, or followed by an earlier try.
        }

        var connection = await database.Set<MailboxConnection>().AsNoTracking().FirstOrDefaultAsync(mailbox => mailbox.Id == found.Item.MailboxId && mailbox.Organisation == payload.Organisation, cancellation);
        var message = await database.Set<ReceivedMessage>().AsNoTracking().FirstOrDefaultAsync(message => message.Id == found.Item.MessageId && message.Organisation == payload.Organisation, cancellation);
        if (connection is null or { State: MailboxState.Disconnected } || message is null)
        {
            await SettleAsync(payload, found.Item.State == ReviewState.Approved ? DeliveryState.Failed : DeliveryState.None, cancellation);
            return;
        }

        if (connection.State == MailboxState.Paused)
        {
            throw new JobDeferredException(AskAgain); // Somebody wants it left alone for now.
        }

        try
        {
            await using var mailbox = await mailboxes.OpenAsync(connection, cancellation);
            await FollowAsync(mailbox, connection, message, found, payload, cancellation);
        }
        catch (MailboxException failure) when (failure.Problem is MailboxProblem.Unavailable or MailboxProblem.Throttled)
        {
            throw new JobDeferredException(failure.RetryAfter ?? AskAgain);
        }
        catch (MailboxException)
        {
            await SettleAsync(payload, DeliveryState.Failed, cancellation);
        }
    }

    /// <inheritdoc />
    public Task GiveUpAsync(ReviewDecided payload, CancellationToken cancellation) => SettleAsync(payload, DeliveryState.Failed, cancellation);

    private async Task FollowAsync(IMailbox mailbox, MailboxConnection connection, ReceivedMessage message, ReplyToReview found, ReviewDecided payload, CancellationToken cancellation)
    {
        var item = found.Item;
        var tag = item.DraftTag ?? $"review-{item.Id}";
        var answered = new AnsweredMessage(message.ProviderId, message.InternetMessageId, message.ConversationId, new DateTimeOffset(message.ReceivedTicks, TimeSpan.Zero));
        var lying = await mailbox.FindDraftAsync(tag, cancellation);
        if (item.State != ReviewState.Approved)
        {
            // What a person has changed in the mailbox is theirs and stays.
            var outcome = lying is null ? DiscardOutcome.NotFound : await mailbox.DiscardDraftAsync(lying, cancellation);
            await SettleAsync(payload, outcome == DiscardOutcome.Discarded ? DeliveryState.Removed : DeliveryState.None, cancellation);
            return;
        }

        if (await mailbox.ReadConversationAsync(answered, cancellation) is { HasNewerMessage: true } or { IsAnswered: true })
        {
            await OvertakeAsync(payload, cancellation);
            return;
        }

        var edited = sealing.EditedTextOf(item);
        if (lying is null || edited is not null)
        {
            if (lying is not null && await mailbox.DiscardDraftAsync(lying, cancellation) == DiscardOutcome.Changed)
            {
                await SettleAsync(payload, DeliveryState.Failed, cancellation); // Two people wrote two texts: neither is thrown away.
                return;
            }

            if (await store.ReadContentAsync(message, cancellation) is not { } raw || Arrival.Read(raw, message.ConversationId)?.Message is not { } mail)
            {
                await SettleAsync(payload, DeliveryState.Failed, cancellation); // Without the mail nobody knows whom to answer.
                return;
            }

            await mailbox.SaveDraftAsync(ReplyToSave.Of(found, edited, mail, connection, answered), tag, cancellation);
        }

        await SettleAsync(payload, DeliveryState.Saved, cancellation);
    }

    private Task OvertakeAsync(ReviewDecided payload, CancellationToken cancellation) =>
        ChangeAsync(payload, item => discard.Discard(database, item, DiscardItems.ThreadMovedOn), cancellation);

    private Task SettleAsync(ReviewDecided payload, DeliveryState delivery, CancellationToken cancellation) =>
        ChangeAsync(payload, item =>
        {
            item.Delivery = delivery;
            database.Record(item, delivery == DeliveryState.Failed ? ReviewEventKind.DeliveryFailed : ReviewEventKind.Delivered, time.GetUtcNow().UtcTicks);
        }, cancellation);

    /// <summary>Only what is still as the decision left it is changed: a decision that was taken back in the last moment stays taken back.</summary>
    private async Task ChangeAsync(ReviewDecided payload, Action<ReviewItem> change, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var item = await database.Set<ReviewItem>().FirstOrDefaultAsync(
            item => item.Id == payload.ItemId && item.Organisation == payload.Organisation && item.Version == payload.Version && item.Delivery == DeliveryState.Pending, cancellation);
        if (item is null)
        {
            return;
        }

        change(item);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        news.Wake();
    }
}
