using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Mailboxes;

public sealed class QuotedTextTests
{
    [Theory]
    [InlineData("On Mon, 2 Nov 2026 at 10:00, Ana Ruiz <ana@example.com> wrote:")]
    [InlineData("On 2 Nov 2026, at 10:00, Ana Ruiz\n<ana@example.com> wrote:")]
    [InlineData("Am 02.11.2026 um 10:00 schrieb Ana Ruiz <ana@example.com>:")]
    [InlineData("Ana Ruiz <ana@example.com> schrieb am Mo., 2. Nov. 2026, 10:00:")]
    [InlineData("Le lun. 2 nov. 2026 à 10:00, Ana Ruiz <ana@example.com> a écrit :")]
    [InlineData("El lun, 2 nov 2026 a las 10:00, Ana Ruiz (<ana@example.com>) escribió:")]
    [InlineData("Il giorno lun 2 nov 2026 alle ore 10:00 Ana Ruiz <ana@example.com> ha scritto:")]
    [InlineData("Em seg., 2 de nov. de 2026 às 10:00, Ana Ruiz <ana@example.com> escreveu:")]
    [InlineData("Op ma 2 nov 2026 om 10:00 schreef Ana Ruiz <ana@example.com>:")]
    [InlineData("Den mån 2 nov. 2026 kl 10:00 skrev Ana Ruiz <ana@example.com>:")]
    [InlineData("Den man. 2. nov. 2026 kl. 10.00 skrev Ana Ruiz <ana@example.com>:")]
    [InlineData("ma 2. marrask. 2026 klo 10.00 Ana Ruiz (ana@example.com) kirjoitti:")]
    [InlineData("pon., 2 lis 2026 o 10:00 Ana Ruiz <ana@example.com> napisał(a):")]
    [InlineData("пн, 2 нояб. 2026 г. в 10:00, Ana Ruiz <ana@example.com>:")]
    [InlineData("2 ноября 2026 г., 10:00, Ana Ruiz <ana@example.com> написал:")]
    [InlineData("2026年11月2日(月) 10:00 Ana Ruiz <ana@example.com>:")]
    [InlineData("Ana Ruiz <ana@example.com> 于2026年11月2日周一 10:00写道：")]
    public void What_stands_below_a_line_of_attribution_is_history(string attribution)
    {
        var divided = QuotedText.Divide($"My answer.\n\n{attribution}\n\nThe old question?\nMore of it.");

        Assert.Equal("My answer.", divided.NewText);
        Assert.Contains("The old question?", divided.QuotedText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From: Ana\nSent: Monday, November 2, 2026 10:00\nTo: Bo\nSubject: Offer")]
    [InlineData("Von: Ana <ana@example.com>\nGesendet: Montag, 2. November 2026 10:00\nAn: Bo\nBetreff: Angebot")]
    [InlineData("De : Ana\nEnvoyé : lundi 2 novembre 2026 10:00\nÀ : Bo\nObjet : Offre")]
    [InlineData("De: Ana\nEnviado el: lunes, 2 de noviembre de 2026 10:00\nPara: Bo\nAsunto: Oferta")]
    [InlineData("Da: Ana\nInviato: lunedì 2 novembre 2026 10:00\nA: Bo\nOggetto: Offerta")]
    [InlineData("De: Ana\nEnviada em: segunda-feira, 2 de novembro de 2026 10:00\nPara: Bo\nAssunto: Oferta")]
    [InlineData("Van: Ana\nVerzonden: maandag 2 november 2026 10:00\nAan: Bo\nOnderwerp: Aanbod")]
    [InlineData("Från: Ana\nSkickat: den 2 november 2026 10:00\nTill: Bo\nÄmne: Erbjudande")]
    [InlineData("Fra: Ana\nSendt: 2. november 2026 10:00\nTil: Bo\nEmne: Tilbud")]
    [InlineData("Lähettäjä: Ana\nLähetetty: 2. marraskuuta 2026 10:00\nVastaanottaja: Bo\nAihe: Tarjous")]
    [InlineData("Od: Ana\nWysłano: poniedziałek, 2 listopada 2026 10:00\nDo: Bo\nTemat: Oferta")]
    [InlineData("От: Ana\nОтправлено: 2 ноября 2026 г. 10:00\nКому: Bo\nТема: Предложение")]
    [InlineData("差出人: Ana\n送信日時: 2026年11月2日 10:00\n宛先: Bo\n件名: 見積")]
    [InlineData("发件人: Ana\n发送时间: 2026年11月2日 10:00\n收件人: Bo\n主题: 报价")]
    [InlineData("*From:* Ana\n*Sent:* Monday\n*To:* Bo\n*Subject:* Offer")]
    public void What_stands_below_a_mail_header_is_history(string header)
    {
        var divided = QuotedText.Divide($"My answer.\n\n________________________________\n{header}\n\nThe old question?");

        Assert.Equal("My answer.", divided.NewText);
        Assert.Contains("The old question?", divided.QuotedText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-----Original Message-----")]
    [InlineData("-----Ursprüngliche Nachricht-----")]
    [InlineData("-----Message d'origine-----")]
    [InlineData("--- Mensaje original ---")]
    public void What_stands_below_a_drawn_line_is_history(string line) =>
        Assert.Equal("My answer.", QuotedText.Divide($"My answer.\n{line}\nThe old question?").NewText);

    [Fact]
    public void Answers_between_quoted_lines_are_new_text()
    {
        var divided = QuotedText.Divide("On 2 Nov 2026 10:00, Ana wrote:\n> When does it arrive?\nOn Friday.\n> What does it cost?\nNothing.");

        Assert.Equal("On Friday.\nNothing.", divided.NewText);
    }

    [Fact]
    public void A_mail_that_only_passes_on_another_keeps_its_words()
    {
        const string text = "---------- Forwarded message ----------\nFrom: Ana <ana@example.com>\nSubject: Question\n\nWhen does it arrive?";

        Assert.Equal(text, QuotedText.Divide(text).NewText);
        Assert.Equal("> Only this", QuotedText.Divide("> Only this").NewText);
    }

    [Fact]
    public void A_forward_with_a_note_keeps_both_but_not_the_history_below()
    {
        var divided = QuotedText.Divide(
            "Please answer her.\n\nFrom: Ana <ana@example.com>\nSent: Monday\nSubject: Question\n\nWhen does it arrive?\n\nFrom: Bo <bo@example.com>\nSent: Sunday\nSubject: Old\n\nOlder words.",
            isForward: true);

        Assert.Contains("Please answer her.", divided.NewText, StringComparison.Ordinal);
        Assert.Contains("When does it arrive?", divided.NewText, StringComparison.Ordinal);
        Assert.DoesNotContain("Older words.", divided.NewText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("As I wrote on 12 March 2026:\nplease send the parts.")]
    [InlineData("Our trip:\nFrom: Berlin\nTo: Munich\nHow long does it take?")]
    [InlineData("The original message was lost.\nWhere is it?")]
    [InlineData("Ready on 12.03.2026:\n- one\n- two")]
    public void Ordinary_sentences_are_not_taken_for_headers(string text)
    {
        var divided = QuotedText.Divide(text);

        Assert.Equal(text, divided.NewText);
        Assert.Empty(divided.QuotedText);
    }

    [Theory]
    [InlineData("Sent from my iPhone")]
    [InlineData("Von meinem iPhone gesendet")]
    [InlineData("Envoyé de mon iPhone")]
    [InlineData("-- \nAna Ruiz\nExample Ltd")]
    [InlineData("Best regards,\nAna Ruiz\nHead of Sales\n+34 600 000 000")]
    [InlineData("Mit freundlichen Grüßen\n\nAna Ruiz\nTel. 0123 456789")]
    [InlineData("Thanks,\nAna")]
    [InlineData("Ana Ruiz\nExample Ltd\nTel. +49 30 1234567")]
    [InlineData("This email and any attachments are confidential and intended solely for the addressee.")]
    public void A_signature_is_set_aside(string signature)
    {
        var divided = QuotedText.Divide($"When does it arrive?\n\n{signature}");

        Assert.Equal("When does it arrive?", divided.NewText);
        Assert.Equal(signature.ReplaceLineEndings("\n").Trim(), divided.Signature.Replace("--\n", "-- \n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Thanks,\nthat solved it and I would like to order two more of them now.")]
    [InlineData("My new address:\n\nAna Ruiz\nMain Street 1\nTel. +49 30 1234567")]
    [InlineData("Best regards,\nAna")]
    public void What_a_person_says_is_not_taken_for_a_signature(string text) => Assert.Equal(text, QuotedText.Divide(text).NewText);

    [Fact]
    public void An_afterthought_below_the_closing_is_still_new_text()
    {
        var divided = QuotedText.Divide("It works.\n\nBest regards,\nAna Ruiz\n\nP.S. When do you open on Sunday?");

        Assert.Equal("It works.\n\nP.S. When do you open on Sunday?", divided.NewText);
        Assert.Equal("Best regards,\nAna Ruiz", divided.Signature);
    }
}
