using System.Text;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Mailboxes;
using OutlookAssist.Review;
using OutlookAssist.Tests.Api.Support;
using OutlookAssist.Tickets;

namespace OutlookAssist.Tests.Api.Autopilot;

public class AnswerMailTests(AutopilotProduct product) : IClassFixture<AutopilotProduct>
{
    private const string Question = "Hello,\n\nwithin how many days may I return a bicycle after delivery?\n\nKind regards,\nAna Ruiz";

    [Fact]
    public async Task A_mail_becomes_one_draft_in_the_mailbox_and_one_item_in_review_and_every_step_is_seen()
    {
        var id = await product.ArriveAsync(Question);
        var way = await product.FinishedAsync(id, "saved");
        Assert.Equal(["parse", "attachments", "classify", "link", "prioritise", "look", "remember", "draft", "save", "offer"], way.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("name").GetString()));
        var draft = await DraftOfAsync(id);
        Assert.Contains("within 30 days after delivery", draft.Text, StringComparison.Ordinal);
        Assert.Equal(["ana@customer.example"], draft.To.Select(to => to.Address!));
        await using var database = product.Open();
        var item = await database.Set<ReviewItem>().SingleAsync(row => row.MessageId == id);
        Assert.Equal((way.GetProperty("draftId").GetString(), ReviewState.Waiting), (item.DraftId, item.State));
    }

    [Fact]
    public async Task A_draft_that_the_mailbox_took_without_our_hearing_of_it_is_found_and_not_made_again()
    {
        var failed = false;
        product.Mailboxes.After = reply => reply.Answers.InternetMessageId == "<lost-answer@customer.example>" && !failed && (failed = true)
            ? throw new MailboxException(MailboxProblem.Unavailable, "The answer was lost.")
            : Task.CompletedTask;
        var id = await product.ArriveAsync(Question, id: "<lost-answer@customer.example>");
        await product.FinishedAsync(id, "saved");
        Assert.True(failed);
        await DraftOfAsync(id);
    }

    [Fact]
    public async Task A_mailbox_that_fails_more_often_than_a_job_may_loses_nothing()
    {
        var failures = 0;
        product.Mailboxes.Before = reply => reply.Answers.InternetMessageId == "<failing@customer.example>" && ++failures <= 7
            ? throw new MailboxException(MailboxProblem.Throttled, "Later.", TimeSpan.FromMilliseconds(10))
            : Task.CompletedTask;
        var id = await product.ArriveAsync(Question, id: "<failing@customer.example>");
        await product.FinishedAsync(id, "saved");
        Assert.Equal(8, failures);
    }

    [Theory]
    [InlineData(false, false, true, "draft-of-a-person")]
    [InlineData(false, true, false, "answered")]
    [InlineData(true, false, false, "thread-moved-on")]
    public async Task Nothing_is_drafted_where_a_person_was_faster(bool isNewer, bool isAnswered, bool hasDraft, string reason)
    {
        var provider = $"taken-{reason}";
        product.Mailboxes.Threads[provider] = new ConversationState(isNewer, isAnswered, hasDraft);
        var id = await product.StoreAsync(provider, Mail($"<{reason}@customer.example>", Question), product.Connection);
        Assert.Equal(reason, (await product.FinishedAsync(id, "leftAlone")).GetProperty("reason").GetString());
        await using var database = product.Open();
        var mail = await database.Set<ReceivedMessage>().SingleAsync(row => row.Id == id);
        Assert.False(product.Mailboxes.Drafts.ContainsKey(OutlookAssist.Autopilot.AnswerMail.TagOf(mail)));
        Assert.False(await database.Set<ReviewItem>().AnyAsync(row => row.MessageId == id));
    }

    [Fact]
    public async Task Where_autopilot_is_off_people_get_the_mail_without_a_draft()
    {
        var quiet = await product.ConnectAsync("quiet@shop.example", new MailboxSettings { Autopilot = false });
        var id = await product.ArriveAsync(Question, into: quiet);
        Assert.Equal("autopilot-off", (await product.FinishedAsync(id, "withPeople")).GetProperty("reason").GetString());
        await using var database = product.Open();
        Assert.Null((await database.Set<ReviewItem>().SingleAsync(row => row.MessageId == id)).DraftId);
    }

    [Fact]
    public async Task A_mail_of_a_thread_joins_it_and_what_was_said_is_remembered_once()
    {
        var first = await product.ArriveAsync(Question, "Order 4711", id: "<first@customer.example>");
        await product.FinishedAsync(first, "saved");
        var second = await product.ArriveAsync($"And who pays for that?\n\n> {Question.ReplaceLineEndings("\n> ")}", "Re: Order 4711", more: "In-Reply-To: <ours@shop.example>\r\nReferences: <first@customer.example> <ours@shop.example>\r\n");
        await product.FinishedAsync(second, "saved");
        await using var database = product.Open();
        var turns = await database.Set<ConversationTurn>().Where(turn => turn.MessageId == first || turn.MessageId == second).ToListAsync();
        Assert.Equal(2, turns.Count);
        Assert.Single(turns.Select(turn => turn.ConversationId).Distinct());
        Assert.Equal("answered", turns.Single(turn => turn.MessageId == first).Outcome);
    }

    [Fact]
    public async Task What_is_asked_in_an_attachment_is_answered()
    {
        var mail = "From: ana@customer.example\r\nTo: shop@shop.example\r\nSubject: Letter\r\nMessage-ID: <letter@customer.example>\r\nDate: Fri, 20 Nov 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease read the letter.\r\n--b\r\nContent-Type: text/plain; name=letter.txt\r\nContent-Disposition: attachment; filename=letter.txt\r\n\r\nWithin how many days may I return a bicycle after delivery?\r\n--b--\r\n";
        var id = await product.StoreAsync("letter", Encoding.UTF8.GetBytes(mail), product.Connection);
        await product.FinishedAsync(id, "saved");
        Assert.Contains("within 30 days", (await DraftOfAsync(id)).Text, StringComparison.Ordinal);
    }

    private static byte[] Mail(string id, string body) =>
        Encoding.UTF8.GetBytes($"From: ana@customer.example\r\nTo: shop@shop.example\r\nSubject: Returns\r\nMessage-ID: {id}\r\nDate: Fri, 20 Nov 2026 09:00:00 +0000\r\n\r\n{body}\r\n");

    private async Task<ReplyDraft> DraftOfAsync(long id)
    {
        await using var database = product.Open();
        var mail = await database.Set<ReceivedMessage>().SingleAsync(row => row.Id == id);
        return Assert.Single(product.Mailboxes.Drafts[OutlookAssist.Autopilot.AnswerMail.TagOf(mail)]);
    }
}
