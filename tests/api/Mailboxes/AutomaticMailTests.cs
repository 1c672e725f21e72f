using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Mailboxes;

public sealed class AutomaticMailTests
{
    [Theory]
    [InlineData("Auto-Submitted", "auto-replied")]
    [InlineData("auto-submitted", "auto-generated; type=x")]
    [InlineData("Precedence", "bulk")]
    [InlineData("List-Id", "<news.example.com>")]
    [InlineData("X-Auto-Response-Suppress", "DR, OOF, AutoReply")]
    [InlineData("Return-Path", "<>")]
    [InlineData("X-Autoreply", "yes")]
    [InlineData("Feedback-ID", "1:2:3:x")]
    [InlineData("Content-Type", "multipart/report; report-type=delivery-status")]
    [InlineData("Content-Type", "text/calendar; method=REQUEST")]
    public void A_header_that_marks_a_program_is_enough(string name, string value)
    {
        var verdict = AutomaticMail.Judge(new Message(Headers: new Dictionary<string, string> { [name] = value }));

        Assert.True(verdict.IsAutomatic);
        Assert.Single(verdict.Reasons);
    }

    [Theory]
    [InlineData("noreply@example.com")]
    [InlineData("No-Reply+ticket@example.com")]
    [InlineData("mailer-daemon@example.com")]
    [InlineData("owner-list@example.com")]
    [InlineData("list-request@example.com")]
    [InlineData("shop-noreply@example.com")]
    public void An_address_that_no_person_reads_is_enough(string address) =>
        Assert.True(AutomaticMail.Judge(new Message(From: new MailAddress(null, address))).IsAutomatic);

    [Theory]
    [InlineData("Out of Office: back on Monday")]
    [InlineData("Automatische Antwort: Rechnung")]
    [InlineData("Réponse automatique : devis")]
    [InlineData("Undelivered Mail Returned to Sender")]
    [InlineData("[Auto-Reply] Your question")]
    public void A_subject_that_only_programs_write_is_enough(string subject) =>
        Assert.True(AutomaticMail.Judge(new Message(Subject: subject)).IsAutomatic);

    [Fact]
    public void A_person_who_asks_about_such_things_is_still_a_person()
    {
        var message = new Message(
            Subject: "Re: Out of office",
            From: new MailAddress("Bo Bouncer", "bouncer@example.com"),
            Headers: new Dictionary<string, string> { ["Auto-Submitted"] = "no", ["X-Auto-Response-Suppress"] = "RN", ["Precedence"] = "normal", ["Return-Path"] = "<bouncer@example.com>" });

        var verdict = AutomaticMail.Judge(message);

        Assert.False(verdict.IsAutomatic);
        Assert.Empty(verdict.Reasons);
    }

    [Fact]
    public void Reasons_quote_nothing_of_the_mail()
    {
        var verdict = AutomaticMail.Judge(new Message(Subject: "Undelivered: SECRET", From: new MailAddress("SECRET", "noreply@secret.example")));

        Assert.Equal(2, verdict.Reasons.Count);
        Assert.All(verdict.Reasons, reason => Assert.DoesNotContain("secret", reason, StringComparison.OrdinalIgnoreCase));
    }
}
