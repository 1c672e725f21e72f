namespace OutlookAssist.Language;

/// <summary>Ordinary words of everyday mail per language, beside the stop words: what the language detector knows a language by.</summary>
internal static class LanguageProfiles
{
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["en"] = """
            order invoice account payment delivery received send sent need help know question question answer problem issue working work time day week today tomorrow yesterday month
            year people good great best better new old first last next back see look looking forward make made take get got give think want like love tell said say come going
            customer service support product price refund return shipping address phone number name contact information request team company business office meeting report
            system data change update error login password website online available possible different important right through without another every nothing something anything
            world life home house water book state school country government system history found called known however although several against though might never always often
            still thing things way long little much many most few off only even well really happy sorry night morning there feel lol yes don't can't thought
            following attached regarding confirm provide include including access network plan cost cover coverage security experience
            """,
        ["de"] = """
            bestellung rechnung konto zahlung lieferung erhalten senden gesendet brauche hilfe wissen frage fragen antwort problem fehler funktioniert arbeit zeit tag woche heute
            morgen gestern monat jahr jahre menschen gut besser neue neuen neuer alt erste ersten letzte nächste zurück sehen machen gemacht nehmen geben denken wollen sagen gesagt
            kommen gehen kunde kunden kundendienst unterstützung produkt preis erstattung rückgabe versand adresse telefon nummer name informationen anfrage unternehmen büro
            treffen bericht daten änderung passwort verfügbar möglich wichtig richtig etwas nichts welt leben haus wasser buch staat schule stadt regierung geschichte gefunden
            bekannt jedoch obwohl mehrere niemals oft ganz ganze kleine große deutsch deutschen zwei drei leider schön heute abend wochenende angekommen bereits innerhalb
            stelle fall teil ende weiter weitere anderen lange eigentlich vielleicht natürlich einfach wirklich bekommen bleiben dürfen geht steht liegt ihnen sicherheit
            anmeldung rechnungen lösung verfügung ermöglichen beantworten mitteilen schicken funktionieren system dringend
            """,
        ["fr"] = """
            commande facture compte paiement livraison reçu envoyer envoyé besoin aide savoir question questions réponse problème erreur fonctionne travail temps jour jours semaine
            aujourd'hui demain hier mois année ans gens bon bonne bien meilleur nouveau nouvelle premier première dernier dernière prochain retour voir faire fait prendre donner
            penser veux dire dit venir aller client clients service produit prix remboursement adresse téléphone numéro nom informations demande équipe entreprise bureau réunion
            rapport système données changement passe disponible possible important quelque chose rien monde vie maison eau livre état école pays ville gouvernement histoire trouvé
            appelé connu cependant plusieurs jamais souvent petit petite grand grande deux trois malheureusement soir matin moment déjà dernières avoir été faut parce alors
            toujours encore vraiment heureux belle beau merci beaucoup vie aime bientôt trop peu moins contre envers société mettre jour problèmes sécurité résoudre
            rencontre rencontrons fournir recevoir connexion accès réseau suite dès quelqu'un monde français française jusqu'à lorsque
            """,
        ["es"] = """
            pedido factura cuenta pago entrega recibido recibir enviar enviado necesito ayuda saber pregunta preguntas respuesta problema error funciona trabajo tiempo día semana
            hoy mañana ayer mes año años gente bueno buena bien mejor nuevo nueva primero primera último próxima vuelta ver hacer hecho tomar dar pensar quiere decir dicho venir ir
            cliente clientes servicio producto precio reembolso devolución envío dirección teléfono número nombre información solicitud equipo empresa oficina reunión informe
            sistema datos cambio contraseña disponible posible importante algo nada mundo vida casa agua libro estado escuela país ciudad gobierno historia encontrado llamado
            conocido embargo varios nunca siempre pequeño grande dos tres lamentablemente noche momento acuerdo mismo misma así entonces vez veces menos mientras aunque parte
            hombre mujer amigo feliz verdad creo gusta ahora luego jajaja españa español ellas fueron sido puede decirme agradezco solución problemas seguridad lugar
            adjunto correo llegado todavía aún mucho gran después algún alguna alguien mensaje archivo fichero línea señor según usuario selección opciones viaje imagen abierto mejorar ninguno ninguna cambiar resolver
            configuración conexión versión tarjeta cancelar devolver
            """,
        ["it"] = """
            ordine fattura conto account pagamento consegna ricevuto ricevere inviare inviato bisogno aiuto sapere domanda domande risposta problema errore funziona lavoro tempo
            giorno giorni settimana oggi domani ieri mese anno anni gente persone buono buona bene meglio nuovo nuova primo prima ultimo prossimo ritorno vedere fatto prendere
            dare pensare vuole dire detto venire andare cliente clienti servizio prodotto prezzo rimborso reso spedizione indirizzo telefono numero nome informazioni richiesta
            squadra azienda ufficio riunione rapporto sistema dati modifica password disponibile possibile importante qualcosa niente mondo vita casa acqua libro stato scuola
            paese città governo storia trovato chiamato conosciuto tuttavia diversi mai spesso piccolo piccola grande due tre purtroppo sera momento adesso sempre allora
            quindi invece proprio ogni stesso stessa volta volte meno mentre anche parte uomo donna amico felice vero credo piace amore italia italiano italiana sarà
            vostre nostri arrivato ancora appena subito dopo presso attendo ringrazio sono stati aver oggi oggetto
            """,
        ["pt"] = """
            pedido encomenda fatura conta pagamento entrega recebi recebido receber enviar enviado preciso ajuda saber pergunta perguntas resposta problema erro funciona trabalho
            tempo dia dias semana hoje amanhã ontem mês ano anos gente pessoas bom boa bem melhor novo nova primeiro primeira último próxima volta ver feito tomar dar pensar quer
            dizer disse vir ir cliente clientes serviço produto preço reembolso devolução envio endereço telefone número nome informações solicitação equipe empresa escritório
            reunião relatório sistema dados mudança senha disponível possível importante algo nada mundo vida casa água livro estado escola país cidade governo história encontrado
            chamado conhecido porém vários nunca sempre pequeno pequena grande dois três infelizmente noite momento acordo mesma assim então vez vezes menos enquanto embora parte
            homem mulher amigo feliz verdade acho gosto agora depois brasil português tudo aqui lá pra vc hoje amor fazendo muita muitas algum alguma alguém solução
            segurança questão informação não são mão também situação atenção avião coração mensagem arquivo ficheiro linha senhor conforme apenas usuário utilizador seleção opções trabalhar viagem imagem sim
            aberto melhorar nenhum nenhuma possui através após mostra definir funcionar configuração conexão versão cartão cancelar retornar resolver enviar alterar entrega
            """,
        ["nl"] = """
            bestelling factuur rekening account betaling levering ontvangen sturen verstuurd gestuurd nodig hulp weten vraag vragen antwoord probleem fout werkt werk werken tijd
            dag dagen week vandaag morgen gisteren maand jaar mensen goed goede beter nieuw nieuwe eerste laatste volgende terug zien maken gemaakt nemen geven denken zeggen gezegd
            komen gaan gaat klant klanten klantenservice ondersteuning product prijs terugbetaling retour verzending adres telefoon nummer naam informatie verzoek bedrijf kantoor
            vergadering verslag systeem gegevens wijziging wachtwoord beschikbaar mogelijk belangrijk juist wereld leven huis water boek staat school land stad regering
            geschiedenis gevonden genoemd bekend echter hoewel meerdere nooit altijd vaak klein kleine groot grote twee drie helaas avond moment reeds binnen eigenlijk misschien
            natuurlijk gewoon echt krijgen blijven mogen staat ligt zeker mooi leuk nederland nederlands verder anders lang onder dezelfde eigen uur pakket bezorgd
            gebruik gebruiken tevens ontvangst zodat waarbij
            """,
        ["sv"] = """
            beställning faktura konto betalning leverans fått skicka skickat behöver hjälp veta fråga frågor svar problem fel fungerar arbete tid dag dagar vecka idag imorgon igår
            månad år människor bra bättre ny nya första sista nästa tillbaka se göra gjort ta ge tänka säga sagt komma gå kund kunder kundtjänst produkt pris återbetalning retur
            frakt adress telefon nummer namn information begäran företag kontor möte rapport system ändring lösenord tillgänglig möjligt viktigt rätt världen liv hus vatten bok
            stat skola land stad regering historia hittade kallas känd dock flera aldrig alltid ofta liten stora stor två tre tyvärr kväll morgon redan inom kanske verkligen
            själv samma annan andra förstå sedan också därför trots använda sverige svenska mitt öppna köpt paket väntar tycker
            """,
        ["da"] = """
            bestilling faktura konto betaling levering modtaget sende sendt brug hjælp vide spørgsmål svar problem fejl virker arbejde tid dag dage uge dag morgen går måned år
            mennesker godt bedre ny nye første sidste næste tilbage se gøre gjort tage give tænke sige sagt komme gå kunde kunder kundeservice produkt pris refusion retur
            forsendelse adresse telefon nummer navn oplysninger anmodning virksomhed kontor møde rapport system ændring adgangskode tilgængelig muligt vigtigt rigtigt verden liv
            hus vand bog stat skole land by regering historie fundet kaldt kendt dog flere aldrig altid ofte lille store stor to tre desværre aften allerede inden måske virkelig
            selv samme anden andre forstå siden derfor bruge danmark dansk købt pakke venter synes kunne hedder lige bliver hvad
            """,
        ["no"] = """
            bestilling faktura konto betaling levering mottatt sende sendt bruker hjelp vite spørsmål svar problem feil fungerer virker arbeid tid dag dager uke morgen går måned år
            mennesker godt bra bedre ny nye første siste neste tilbake se gjøre gjort ta gi tenke si sagt komme gå kunde kunder kundeservice produkt pris refusjon retur
            forsendelse adresse telefon nummer navn opplysninger forespørsel selskap bedrift kontor møte rapport system endring passord tilgjengelig mulig viktig riktig verden liv
            hus vann bok stat skole land by regjering historie funnet kalt kjent imidlertid flere aldri alltid ofte liten store stor to tre dessverre kveld allerede innen kanskje
            virkelig selv samme annen andre forstå siden derfor bruke norge norsk kjøpt pakke venter synes heter akkurat blir hva ikke kjøpe trenger dette gjelder
            """,
        ["fi"] = """
            tilaus lasku tili maksu toimitus saanut lähettää lähetetty tarvitsen apua tietää kysymys kysymykset vastaus ongelma virhe toimii työ aika päivä viikko tänään huomenna
            eilen kuukausi vuosi vuonna ihmiset hyvä hyvää parempi uusi ensimmäinen viimeinen seuraava takaisin nähdä tehdä tehnyt ottaa antaa ajatella sanoa sanoi tulla mennä
            asiakas asiakaspalvelu tuote hinta hyvitys palautus osoite puhelin numero nimi tiedot pyyntö yritys toimisto kokous raportti järjestelmä muutos salasana saatavilla
            mahdollista tärkeä oikea maailma elämä talo vesi kirja valtio koulu maa kaupunki hallitus historia löytyi kutsutaan tunnettu kuitenkin useita koskaan aina usein pieni
            suuri kaksi kolme valitettavasti ilta hetki varmasti todella sama toinen muut koska siksi käyttää suomi suomen ostin paketti odotan mielestä olla onkin
            """,
        ["pl"] = """
            zamówienie faktura konto płatność dostawa otrzymałem otrzymałam wysłać wysłane potrzebuję pomoc wiedzieć pytanie pytania odpowiedź problem błąd działa praca czas dni
            tydzień dzisiaj dziś jutro wczoraj miesiąc rok lat ludzie dobry dobrze lepiej nowy nowe pierwszy ostatni następny wrócić widzieć zrobić wziąć dać myśleć powiedzieć
            przyjść iść klient klientów obsługa produkt cena zwrot wysyłka adres telefon numer nazwa informacje prośba firma biuro spotkanie raport system dane zmiana hasło dostępny
            możliwe ważne świat życie dom woda książka państwo szkoła kraj miasto rząd historia znaleziono znany jednak kilka nigdy zawsze często mały duży dwa trzy niestety wieczór
            chwila właśnie naprawdę sam ten inny inne ponieważ dlatego używać polska polski kupiłem paczka czekam sądzę roku który
            """,
        ["cs"] = """
            objednávka faktura účet platba dodání obdržel obdržela poslat odesláno potřebuji pomoc vědět otázka otázky odpověď problém chyba funguje práce čas den dny týden dnes
            zítra včera měsíc rok let lidé dobrý dobře lepší nový nové první poslední další zpět vidět udělat vzít dát myslet říci řekl přijít jít zákazník zákazníci služba produkt
            cena vrácení reklamace doprava adresa telefon číslo jméno informace žádost firma kancelář schůzka zpráva systém údaje změna heslo dostupný možné důležité svět život
            dům voda kniha stát škola země město vláda historie nalezeno známý však několik nikdy vždy často malý velký dva tři bohužel večer chvíle právě opravdu sám jiný
            ostatní protože proto použít česká český koupil balík čekám myslím roku který
            """,
        ["ro"] = """
            comandă comanda factură factura cont contul plată livrare primit trimite trimis nevoie ajutor știu întrebare întrebări răspuns problemă problema eroare funcționează
            lucru timp zi zile săptămână astăzi azi mâine ieri lună an ani oameni bun bine mai bun nou nouă primul ultimul următor înapoi vedea face făcut lua da gândi spune spus
            veni merge client clienți serviciu produs preț rambursare returnare expediere adresă telefon număr nume informații cerere echipă companie birou întâlnire raport sistem
            date schimbare parolă disponibil posibil important ceva nimic lume viață casă apă carte stat școală țară oraș guvern istorie găsit cunoscut totuși mai mulți niciodată
            întotdeauna mereu des mic mare doi trei din păcate seară moment chiar însuși alt alte deoarece folosi românia român cumpărat colet aștept cred anul
            """,
        ["hu"] = """
            rendelés rendelésem számla fiók fizetés szállítás kaptam küldeni elküldve szükségem segítség tudni kérdések válasz probléma hiba működik munka idő nap napok hét ma holnap
            tegnap hónap év évek emberek jó jobb új első utolsó következő vissza látni csinálni venni adni gondolni mondani mondta jönni menni ügyfél ügyfélszolgálat termék ár
            visszatérítés visszaküldés cím telefon szám név információ kérés cég iroda találkozó jelentés rendszer adatok változás jelszó elérhető lehetséges fontos világ élet ház
            víz könyv állam iskola ország város kormány történelem talált ismert azonban több soha mindig gyakran kicsi nagy kettő három sajnos este pillanat éppen tényleg ugyanaz
            másik használni magyarország vettem csomag várok hiszem szerintem meg nekem van
            """,
        ["tr"] = """
            sipariş siparişim fatura hesap ödeme teslimat aldım göndermek gönderildi ihtiyacım yardım bilmek soru sorular cevap sorun hata çalışıyor çalışmıyor iş gün günler hafta
            bugün yarın dün ay yıl insanlar güzel daha iyi yeni ilk son sonraki geri görmek yapmak yapıldı almak vermek düşünmek söylemek dedi gelmek gitmek müşteri müşteriler hizmet
            ürün fiyat iade kargo adres telefon numara isim bilgi talep ekip şirket ofis toplantı rapor sistem veri değişiklik şifre mevcut mümkün önemli dünya hayat ev su kitap
            devlet okul ülke şehir hükümet tarih bulundu bilinen ancak birkaç asla her zaman sık küçük büyük iki üç maalesef akşam an tam gerçekten aynı diğer çünkü kullanmak türkiye
            türk aldığım paket bekliyorum sanırım yılında edildi olduğunu
            """,
        ["vi"] = """
            đơn hàng hóa đơn tài khoản thanh toán giao nhận được gửi giúp đỡ biết câu hỏi trả lời vấn lỗi hoạt động công việc thời gian ngày tuần hôm nay mai qua tháng năm tốt hơn
            mới đầu tiên cuối cùng tiếp quay nhìn thấy lấy nghĩ nói đi khách dịch vụ sản phẩm giá hoàn tiền trả địa chỉ điện thoại số tên thông tin yêu cầu nhóm ty văn phòng họp báo
            cáo hệ thống dữ liệu thay đổi mật khẩu sẵn thể quan trọng điều gì giới cuộc sống nhà nước sách trường thành phố chính phủ lịch sử tìm biết đến tuy nhiên nhiều bao giờ
            luôn thường nhỏ lớn hai ba tiếc tối lúc thật cùng khác bởi sử dụng việt nam mua kiện chờ
            """,
        ["ru"] = """
            заказ счёт счет аккаунт оплата доставка получил получила отправить отправлен нужна помощь знать вопрос вопросы ответ проблема ошибка работает работа время день дни неделя
            сегодня завтра вчера месяц год года лет люди хороший хорошо лучше новый новая первый последний следующий назад видеть сделать взять дать думать сказать сказал прийти идти
            клиент клиенты обслуживание товар цена возврат адрес телефон номер имя информация запрос компания офис встреча отчёт система данные изменение пароль доступен возможно
            важно мир жизнь дом вода книга государство школа страна город правительство история найден известный однако несколько никогда всегда часто маленький большой два три
            сожалению вечер момент именно действительно сам другой другие потому поэтому использовать россии купил посылка жду думаю был которые этого
            """,
        ["uk"] = """
            замовлення рахунок обліковий запис оплата доставка отримав отримала надіслати надіслано потрібна допомога знати питання відповідь проблема помилка працює робота час день
            дні тиждень сьогодні завтра вчора місяць рік року років люди добрий добре краще новий нова перший останній наступний назад бачити зробити взяти дати думати сказати сказав
            прийти йти клієнт клієнти обслуговування товар ціна повернення адреса телефон номер ім'я інформація запит компанія офіс зустріч звіт система дані зміна пароль доступний
            можливо важливо світ життя будинок вода книга держава школа країна місто уряд історія знайдено відомий однак кілька ніколи завжди часто малий великий два три жаль вечір
            мить саме дійсно сам інший інші тому використовувати україни купив посилка чекаю думаю було цього
            """,
        ["bg"] = """
            поръчка поръчката фактура сметка акаунт плащане доставка получих изпратя изпратен нужна помощ зная въпрос въпроси отговор проблем грешка работи работа време ден дни седмица
            днес утре вчера месец година години хора добър добре по-добре нов нова първи последен следващ обратно видя направя взема дам мисля кажа каза дойда отида клиент клиенти
            обслужване продукт цена връщане възстановяване адрес телефон номер име информация заявка компания офис среща доклад система данни промяна парола наличен възможно важно свят
            живот къща вода книга държава училище страна град правителство история намерен известен обаче няколко никога винаги често малък голям два три съжаление вечер момент
            наистина същия друг други защото затова използвам българия български купих пратка чакам мисля която които което
            """,
        ["ar"] = """
            طلب الطلب فاتورة حساب الدفع التوصيل استلمت إرسال مساعدة سؤال جواب مشكلة خطأ يعمل العمل الوقت يوم أسبوع اليوم غدا أمس شهر سنة عام الناس جيد جديد الأول الأخير التالي
            رؤية فعل قال ذهب عميل العملاء خدمة منتج سعر استرداد إرجاع شحن عنوان هاتف رقم اسم معلومات شركة مكتب اجتماع تقرير نظام بيانات تغيير كلمة المرور متاح ممكن مهم العالم
            الحياة بيت ماء كتاب دولة مدرسة مدينة حكومة تاريخ الله والله اللي مش العربية أكثر خلال تحت كما أول
            """,
        ["fa"] = """
            سفارش فاکتور حساب پرداخت ارسال دریافت کردم فرستادن کمک سوال پاسخ مشکل خطا کار وقت زمان روز هفته امروز فردا دیروز ماه سال مردم خوب جدید اول آخر بعدی دیدن گفت رفتن مشتری
            خدمات محصول قیمت بازگشت آدرس تلفن شماره نام اطلاعات شرکت دفتر جلسه گزارش سیستم داده تغییر گذرواژه رمز ممکن مهم جهان زندگی خانه آب کتاب کشور مدرسه شهر دولت تاریخ
            خدا ایران فارسی بیشتر پیدا چیزی کسی گیرد دهد
            """,
    };

    /// <summary>Languages told apart by their words; the others show by their script alone.</summary>
    public static IEnumerable<string> Languages => Lists.Keys;

    /// <summary>The words of a language beyond its stop words.</summary>
    public static string[] Of(string language) => Lists[language].Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
