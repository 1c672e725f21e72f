using OutlookAssist.Language;

namespace OutlookAssist.Tests.Api.Language;

public sealed class StemmerTests
{
    [Theory]
    [InlineData("en", "refund=refund refunds=refund refunded=refund refunding=refund delivery=deliveri deliveries=deliveri delivered=deliv happy=happi happily=happili happiness=happi connection=connect connected=connect relational=relat conditional=condit rationalize=ration generous=generous generously=generous running=run hopping=hop hoping=hope agreed=agre plastered=plaster troubled=troubl sized=size falling=fall general=general generate=generat communication=communic university=univers skies=sky dying=die news=news business=busi invoices=invoic cancellation=cancel cancelled=cancel policies=polici shipping=ship")]
    [InlineData("de", "bestellung=bestell bestellungen=bestell bestellt=bestellt rechnung=rechnung rechnungen=rechnung lieferung=liefer lieferungen=liefer häuser=haus haus=haus freundlich=freundlich freundlichkeit=freundlich erstattungen=erstatt schnelle=schnell schneller=schnell schnellste=schnell kunden=kund kunde=kund verträge=vertrag vertrag=vertrag vertrags=vertrag aufeinander=aufeinand kategorien=kategori möglichkeiten=moglich wichtiger=wichtig kündigungen=kundig kündigung=kundig verständnis=verstandnis verständnisse=verstandnis straße=strass äpfel=apfel größe=gross")]
    [InlineData("fr", "réclamation=reclam réclamations=reclam commande=command commandes=command commander=command commandé=command livraison=livraison livraisons=livraison rapidement=rapid remboursement=rembours remboursements=rembours rembourser=rembours remboursé=rembours chevaux=cheval cheval=cheval heureuse=heureux heureux=heureux activité=activ activités=activ continuellement=continuel majestueusement=majestu nationale=national nationaux=national problème=problem problèmes=problem reçu=recu finissons=fin payement=pai connexions=connex facturation=factur")]
    [InlineData("es", "pedido=ped pedidos=ped devolución=devolu devoluciones=devolu devolver=devolv devolverlo=devolv facturas=factur factura=factur facturación=factur rápidamente=rapid problemas=problem problema=problem canciones=cancion canción=cancion cancelación=cancel cancelar=cancel cancelado=cancel cancelaron=cancel trabajando=trabaj trabajador=trabaj amabilidad=amabil comprando=compr comprado=compr compras=compr entregas=entreg entregado=entreg posibilidades=posibil lógica=logic")]
    [InlineData("it", "ordine=ordin ordini=ordin rimborso=rimbors rimborsi=rimbors rimborsare=rimbors rimborsato=rimbors consegna=consegn consegne=consegn pagamento=pag pagamenti=pag velocemente=veloc possibilità=possibil spedizione=spedizion spedizioni=spedizion restituirlo=restitu restituire=restitu clienti=client cliente=client fatture=fattur fattura=fattur abbandonata=abbandon abbandonate=abbandon lavorando=lavor lavorato=lavor qualità=qualit gentilmente=gentil sbagliato=sbagl problema=problem")]
    [InlineData("pt", "pedido=ped pedidos=ped devolução=devolu devoluções=devolu reembolso=reembols reembolsos=reembols pagamento=pagament pagamentos=pagament rapidamente=rapid possibilidade=possibil possibilidades=possibil entrega=entreg entregas=entreg entregue=entreg cancelamento=cancel cancelar=cancel cancelado=cancel cancelaram=cancel faturas=fatur fatura=fatur trabalhando=trabalh trabalhador=trabalh problemas=problem qualidade=qualidad reclamação=reclam reclamacao=reclam reclamações=reclam informação=inform")]
    [InlineData("nl", "bestelling=bestell bestellingen=bestell rekening=reken rekeningen=reken levering=lever leveringen=lever klant=klant klanten=klant vriendelijk=vriendelijk vriendelijke=vriendelijk vriendelijkheid=vriendelijk betaling=betal betalen=betal mogelijkheden=mogelijk mogelijkheid=mogelijk snelle=snell sneller=sneller facturen=factur factuur=factur boeken=boek boek=boek problemen=problem probleem=problem gebruikt=gebruikt lichamelijk=licham herinneringen=herinner retourneren=retourner huizen=huiz")]
    [InlineData("sv", "beställning=bestallning beställningar=bestallning beställningen=bestallning faktura=faktur fakturor=faktur fakturan=fakturan leverans=leveran leveranser=leverans kunder=kund kunden=kund kund=kund snabbt=snabbt snabbare=snabb möjlighet=moj möjligheter=moj friskt=frisk jaktkarlarne=jaktkarl betalning=betalning betalningar=betalning ärlig=arl ärligt=arl tjänster=tjanst tjänsten=tjanst")]
    [InlineData("da", "bestilling=bestilling bestillinger=bestilling bestillingen=bestilling faktura=faktura fakturaer=faktura levering=levering leveringer=levering kunder=kund kunden=kund kunde=kund hurtigere=hurt mulighed=mul muligheder=mul betaling=betaling betalinger=betaling ærlig=aerl venlig=ven venlige=ven spørgsmålene=sporgsmal varer=var varerne=var")]
    [InlineData("no", "bestilling=bestilling bestillinger=bestilling bestillingen=bestilling faktura=faktur fakturaer=faktura levering=levering leveringer=levering kunder=kund kunden=kund kunde=kund mulighet=mul muligheter=mul betaling=betaling betalinger=betaling vennlig=venn vennlige=venn spørsmålene=sporsmal varer=var varene=var tjenester=tjenest")]
    [InlineData("fi", "tilaus=tilaus tilaukset=tilauks tilauksen=tilauks lasku=lasku laskut=lasku laskun=lasku asiakas=asiakas asiakkaat=asiak asiakkaan=asiak toimitus=toimitus toimituksen=toimituks maksu=maksu maksut=maksu maksun=maksu tuote=tuote tuotteet=tuot tuotteen=tuot ongelma=ongelm ongelmat=ongelm kysymykseni=kysymy")]
    [InlineData("ru", "заказ=заказ заказы=заказ заказа=заказ заказом=заказ оплата=оплат оплаты=оплат оплату=оплат доставка=доставк доставки=доставк доставку=доставк возврат=возврат возвраты=возврат клиент=клиент клиентов=клиент клиентам=клиент проблема=проблем проблемы=проблем вопросами=вопрос красивый=красив красивая=красив возможность=возможн возможности=возможн")]
    [InlineData("ar", "فاتورة=فاتور الفاتورة=فاتور والفاتورة=فاتور طلبات=طلب طلب=طلب الطلب=طلب إلغاء=غاء الغاء=غاء مشكلة=مشكل المشكلة=مشكل")]
    public void Words_have_the_published_stem(string language, string pairs)
    {
        foreach (var pair in pairs.Split(' '))
        {
            var word = pair[..pair.IndexOf('=')];
            Assert.Equal(pair, $"{word}={Stemmer.Stem(word, language)}");
        }
    }

    [Theory]
    [InlineData("en", "cancel cancels cancelled cancelling cancellation")]
    [InlineData("en", "invoice invoices invoiced invoicing")]
    [InlineData("en", "policy policies")]
    [InlineData("en", "customer's customers customer")]
    [InlineData("de", "haus häuser hause hauses häusern haeuser")]
    [InlineData("de", "rechnung rechnungen")]
    [InlineData("de", "neu neue neuer neuen neues neuem")]
    [InlineData("de", "steuer steuern")]
    [InlineData("de", "straße strasse straßen")]
    [InlineData("de", "quelle quellen")]
    [InlineData("fr", "réclamation réclamations reclamation reclamations")]
    [InlineData("fr", "remboursement remboursements rembourser remboursé remboursée remboursés")]
    [InlineData("es", "cancelación cancelacion cancelaciones cancelar cancelado cancelamos")]
    [InlineData("es", "devolver devolverlo devolverlos devolvió")]
    [InlineData("it", "rimborso rimborsi rimborsare rimborsato rimborsata")]
    [InlineData("pt", "reclamação reclamações reclamacao reclamacoes reclamar reclamado")]
    [InlineData("nl", "mogelijkheid mogelijkheden mogelijk")]
    [InlineData("nl", "probleem problemen")]
    [InlineData("sv", "kund kunder kunden")]
    [InlineData("ru", "счёт счет счета")]
    [InlineData("fi", "lasku laskut laskun")]
    [InlineData("ar", "الفاتورة فاتورة والفاتورة فَاتُورَة فاتوره")]
    public void Plural_and_singular_share_a_stem(string language, string words)
    {
        var terms = new List<Term>();
        TextTerms.Analyze(words, language, terms);
        Assert.Equal(words.Split(' ').Length, terms.Count);
        Assert.Single(terms.Select(term => term.Stem).Distinct());
    }

    [Theory]
    [InlineData("en", "general generous")]
    [InlineData("en", "news new")]
    [InlineData("de", "kunde kündigung kunst")]
    [InlineData("fr", "commande comment")]
    public void Different_words_keep_different_stems(string language, string words)
    {
        var stems = words.Split(' ').Select(word => Stemmer.Stem(word, language)).ToList();
        Assert.Equal(stems.Count, stems.Distinct().Count());
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("und")]
    [InlineData("")]
    public void An_unknown_language_changes_nothing(string language) => Assert.Equal("bestellungen", Stemmer.Stem("bestellungen", language));

    [Fact]
    public void Every_stemmer_survives_any_word()
    {
        const string letters = "aeiouyàéèêñßäöüåæøçãõ'bcdghjklmnrstwxzабвейнстьюяالةىوم";
        var random = new Random(11);
        foreach (var language in Stemmer.Languages)
        {
            for (var round = 0; round < 3000; round++)
            {
                var word = string.Create(random.Next(0, 14), random, (span, source) =>
                {
                    foreach (ref var letter in span)
                        letter = letters[source.Next(letters.Length)];
                });
                var stem = Stemmer.Stem(word, language);
                Assert.True(stem.Length <= word.Length * 2, $"{language}: {word} became {stem}");
                Assert.Equal(stem, Stemmer.Stem(word, language));
            }
        }
    }

    [Fact]
    public void A_word_longer_than_any_word_comes_back_as_it_is()
    {
        var word = new string('a', 5000) + "ing";
        Assert.Same(word, Stemmer.Stem(word, "en"));
    }
}
