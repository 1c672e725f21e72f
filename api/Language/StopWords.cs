using System.Collections.Frozen;

namespace OutlookAssist.Language;

/// <summary>Words that say how a sentence is built and not what it is about, question words included; a search goes by the others.</summary>
internal static class StopWords
{
    // Most frequent first: the language detector reads the order as weight.
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["en"] = """
            the to and of a in is i you that it for on we be with this are have not as my at your if can or do from will was me what but an our please how there by so
            would they when all has any could which more about who where why no am were been did does had us their them then than these those should just also
            some out up into only it's i'm don't i've i'll we're can't didn't doesn't isn't won't couldn't haven't hi hello dear thanks thank regards he she his her him its
            may might must shall whose whom while because until during before after between both each other such very too here now being having doing off over again own same
            hey kindly yours sincerely let's you're that's what's there's they're wasn't aren't wouldn't shouldn't hasn't upon whether
            """,
        ["de"] = """
            die der und ich in zu das ist sie den nicht mit von es auf für ein eine im dem an wir wie auch bei mir dass sich des bitte haben habe kann als oder was ihr mich uns
            werden wird aber nach noch hat so wenn einen einer zum aus vom nur sind über war er zur um können wo wann warum welche welcher welches wer mein meine meinen meiner
            einem eines ihre ihren ihrer ihnen ihrem unser unsere unseren keine kein keinen am durch vor bis da dann dies diese dieser dieses diesen diesem hier hallo danke dank
            sehr grüße grüßen freundlichen liebe lieber geehrte damen herren sein seine wäre würde könnte könnten möchte muss müssen soll sollte darf ob weil also schon mehr man
            doch denn mal ja nein bin hatte hätte wurde gibt gerne vielen gegen ohne unter zwischen während wieso weshalb wohin woher wem wen alle alles immer ihn ihm
            viele guten tag mit beim ins sowie damit dazu nun
            """,
        ["fr"] = """
            de la le et je les à des en que un vous une pour est pas dans ne qui sur il nous mon ce plus avec au votre ma mes du par être ai avez suis bonjour merci cette
            mais si ou sont me se vos notre elle aux comment quel quelle quels quelles quand où pourquoi quoi comme tout tous toute toutes fait faire peut pouvez peux dois doit
            avoir avait été bien sans ces son sa ses leur leurs on cordialement dont donc très même aussi encore merci ils elles y lui moi toi tu te ton ta tes était avons ont
            c'est j'ai n'est d'un d'une qu'il s'il l'on cela ça ceci entre chez après avant depuis pendant jusqu afin vers sous lors combien lequel laquelle lesquels puis
            serait pourrais pourriez pourrait voudrais souhaite plaît salut madame monsieur sera seront aucun aucune
            """,
        ["es"] = """
            de la que el en y a los no me se por un para con mi una las su del lo es al he como más si ha pero hola gracias le cuando está o sobre este esta muy qué cómo
            cuál cuáles cuándo dónde quién quiénes por porque sin ya son mis sus nos hay puedo puede pueden podría podrían tengo tiene tienen ser estoy estar fue hasta desde
            todo todos toda todas nuestro nuestra también favor saludos estimado estimada estimados buenos buenas días tardes quiero quisiera yo él ella usted ustedes ellos ni
            entre eso esto ese esa esos esas estos estas otro otra otros e u te tu tus han había era cada donde quien cual cuales cuanto cuánto cuántos cuántas durante antes
            después les ante bajo contra según así aquí ahí solo sólo muchas mucho atentamente cordial sería debe debo hacer
            """,
        ["it"] = """
            di e il la che non un per è in una sono mi a le i si con ho ma del da al della più lo come ci anche se nel questo alla ha dei grazie mio mia ciao buongiorno salve
            questa o vi gli cosa quando dove perché chi quale quali quanto quanti quanta quante posso può possono potete potrebbe potreste vorrei delle dalla sul sulla nella
            ai dal nei alle agli essere avere stato stata fare io lei noi voi loro vostro vostra nostro nostra suo sua tutto tutti tutte molto già ancora poi solo senza
            cordiali saluti gentile gentili mie miei era hanno abbiamo avete siamo siete fino dopo prima tra fra su ne dello degli sulle questi queste quello quella quelli
            quelle ed od dell all nell sull dall l un' c'è cui però quindi così deve devo favore fa
            """,
        ["pt"] = """
            de a o que e do da em não um para é com uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo
            pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa qual quais onde porque
            por que quê obrigado obrigada olá bom dia boa tarde prezado prezada caro cara atenciosamente cumprimentos posso pode podem poderia gostaria estou tenho temos fazer
            este esta estes estas isto aquilo meus minhas nosso nossa vocês lhe lhes sou são somos quanto quantos quantas vou vai ainda sobre todos todas tudo cada outro outra
            desde durante antes agora aqui favor estava deve devo uns umas pelos pelas dele dela
            """,
        ["nl"] = """
            de het een ik en van is in niet dat op te voor met zijn u er aan je die mijn hebben heb maar om als kan wij naar bij uw ook we dit nog wat of door over hoe zou geen
            wel al deze worden wordt werd was uit heeft kunt kunnen wanneer waar waarom welke welk wie hallo beste geachte dank bedankt groeten groet vriendelijke alvast ons onze
            mij me hij zij ze jullie hun hen haar hem dan toch meer moet moeten mag wil willen zal zullen zouden ben bent waren had hadden geweest tot tegen tussen zonder na
            hier daar nu heel zeer alle alles andere want dus omdat terwijl tijdens sinds graag even iets niets iemand jouw jou hoeveel zoals
            """,
        ["sv"] = """
            och att det i på jag är som en för med inte har av till den vi de om ett kan från var så ni men han min mitt mina när vad hur eller vill hej tack där vilken vilket
            vilka varför vem er ert era oss skulle ska får inte också mig denna detta dessa hon dem då nu efter utan över under vid hade blir blev kunde måste sin sina sitt
            någon något några ingen inget mycket bara än upp ut mellan innan hälsningar vänliga snälla gärna vår vårt våra dig du alla allt här måste kommer
            """,
        ["da"] = """
            og at det jeg er i på en til har for ikke med den af vi de som der kan et om min mit mine når hvad hvordan eller vil hej tak hvor hvilken hvilket hvilke hvorfor hvem
            mig os jer jeres vores skal fra men så også var være blive bliver blev havde han hun dem denne dette disse nu efter uden over under ved kunne skulle ville må sin
            nogen noget nogle ingen meget kun end op ud mellem før hilsen venlig venligst gerne dig du alle alt her jeg været bare
            """,
        ["no"] = """
            og det er jeg i på en til har for ikke med den av vi de som kan et om min mitt mine når hva hvordan eller vil hei takk hvor hvilken hvilket hvilke hvorfor hvem
            meg oss dere deres vår vårt våre skal fra men så også var være blir ble hadde han hun dem denne dette disse nå etter uten over under ved kunne skulle ville må sin
            noen noe ingen mye bare enn opp ut mellom før hilsen vennlig gjerne deg du alle alt her vært etter fikk får å
            """,
        ["fi"] = """
            ja on ei se että en hän oli mutta minä ovat olen jos niin kun kuin mitä miten voi voin voitte voitteko voinko onko missä milloin miksi mikä kuka mistä tai vai myös
            nyt ole minun teidän meidän minulle teille meille hei kiitos terveisin ystävällisin tämä tämän sitä siitä joka jotka jonka mukaan kanssa ilman jälkeen ennen vain
            vielä jo saada olisi haluaisin pitää kuinka montako mihin kaikki sen ne te me he ollut eikä koska sekä tässä tätä sinä sinun
            """,
        ["pl"] = """
            i w na nie z się do to że jest o za po co jak ale czy od mi dla są mam tak przez ma jestem proszę dziękuję dzień dobry witam pozdrawiam kiedy gdzie dlaczego jaki
            jaka jakie który która które kto ile mój moja moje państwa państwo pan pani nas was mnie jego jej ich tym tego ten ta te tej być był była było może można mogę możecie
            bardzo już jeszcze tylko oraz lub albo więc także przed pod nad bez między tutaj teraz gdy jeśli aby żeby we ze szanowni został została
            """,
        ["cs"] = """
            a v se na je že to s z do o i jak ale pro za by jsem po od si tak co není už jsou mám když jen nebo který která které kdy kde proč kdo kolik můj moje moji vás vám
            nás nám mi mě dobrý den děkuji prosím pozdravem dotaz jestli zda můžete mohu mohl bych bylo byl byla být může také ještě před bez mezi tento tato toto této tomu této
            při ze ve ke k u jsme jste váš vaše vaši náš naše ani jeho její jejich velmi však proto
            """,
        ["ro"] = """
            și de în la nu a să cu o pe că este am un din mai pentru ce ca sunt dar care se le când cum unde cine cât câte mea meu mele mei dumneavoastră vă rog bună ziua mulțumesc
            salut putea puteți pot poate aș ați am fost avea are aveți prin după fără între sau dacă doar foarte acest această acești aceste lui ei lor noastră nostru al ale ai
            mi îmi imi ne te îl o iar nici fi fie către până si sa in va
            """,
        ["hu"] = """
            a az és hogy nem is egy ez van de meg csak már ha volt mint el kell én még ki mi azt le ezt vagy lesz minden igen nagyon jó nincs itt pedig köszönöm üdvözlettel
            kérem tisztelt szeretném hol mikor miért hogyan mennyi melyik milyen kérdés tudok tudom lehet lehetne önök nekem nekünk magyar után előtt nélkül között ezért mert
            sem majd most akkor szerint által illetve valamint fel be
            """,
        ["tr"] = """
            ve bir bu için ile de da ne çok var ben mi mı mu mü o daha en gibi ama nasıl neden nerede zaman hangi kim kaç merhaba teşekkürler teşekkür ederim lütfen saygılarımla
            benim sizin bizim bana size bize beni sizi bizi değil yok kadar sonra önce olarak olan oldu olduğu her şey şu veya ya ki ise bunu buna iyi sayın rica etmek istiyorum
            miyim misiniz mısınız hem diye kendi üzere
            """,
        ["vi"] = """
            và của là có không tôi cho được với các một trong này những người đã bạn khi để thì ở làm như từ gì nào bao nhiêu đâu sao tại vì xin chào cảm ơn vui lòng chúng
            về đến ra vào cũng nhưng hay hoặc nếu sẽ đang rất phải cần trên dưới theo sau trước mà lại còn nên ông bà anh chị em quý kính thế ai
            """,
        ["ru"] = """
            и в не на я что с по это как а мне за у к меня но для из вы мы он от так же то бы или если есть вас нет вам был была было быть когда где почему какой какая какие
            какое кто сколько чтобы здравствуйте спасибо пожалуйста добрый день мой моя мои моего ваш ваша ваши вашей нас нам его её их они она оно эта этот эти при до после
            без под над о об уже ещё только очень можно могу можете нужно надо также со во ли тоже который которая которые уважением
            """,
        ["uk"] = """
            і в не на я що з та у це як до за але для мені по від ви ми він чи або якщо є вас немає вам був була було бути коли де чому який яка які яке хто скільки щоб
            вітаю дякую будь ласка добрий день мій моя мої ваш ваша ваші нас нам його її їх вони вона воно ця цей ці при після без під над про вже ще тільки дуже можна можу
            можете потрібно треба також зі із котрий повагою мене
            """,
        ["bg"] = """
            на и да не за в се от с е си ще по аз ми че са като но ли или до ви ни това как който която които кога къде защо кой колко здравейте благодаря моля поздрави добър
            ден моят моята моите вашият вашата ваш нас вас им го я му беше съм сме сте има няма мога може можете искам трябва много вече още само без при след пред между
            тази този тези най ако във със така обаче
            """,
        ["el"] = """
            και το να του η της με που την από για τα είναι των σε ο οι στο θα τη στην τον τους δεν τις ένα μια ότι στη μου σας μας ή αν αλλά πως πώς πότε πού γιατί ποιος ποια ποιο
            ποιες πόσο τι μπορώ μπορείτε έχω έχει έχετε έχουν είμαι ήταν παρακαλώ ευχαριστώ γεια καλημέρα σε στα στον στις μη όχι ναι αυτό αυτή αυτός πολύ μόνο επίσης χωρίς μετά
            """,
        ["he"] = """
            של את לא על זה אני כי עם הוא היא גם אם מה יש אין כל או אבל איך מתי איפה למה מדוע איזה איזו מי כמה שלי שלך שלכם שלנו לי לך לכם לנו אתם הם אנחנו היה הייתה
            להיות רק כבר עוד מאוד אפשר צריך יכול יכולים תודה שלום בבקשה ברכה לפני אחרי בין ללא
            """,
        ["ar"] = """
            في من على إلى أن عن مع هذا هذه التي الذي ما لا لم لن هل كيف متى أين لماذا كم أي ماذا هو هي أنا نحن هم كان كانت يكون أو ثم قد كل بعد قبل بين عند لكن إذا حتى
            غير بعض ذلك تلك لي لك لنا لكم يمكن يمكنني شكرا مرحبا السلام عليكم تحية فضلك يرجى الذين حول منذ و يا
            """,
        ["fa"] = """
            و در به از که این را با است برای آن یک خود تا کرد بر هم نیز می شود شد او ما من شما آیا چه چگونه چطور کی کجا چرا کدام چند اگر یا ولی اما باید هر همه بود هست نیست
            کنم کنید کنیم است‌ های ها سلام لطفا ممنون متشکرم بین پس پیش بعد قبل بدون دیگر فقط
            """,
        ["hi"] = """
            के का की है में से और को पर यह हैं था थी थे नहीं एक हो कि जो भी तो ही ने कर लिए इस उस वह मैं हम आप मेरा मेरी मेरे हमारा आपका आपकी आपके क्या कैसे कब कहाँ कहां क्यों कौन
            कितना कितने कितनी या लेकिन अगर तक साथ बाद पहले कृपया धन्यवाद नमस्ते अब बहुत कुछ सकता सकते सकती रहा रही रहे गया गई हूँ हूं मुझे
            """,
        ["zh"] = "的 了 是 在 和 有 我 你 您 他 她 它 们 这 那 不 也 就 都 与 及 或 吗 呢 吧 请 问 什 么 怎 样 哪 谁 何 为 如 多 少 几 個 个 嗎 們 這 與 請 問 麼 樣 誰 為",
        ["ja"] = """
            です ます した して する され れる いる ある ない から まで ので とは には では のは のが のを への にお けど こと もの など より ため よう この その あの どの どう なに
            くだ ださ さい いた たい ませ せん った って とき 何 誰 か は が を に の と も で へ や いつ どこ なぜ てい いま しま ょう うか でし まし ですか
            """,
        ["ko"] = "입니 니다 습니 합니 니까 이다 하는 에서 으로 까지 부터 에게 하고 있는 있습 없는 무엇 언제 어디 어떻 떻게 얼마 누구 이것 그것 저는 제가 우리 은 는 이 가 을 를 의 에 도",
        ["th"] = "ที่ และ ของ ใน เป็น การ มี ได้ ไม่ ให้ จะ กับ ว่า หรือ จาก โดย ก็ แต่ นี้ นั้น อะไร อย่างไร เมื่อไร ที่ไหน ทำไม ใคร เท่าไร ครับ ค่ะ คะ",
    };

    private static readonly FrozenDictionary<string, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Sets =
        Lists.ToFrozenDictionary(list => list.Key, list => WithPlainForms(list.Key, Of(list.Key)).GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Languages that have a list.</summary>
    public static IEnumerable<string> Languages => Lists.Keys;

    /// <summary>The list of a language, the most frequent words first; empty for a language without one.</summary>
    public static string[] Of(string language) =>
        Lists.TryGetValue(language, out var list) ? list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>Whether a lower-cased word, with or without its accents and apostrophes, says nothing about the subject.</summary>
    public static bool Contains(ReadOnlySpan<char> word, string language) => Sets.TryGetValue(language, out var set) && set.Contains(word);

    // "don't", "dont" and "reponse" typed without its accent are looked up as they come.
    private static FrozenSet<string> WithPlainForms(string language, string[] words)
    {
        var forms = new HashSet<string>(words);
        Span<char> buffer = stackalloc char[128];
        foreach (var word in words)
        {
            word.CopyTo(buffer);
            forms.Add(buffer[..Letters.RemoveAccents(buffer, word.Length)].ToString());
            if (language == "en" && word != "i'll")
                forms.Add(word.Replace("'", "", StringComparison.Ordinal));
        }

        // Bare letters are what splitting leaves over ("e.g.", "the customer's"); "its" without apostrophe is already there.
        if (language == "en")
            forms.UnionWith(["s", "t", "eg", "ie", "etc", "re", "fw", "fwd"]);
        return forms.ToFrozenSet();
    }
}
