using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Mailboxes;

public sealed class ReadThreadTests
{
    private static IReadOnlyList<Turn> Read(string text) => ReadThread.Read(MessageReader.Read(new Message(
        From: new MailAddress("Bo Lind", "bo@example.com"), ReceivedAt: new DateTimeOffset(2026, 11, 5, 9, 0, 0, TimeSpan.Zero), Body: new MessageBody("text", text))));

    [Fact]
    public void Every_mail_of_a_thread_is_a_turn_with_its_author_time_and_words_oldest_first()
    {
        var turns = Read(
            """
            Where is the money?

            On Wed, 4 Nov 2026 at 16:30, Ana Ruiz <ana@example.com> wrote:
            > We will refund you by Friday.
            >
            > Best regards,
            > Ana Ruiz
            >
            > On Tue, 3 Nov 2026 at 10:00, Bo Lind <bo@example.com> wrote:
            >> I want my money back.
            """);

        Assert.Equal(["bo@example.com", "ana@example.com", "bo@example.com"], turns.Select(turn => turn.Author?.Address));
        Assert.Equal(["Bo Lind", "Ana Ruiz", "Bo Lind"], turns.Select(turn => turn.Author?.Name));
        Assert.Equal([new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 4), new DateOnly(2026, 11, 5)], turns.Select(turn => turn.SentOn));
        Assert.Equal(["I want my money back.", "We will refund you by Friday.", "Where is the money?"], turns.Select(turn => turn.Text));
        Assert.Equal(new Promise("We will refund you by Friday.", "by Friday"), Assert.Single(turns.SelectMany(turn => turn.Promises)));
    }

    [Fact]
    public void Mails_below_headers_of_Outlook_are_turns_too()
    {
        var turns = Read(
            """
            Danke.

            ________________________________
            Von: Ana Ruiz <ana@example.com>
            Gesendet: Mittwoch, 4. November 2026 16:30
            An: Bo Lind
            Betreff: AW: Geld

            Wir erstatten den Betrag bis Freitag.

            -----Ursprüngliche Nachricht-----
            Von: Bo Lind
            Gesendet: Dienstag, 3. November 2026 10:00
            An: Ana Ruiz
            Betreff: Geld

            Ich möchte mein Geld zurück.
            """);

        Assert.Equal(["Ich möchte mein Geld zurück.", "Wir erstatten den Betrag bis Freitag.", "Danke."], turns.Select(turn => turn.Text));
        Assert.Equal([new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 4), new DateOnly(2026, 11, 5)], turns.Select(turn => turn.SentOn));
        Assert.Equal([null, "ana@example.com", "bo@example.com"], turns.Select(turn => turn.Author?.Address));
        Assert.Equal("bis Freitag", Assert.Single(turns[1].Promises).Due);
    }

    [Theory]
    [InlineData("On Mon, 2 Nov 2026 at 10:00, Ana Ruiz <ana@example.com> wrote:")]
    [InlineData("Am 02.11.2026 um 10:00 schrieb Ana Ruiz <ana@example.com>:")]
    [InlineData("Ana Ruiz <ana@example.com> schrieb am Mo., 2. Nov. 2026, 10:00:")]
    [InlineData("Le lun. 2 nov. 2026 à 10:00, Ana Ruiz <ana@example.com> a écrit :")]
    [InlineData("El lun, 2 nov 2026 a las 10:00, Ana Ruiz (<ana@example.com>) escribió:")]
    [InlineData("Il giorno lun 2 nov 2026 alle ore 10:00 Ana Ruiz <ana@example.com> ha scritto:")]
    [InlineData("Op ma 2 nov 2026 om 10:00 schreef Ana Ruiz <ana@example.com>:")]
    [InlineData("Den mån 2 nov. 2026 kl 10:00 skrev Ana Ruiz <ana@example.com>:")]
    [InlineData("pon., 2 lis 2026 o 10:00 Ana Ruiz <ana@example.com> napisał(a):")]
    public void The_author_and_the_day_are_read_from_attributions_of_many_languages(string attribution)
    {
        var turn = Read($"My answer.\n\n{attribution}\n\n> The old question?")[0];

        Assert.Equal(new MailAddress("Ana Ruiz", "ana@example.com"), turn.Author);
        Assert.Equal(new DateOnly(2026, 11, 2), turn.SentOn);
        Assert.Equal("The old question?", turn.Text);
    }

    [Theory]
    [InlineData("Sent: 03/04/2026 10:00")]
    [InlineData("Sent: Monday")]
    public void A_day_that_could_be_two_or_is_none_is_not_guessed(string sent)
    {
        var turn = Read($"Hello.\n\nFrom: Ana Ruiz\n{sent}\nTo: Bo\nSubject: Offer\n\nOld words.")[0];

        Assert.Equal((sent["Sent: ".Length..], (DateOnly?)null), (turn.Sent!, turn.SentOn));
    }

    [Theory]
    [InlineData("")]
    [InlineData("> ")]
    [InlineData("-----Original Message-----\nFrom:\n\n-----Original Message-----\n")]
    public void Nothing_said_is_no_turn_and_no_error(string text) => Assert.True(Read(text).Count <= 1);

    [Fact]
    public void Ten_thousand_quotes_inside_each_other_are_read_in_bounds()
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(at => $"{new string('>', Math.Min(at, 200))} On Mon, 2 Nov 2026 at 10:00, Ana <ana@example.com> wrote:\n{new string('>', Math.Min(at + 1, 200))} Words.\n"));

        Assert.InRange(Read(text).Count, 1, 51);
    }
}
