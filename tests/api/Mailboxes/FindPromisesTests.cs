using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Mailboxes;

public sealed class FindPromisesTests
{
    [Theory]
    [InlineData("We will send a replacement within 3 business days.", "within 3 business days")]
    [InlineData("I'll call you tomorrow.", null)]
    [InlineData("You will receive the parts before Monday.", "before Monday")]
    [InlineData("The amount will be refunded by 12 March.", "by 12 March")]
    [InlineData("Wir liefern die Ware innerhalb von 5 Werktagen.", "innerhalb von 5 Werktagen")]
    [InlineData("Sie erhalten das Geld bis zum 12.03.2026.", "bis zum 12.03.2026.")]
    [InlineData("Nous vous rembourserons avant vendredi.", "avant vendredi")]
    [InlineData("Je vous enverrai la facture demain.", null)]
    [InlineData("Le enviaremos el paquete antes del viernes.", "antes del viernes")]
    [InlineData("Vamos a reparar la máquina en un plazo de 10 días.", "en un plazo de 10 días")]
    [InlineData("Vi rimborseremo entro venerdì.", "entro venerdì")]
    [InlineData("We zullen het pakket voor vrijdag sturen.", "voor vrijdag")]
    public void A_commitment_is_found_with_its_time(string sentence, string? due) =>
        Assert.Equal(new Promise(sentence, due), Assert.Single(FindPromises.In($"Hello.\n{sentence} Thanks.")));

    [Theory]
    [InlineData("Will you send it by Friday?")]
    [InlineData("I will be grateful for an answer.")]
    [InlineData("I will be out of the office until Monday.")]
    [InlineData("We sent it on Friday.")]
    [InlineData("Wir haben die Ware am Freitag geliefert.")]
    [InlineData("Nous avons envoyé la facture hier.")]
    [InlineData("Enviamos la factura ayer.")]
    public void Questions_thanks_absences_and_the_past_promise_nothing(string text) => Assert.Empty(FindPromises.In(text));

    [Fact]
    public void A_megabyte_of_promises_and_of_nearly_none_is_read_in_bounds()
    {
        foreach (var unit in (string[])["we will ", "if you don't ", "by the end of the end of ", "nous vous ", "1.1.1. "])
            Assert.InRange(FindPromises.In(string.Concat(Enumerable.Repeat(unit, (1 << 20) / unit.Length))).Count, 0, 50);
    }
}
