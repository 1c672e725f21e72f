using OutlookAssist.Language;

namespace OutlookAssist.Tests.Api.Language;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "Where is my order? It should be here.")]
    [InlineData("en", "Could you send the invoice again please?")]
    [InlineData("en", "The app crashes when I log in")]
    [InlineData("de", "Wo bleibt meine Bestellung?")]
    [InlineData("de", "Ich möchte meinen Vertrag zum Monatsende kündigen.")]
    [InlineData("de", "Die Rechnung ist leider falsch, bitte korrigieren.")]
    [InlineData("fr", "Où est ma commande ? Merci d'avance.")]
    [InlineData("fr", "Je souhaite annuler mon abonnement.")]
    [InlineData("fr", "Pourriez-vous m'envoyer la facture ?")]
    [InlineData("es", "¿Dónde está mi pedido?")]
    [InlineData("es", "Quiero cancelar mi suscripción lo antes posible.")]
    [InlineData("es", "Necesito una copia de la factura de marzo")]
    [InlineData("it", "Dove si trova il mio ordine?")]
    [InlineData("it", "Vorrei annullare il mio abbonamento.")]
    [InlineData("it", "Potete inviarmi di nuovo la fattura?")]
    [InlineData("pt", "Onde está a minha encomenda?")]
    [InlineData("pt", "Gostaria de cancelar a minha assinatura.")]
    [InlineData("pt", "Vocês podem enviar a fatura novamente?")]
    [InlineData("nl", "Waar blijft mijn bestelling?")]
    [InlineData("nl", "Ik wil graag mijn abonnement opzeggen.")]
    [InlineData("nl", "Kunt u mij de factuur nog eens sturen?")]
    [InlineData("sv", "Var är min beställning? Jag väntar fortfarande.")]
    [InlineData("da", "Hvor er min bestilling? Jeg venter stadig på den.")]
    [InlineData("no", "Hvor er bestillingen min? Jeg har ikke fått den ennå.")]
    [InlineData("fi", "Missä tilaukseni on? En ole vielä saanut sitä.")]
    [InlineData("pl", "Gdzie jest moje zamówienie? Proszę o odpowiedź.")]
    [InlineData("cs", "Kde je moje objednávka? Prosím o odpověď.")]
    [InlineData("ro", "Unde este comanda mea? Vă rog să îmi răspundeți.")]
    [InlineData("hu", "Hol van a rendelésem? Kérem, válaszoljanak.")]
    [InlineData("tr", "Siparişim nerede? Lütfen bana bilgi verin.")]
    [InlineData("vi", "Đơn hàng của tôi đang ở đâu?")]
    [InlineData("ru", "Где мой заказ? Пожалуйста, ответьте.")]
    [InlineData("uk", "Де моє замовлення? Будь ласка, дайте відповідь.")]
    [InlineData("bg", "Къде е моята поръчка? Моля, отговорете.")]
    [InlineData("el", "Πού είναι η παραγγελία μου;")]
    [InlineData("ar", "أين طلبي؟ أرجو الرد في أقرب وقت.")]
    [InlineData("fa", "سفارش من کجاست؟ لطفا پاسخ دهید.")]
    [InlineData("he", "איפה ההזמנה שלי?")]
    [InlineData("hi", "मेरा ऑर्डर कहाँ है?")]
    [InlineData("zh", "我的订单在哪里？")]
    [InlineData("ja", "注文した商品はいつ届きますか。")]
    [InlineData("ko", "제 주문은 어디에 있습니까?")]
    [InlineData("th", "คำสั่งซื้อของฉันอยู่ที่ไหน")]
    public void A_short_mail_is_recognised(string tag, string text)
    {
        var guess = LanguageDetector.Detect(text);
        Assert.Equal(tag, guess.Tag);
        Assert.InRange(guess.Confidence, 0.4, 1.0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("12345 !? 3.50 €")]
    [InlineData("😀😀")]
    [InlineData("\uD800")]
    public void A_text_without_letters_has_no_language(string text) => Assert.Equal(new LanguageGuess("und", 0), LanguageDetector.Detect(text));

    [Fact]
    public void A_product_name_does_not_change_the_language() =>
        Assert.Equal("he", LanguageDetector.Detect("איפה ההזמנה שלי של Northwind Surface Laptop?").Tag);

    [Fact]
    public void Addresses_do_not_count() =>
        Assert.Equal("ar", LanguageDetector.Detect("أين طلبي؟ customer.support.department@northwind-traders.example https://northwind.example/where/is/my/order").Tag);

    [Fact]
    public void One_word_is_less_certain_than_a_sentence()
    {
        var word = LanguageDetector.Detect("Rechnung");
        var sentence = LanguageDetector.Detect("Die Rechnung ist noch nicht bei uns angekommen.");
        Assert.True(word.Confidence < sentence.Confidence);
        Assert.True(sentence.Confidence > 0.9);
    }

    [Fact]
    public void A_code_alone_is_believed_by_nobody() => Assert.True(LanguageDetector.Detect("ERR_502_X9").Confidence < 0.3);

    [Fact]
    public void The_same_text_gives_the_same_answer_whatever_was_asked_before()
    {
        var first = LanguageDetector.Detect("Vielen Dank für die schnelle Antwort");
        LanguageDetector.Detect("Où est ma commande ?");
        Assert.Equal(first, LanguageDetector.Detect("Vielen Dank für die schnelle Antwort"));
    }

    [Fact]
    public void A_long_text_is_judged_by_all_its_parts()
    {
        var text = string.Concat(Enumerable.Repeat("Wo bleibt meine Bestellung, und wann kommt sie an? ", 2000));
        Assert.Equal("de", LanguageDetector.Detect("Hello, where is my order? " + text).Tag);
    }

    [Fact]
    public void At_least_25_languages_are_known() =>
        Assert.True(LanguageModel.Shared.Tags.Length + new[] { "el", "he", "hi", "th", "ko", "ja", "zh" }.Length >= 25);
}
