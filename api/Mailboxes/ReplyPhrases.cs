using System.Buffers;
using System.Collections.Frozen;

namespace OutlookAssist.Mailboxes;

/// <summary>The words that mail programs put above quoted history, by language, so that the rules over them need no language of their own.</summary>
internal static class ReplyPhrases
{
    /// <summary>How a line such as "On Monday, Ana wrote:" begins.</summary>
    public static readonly string[] AttributionOpeners =
    [
        "on ", "am ", "le ", "el ", "il ", "em ", "no dia ", "a ", "op ", "den ", "på ", "d. ", "w dniu ", "dnia ", "pe ", "в ", "vào ", "dne ", "în ", "la ",
        "at ", "på den ", "il giorno ", "op ", "am: ", "ven ", "on:",
    ];

    /// <summary>The verb of writing in such a line.</summary>
    public static readonly string[] AttributionVerbs =
    [
        "wrote", "sent", "writes", "said",
        "schrieb", "geschrieben", "schreibt",
        "a écrit", "a ecrit", "écrit",
        "escribió", "escribio", "ha escrito",
        "ha scritto", "scrive", "scritto",
        "escreveu", "escreveu-se",
        "schreef", "geschreven", "heeft geschreven",
        "skrev", "skriver", "følgende",
        "kirjoitti", "kirjoittaa",
        "napisał", "napisała", "napisał(a)", "napisał/a", "pisze", "użytkownik",
        "написал", "написала", "написал(а)", "пишет", "писал", "пише", "написав",
        "đã viết", "napsal", "napsal(a)", "a scris", "yazdı", "írta",
        "さんは書きました", "が書きました", "のメール", "のメッセージ", "写道", "寫道", "写信给", "님이 작성", "작성",
    ];

    /// <summary>Words of lines such as "-----Original Message-----": what stands below is the answered mail.</summary>
    public static readonly string[] OriginalMessage =
    [
        "original message", "ursprüngliche nachricht", "originalnachricht", "message d'origine", "message d’origine", "message original", "mensaje original",
        "messaggio originale", "mensagem original", "oorspronkelijk bericht", "originele bericht", "origineel bericht", "ursprungligt meddelande", "originalmeddelande",
        "oprindelig meddelelse", "original meddelelse", "opprinnelig melding", "alkuperäinen viesti", "oryginalna wiadomość", "wiadomość oryginalna",
        "исходное сообщение", "оригинальное сообщение", "元のメッセージ", "原始邮件", "原始郵件", "邮件原件", "original appointment", "original-nachricht", "reply message", "ursprüngliche mail", "原文",
    ];

    /// <summary>Words of lines such as "Begin forwarded message": what stands below is what this mail brings.</summary>
    public static readonly string[] ForwardedMessage =
    [
        "forwarded message", "forwarded by", "begin forwarded message", "weitergeleitete nachricht", "anfang der weitergeleiteten", "weitergeleitet von",
        "message transféré", "message transmis", "début du message", "mensaje reenviado", "inicio del mensaje reenviado", "messaggio inoltrato", "inizio messaggio inoltrato",
        "mensagem encaminhada", "mensagem reencaminhada", "doorgestuurd bericht", "begin doorgestuurd bericht", "vidarebefordrat meddelande", "vidarebefordrat brev",
        "videresendt meddelelse", "videresendt besked", "videresendt melding", "välitetty viesti", "edelleen lähetetty", "wiadomość przekazana", "przekazana wiadomość", "treść przekazanej",
        "пересылаемое сообщение", "пересланное сообщение", "начало переадресованного", "転送されたメッセージ", "転送メッセージ", "转发邮件", "转发的邮件", "轉寄郵件", "開始轉寄", "被转发邮件",
    ];

    /// <summary>With which characters such a line can begin: those of the phrases in both cases, and what programs draw with.</summary>
    public static readonly SearchValues<char> AnnouncementStarts = SearchValues.Create(
        string.Concat(OriginalMessage.Concat(ForwardedMessage).Select(phrase => $"{phrase[0]}{char.ToUpperInvariant(phrase[0])}")) + "-–—_=*>|·");

    /// <summary>Subject prefixes of a mail that was forwarded.</summary>
    public static readonly string[] ForwardPrefixes =
        ["fw:", "fwd:", "wg:", "tr:", "rv:", "i:", "enc:", "doorst:", "vb:", "vs:", "vl:", "pd:", "转发:", "转发：", "轉寄:", "轉寄：", "転送:", "transfert:", "inoltra:"];

    /// <summary>The field that a label in a quoted mail's header stands for.</summary>
    public static readonly FrozenDictionary<string, ReplyField> Labels = BuildLabels();

    /// <summary>Longest of the labels, so that a long line before a colon is not looked up.</summary>
    public const int LongestLabel = 24;

    private static FrozenDictionary<string, ReplyField> BuildLabels()
    {
        var labels = new Dictionary<string, ReplyField>(StringComparer.OrdinalIgnoreCase);
        void Add(ReplyField field, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                labels[name] = field;
        }

        Add(ReplyField.From, "From", "Von", "De", "Da", "Van", "Från", "Fra", "Lähettäjä", "Od", "Nadawca", "От", "От кого", "Expéditeur", "Remitente", "Mittente", "Afzender", "Absender",
            "差出人", "送信者", "发件人", "寄件者", "寄件人", "보낸 사람", "Reply-To", "Afsender", "Від", "Kimden", "Feladó");
        Add(ReplyField.Sent, "Sent", "Date", "Gesendet", "Gesendet am", "Datum", "Envoyé", "Envoyé le", "Envoyée", "Date d'envoi", "Enviado", "Enviado el", "Enviada em", "Enviado em", "Enviada", "Fecha", "Data",
            "Inviato", "Data invio", "Verzonden", "Verzonden op", "Skickat", "Skickades", "Sendt", "Dato", "Lähetetty", "Päiväys", "Päivämäärä", "Wysłano", "Wysłane", "Отправлено", "Дата",
            "Sent at", "送信日時", "日時", "日付", "发送时间", "发送日期", "日期", "寄件日期", "時間", "时间", "보낸 날짜", "날짜", "Надіслано", "Odesláno", "Gönderme Tarihi", "Elküldve", "Date sent");
        Add(ReplyField.To, "To", "An", "À", "A", "Para", "Aan", "Till", "Til", "Vastaanottaja", "Do", "Кому", "宛先", "收件人", "收件者", "받는 사람", "Destinataire", "Destinatario", "Komu", "Kime", "Címzett", "Adresat");
        Add(ReplyField.Copy, "Cc", "Kopie", "Kopia", "Kopi", "Copie à", "Copia", "CC", "Bcc", "DW", "Копия", "抄送", "副本", "참조", "Reply to", "Importance", "Wichtigkeit", "Attachments", "Anlagen");
        Add(ReplyField.Subject, "Subject", "Betreff", "Objet", "Asunto", "Oggetto", "Assunto", "Onderwerp", "Ämne", "Emne", "Aihe", "Temat", "Тема", "件名", "主题", "主題", "제목", "Předmět", "Konu", "Tárgy", "Sujet", "主旨");
        return labels.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>Which header field a line of a quoted mail states.</summary>
internal enum ReplyField
{
    /// <summary>The writer.</summary>
    From,

    /// <summary>The time.</summary>
    Sent,

    /// <summary>The receivers.</summary>
    To,

    /// <summary>Copies and other fields that say nothing alone.</summary>
    Copy,

    /// <summary>The subject.</summary>
    Subject,
}
