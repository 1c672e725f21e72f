namespace OutlookAssist.Mailboxes;

/// <summary>The words with which mails end, by language: closings, what phones add, and what lawyers add.</summary>
internal static class SignaturePhrases
{
    /// <summary>Closings that say nothing else.</summary>
    public static readonly string[] Closings =
    [
        // en
        "best regards", "kind regards", "warm regards", "warmest regards", "regards", "with regards", "with kind regards", "with best regards", "many regards", "best wishes", "all the best", "best",
        "sincerely", "sincerely yours", "yours sincerely", "yours faithfully", "yours truly", "respectfully", "cordially", "rgds", "kr", "br", "very truly yours", "with best wishes", "take care",
        // de
        "mit freundlichen grüßen", "mit freundlichen gruessen", "mit freundlichen grüssen", "mit freundlichem gruß", "mit freundlichem gruss", "freundliche grüße", "freundliche grüsse", "viele grüße",
        "viele grüsse", "viele gruesse", "beste grüße", "beste grüsse", "liebe grüße", "liebe grüsse", "herzliche grüße", "herzliche grüsse", "schöne grüße", "schöne grüsse", "hochachtungsvoll",
        "mfg", "lg", "vg", "gruß", "gruss", "grüße", "grüsse", "mit besten grüßen", "mit vielen grüßen", "sonnige grüße", "besten gruß", "lieben gruß",
        // fr
        "cordialement", "bien cordialement", "très cordialement", "bien à vous", "bien à toi", "salutations", "meilleures salutations", "sincères salutations", "salutations distinguées", "amicalement", "cdlt",
        "respectueusement", "sincèrement",
        // es
        "saludos", "un saludo", "saludos cordiales", "un cordial saludo", "atentamente", "cordialmente", "un abrazo", "muy atentamente", "reciba un cordial saludo", "atte", "saludos atentos",
        // it
        "cordiali saluti", "distinti saluti", "saluti", "un saluto", "un cordiale saluto", "cordialmente", "a presto", "buona giornata",
        // pt
        "atenciosamente", "cumprimentos", "com os melhores cumprimentos", "melhores cumprimentos", "os melhores cumprimentos", "saudações", "abraço", "abraços", "um abraço", "att",
        // nl
        "met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "vriendelijke groeten", "groet", "groeten", "hartelijke groet", "hartelijke groeten", "mvg", "hoogachtend", "met hartelijke groet",
        // sv, da, no, fi, pl
        "med vänlig hälsning", "med vänliga hälsningar", "vänliga hälsningar", "hälsningar", "mvh", "med venlig hilsen", "venlig hilsen", "hilsen", "mange hilsner", "de bedste hilsner", "bedste hilsner", "med vennlig hilsen",
        "vennlig hilsen", "beste hilsen", "ystävällisin terveisin", "terveisin", "parhain terveisin", "yt", "pozdrawiam", "z poważaniem", "z wyrazami szacunku", "serdecznie pozdrawiam",
        // ru, ja, zh
        "с уважением", "с наилучшими пожеланиями", "всего доброго", "よろしくお願いいたします", "よろしくお願いします", "敬具", "此致", "敬礼", "祝好", "顺颂商祺",
    ];

    /// <summary>Thanks at the end close a mail too, but only with a name below them.</summary>
    public static readonly string[] ThankingClosings =
    [
        "thanks", "thank you", "many thanks", "thanks in advance", "thank you in advance", "thanks again", "thanks and regards", "thanks & regards", "thx", "cheers", "thank you very much", "thanks so much", "thanks a lot",
        "thank you for your help", "thanks and best regards", "thank you and kind regards", "ta", "love", "talk soon", "have a nice day", "have a great day",
        "danke", "vielen dank", "besten dank", "herzlichen dank", "danke im voraus", "vielen dank im voraus", "danke und grüße", "vielen dank und viele grüße", "dankeschön",
        "merci", "merci d'avance", "merci d’avance", "merci beaucoup", "merci par avance", "gracias", "muchas gracias", "gracias de antemano", "muchas gracias de antemano", "grazie", "grazie mille", "obrigado", "obrigada",
        "muito obrigado", "muito obrigada", "bedankt", "alvast bedankt", "dank u wel", "tack", "tack på förhand", "tak", "takk", "på forhånd tak", "kiitos", "dziękuję", "спасибо",
    ];

    /// <summary>How the line begins that a phone or program adds.</summary>
    public static readonly string[] DeviceLines =
    [
        "sent from my", "sent from mail for", "sent from yahoo", "sent from outlook", "sent from samsung", "sent from proton", "sent from mobile", "sent from a mobile", "sent from android", "sent from iphone", "sent via", "sent with",
        "get outlook for", "sent on the go", "von meinem", "gesendet von", "gesendet mit", "gesendet aus", "diese nachricht wurde von meinem", "outlook für", "hol dir outlook", "envoyé de mon", "envoyé depuis", "envoyé à partir",
        "télécharger outlook", "obtenez outlook", "enviado desde", "obtener outlook", "inviato da", "scarica outlook", "ottieni outlook", "enviado do", "enviado a partir", "obter o outlook", "enviado via", "verzonden vanaf", "verstuurd vanaf", "verzonden met",
        "outlook voor", "skickat från", "hämta outlook", "sendt fra", "hent outlook", "få outlook", "lähetetty", "hanki outlook", "wysłane z", "wysłano z", "pobierz outlook", "отправлено с", "отправлено из", "скачать outlook", "iphoneから送信", "発自我的", "发自我的", "從我的", "iphone から送信",
        "sent from the", "enviado con",
    ];

    /// <summary>How a paragraph begins that only lawyers write.</summary>
    public static readonly string[] Disclaimers =
    [
        "this email and any", "this e-mail and any", "this message and any", "this email is confidential", "this e-mail is confidential", "this message is confidential", "the information contained in this", "the contents of this e", "confidentiality notice",
        "this message contains confidential", "this email may contain", "this e-mail may contain", "this e-mail message", "disclaimer:", "please consider the environment", "the information in this e", "this transmission", "this communication",
        "diese e-mail enthält", "diese mail enthält", "diese nachricht enthält", "der inhalt dieser e-mail", "die information in dieser", "bitte denken sie an die umwelt", "ce message et", "ce courriel", "este mensaje", "este correo", "questo messaggio", "esta mensagem", "dit bericht", "deze e-mail",
    ];

    /// <summary>How an afterthought begins: it stands below the closing and is still the writer's text.</summary>
    public static readonly string[] Afterthoughts = ["p.s.", "ps:", "ps ", "ps.", "p.s ", "p.s:", "pd:", "n.b.", "nb:"];
}
