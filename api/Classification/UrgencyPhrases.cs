namespace OutlookAssist.Classification;

/// <summary>The wordings that make a mail hurry or give it time, in all languages at once: they hardly ever mean something else in another one.</summary>
internal static class UrgencyPhrases
{
    /// <summary>Work stands still or people are in danger.</summary>
    public static readonly PhraseSet Outage =
    [
        "production is down", "prod is down", "system is down", "systems are down", "server is down", "servers are down", "site is down", "website is down", "service is down", "network is down", "everything is down", "completely down", "is offline", "outage", "total failure", "complete failure", "production down", "line is down", "line is stopped", "line has stopped",
        "production stopped", "production has stopped", "production stop", "production halted", "cannot work at all", "nobody can work", "no one can work", "nobody can log in", "no one can log in", "all users are affected", "all our users", "system failure", "data loss", "lost all our data", "is not reachable", "unreachable for all", "emergency", "life-threatening", "injured", "caught fire", "on fire", "smoke coming", "gas leak", "smell of gas", "smells of gas", "smell gas", "leaking gas", "electric shock",
        "produktion steht", "produktion ist ausgefallen", "produktionsausfall", "produktionsstillstand", "system ist ausgefallen", "server ist ausgefallen", "systeme sind ausgefallen", "komplett ausgefallen", "totalausfall", "systemausfall", "webseite ist offline", "website ist offline", "niemand kann arbeiten", "niemand kann sich anmelden", "notfall", "datenverlust", "server ist down", "system ist down", "nichts geht mehr", "stillstand", "verletzt worden", "brand geraten",
        "production est arrêtée", "production à l'arrêt", "système est en panne", "serveur est en panne", "serveurs sont en panne", "site est en panne", "site est hors ligne", "panne générale", "panne totale", "personne ne peut travailler", "urgence vitale", "perte de données", "tout est bloqué", "hors service",
        "producción está parada", "producción parada", "producción está caída", "sistema está caído", "sistema caído", "servidor está caído", "servidor caído", "servidores caídos", "sitio está caído", "página está caída", "nadie puede trabajar", "emergencia", "pérdida de datos", "caída total", "fuera de servicio",
        "produzione è ferma", "sistema è fermo", "server è fermo", "emergenza", "produção está parada", "produção parada", "sistema está fora do ar", "sistema caiu", "servidor caiu", "emergência", "productie ligt stil", "systeem ligt plat", "server ligt plat", "alles ligt plat", "noodgeval", "storing in de productie",
    ];

    /// <summary>Somebody may be harming us or our customers right now.</summary>
    public static readonly PhraseSet Security =
    [
        "data breach", "security breach", "security incident", "been hacked", "was hacked", "got hacked", "account hacked", "hacked", "ransomware", "unauthorized access", "unauthorised access", "stolen card", "stolen credit card", "fraudulent transaction*", "fraudulent charge*", "identity theft", "phishing attack", "leaked", "compromised",
        "datenleck", "datenpanne", "gehackt", "sicherheitsvorfall", "sicherheitslücke", "unbefugter zugriff", "unbefugten zugriff", "fuite de données", "piraté", "piratage", "accès non autorisé", "incident de sécurité", "hackeado", "hackeada", "filtración de datos", "brecha de seguridad", "acceso no autorizado", "violazione dei dati", "vazamento de dados", "datalek",
    ];

    /// <summary>Law is about to be used.</summary>
    public static readonly PhraseSet Legal =
    [
        "lawyer*", "attorney", "legal action", "legal steps", "legal proceedings", "take you to court", "lawsuit", "sue you", "suing", "solicitor", "small claims", "ombudsman", "cease and desist", "court order", "trading standards", "report you to", "consumer protection",
        "anwalt", "anwältin", "rechtsanwalt*", "rechtliche schritte", "gericht", "klage einreichen", "verklagen", "anzeige erstatten", "mahnbescheid", "verbraucherzentrale", "verbraucherschutz", "avocat", "action en justice", "poursuites judiciaires", "tribunal", "mise en demeure", "porter plainte", "saisir la justice",
        "abogad*", "acciones legales", "medidas legales", "demandarlos", "demanda judicial", "juzgado", "tribunales", "denuncia ante", "avvocat*", "azioni legali", "vie legali", "advogad*", "medidas legais", "ação judicial", "procon", "advocaat", "juridische stappen", "rechtbank",
    ];

    /// <summary>The writer asks to hurry.</summary>
    public static readonly PhraseSet Urgent =
    [
        "urgent", "urgently", "urgency", "asap", "as soon as possible", "immediately", "immediate", "right away", "right now", "straight away", "at once", "without delay", "high priority", "top priority", "highest priority", "time-sensitive", "time sensitive", "time-critical", "time critical", "critical issue", "is critical", "very important deadline", "emergency", "at your earliest convenience today", "before it is too late", "running out of time", "cannot wait", "can't wait any longer", "hurry", "escalat*", "final notice", "last warning", "need it today", "need this today", "need an answer today", "prompt attention",
        "dringend*", "eilig", "eilt", "sofort", "sofortige*", "umgehend*", "unverzüglich", "schnellstmöglich*", "so schnell wie möglich", "so bald wie möglich", "sobald wie möglich", "baldmöglichst", "höchste priorität", "hohe priorität", "zeitkritisch", "letzte mahnung", "brennt",
        "urgente", "urgence", "urgemment", "d'urgence", "immédiatement", "immédiat*", "au plus vite", "dès que possible", "le plus vite possible", "le plus rapidement possible", "sans délai", "sans tarder", "tout de suite", "dans les plus brefs délais", "prioritaire",
        "urgentemente", "urgencia", "inmediatamente", "inmediato", "de inmediato", "cuanto antes", "lo antes posible", "ahora mismo", "sin demora", "lo más rápido posible", "prioridad alta", "máxima prioridad", "subito", "immediatamente", "il prima possibile", "al più presto", "imediatamente", "o mais rápido possível", "o quanto antes", "com urgência", "dringend", "onmiddellijk", "zo snel mogelijk", "zo spoedig mogelijk", "meteen", "per direct", "spoed",
    ];

    /// <summary>Somebody cannot go on with their own work.</summary>
    public static readonly PhraseSet Blocked =
    [
        "cannot work", "can't work", "unable to work", "blocked", "blocking us", "blocking our", "blocks our", "blocker", "stuck at the airport", "stranded", "locked out", "cannot access", "can't access", "no access to", "customers are affected", "affecting customers", "affects all", "losing money", "losing customers", "losing sales", "losing business", "costing us", "cannot ship", "cannot invoice", "payroll", "go live", "go-live", "presentation is tomorrow", "flight is tomorrow", "leaves tomorrow", "leaving tomorrow", "wedding", "surgery", "medical", "hospital",
        "kann nicht arbeiten", "können nicht arbeiten", "nicht arbeiten", "blockiert", "kein zugriff", "keinen zugriff", "ausgesperrt", "kunden sind betroffen", "verlieren geld", "verlieren kunden", "krankenhaus", "ne peux pas travailler", "ne pouvons pas travailler", "bloqué", "bloqués", "plus accès", "clients sont affectés", "perdons de l'argent", "hôpital", "no puedo trabajar", "no podemos trabajar", "bloquead*", "sin acceso", "clientes afectados", "perdiendo dinero", "perdiendo clientes", "hospital", "kan niet werken", "kunnen niet werken", "geen toegang", "non posso lavorare", "não consigo trabalhar",
    ];

    /// <summary>It is not the first time.</summary>
    public static readonly PhraseSet Repeated =
    [
        "third time", "fourth time", "fifth time", "second time", "several times", "multiple times", "many times", "still waiting", "still no response", "still no reply", "still no answer", "no one responds", "nobody responds", "nobody answers", "no response from", "third request", "second request", "third reminder", "second reminder", "final reminder", "last reminder", "for weeks", "for months", "again and again", "weeks ago and", "last chance to",
        "zum dritten mal", "zum zweiten mal", "zum vierten mal", "mehrfach", "mehrmals", "immer noch keine", "immer noch nicht", "seit wochen", "seit monaten", "niemand antwortet", "letzte erinnerung", "zweite erinnerung", "dritte mahnung", "troisième fois", "deuxième fois", "plusieurs fois", "toujours pas", "aucune réponse", "sans réponse", "depuis des semaines", "dernière relance", "tercera vez", "segunda vez", "varias veces", "sigo esperando", "todavía no he recibido", "aún no he recibido", "nadie responde", "sin respuesta", "desde hace semanas", "terza volta", "terceira vez", "derde keer",
    ];

    /// <summary>The writer gives time, or only tells something.</summary>
    public static readonly PhraseSet Relaxed =
    [
        "no rush", "no hurry", "not urgent", "isn't urgent", "is not urgent", "non-urgent", "nothing urgent", "whenever you have time", "when you have time", "when you get a chance", "whenever you get a chance", "at your convenience", "at your leisure", "take your time", "low priority", "not time-sensitive", "no need to reply", "no reply needed", "no action required", "no action needed", "no response needed", "for your information", "fyi", "just wanted to say", "just to let you know", "sometime next month", "some day",
        "nicht eilig", "eilt nicht", "nicht dringend", "keine eile", "kein stress", "wenn sie zeit haben", "wenn du zeit hast", "bei gelegenheit", "in aller ruhe", "niedrige priorität", "zur kenntnisnahme", "zur info", "zur information", "keine antwort nötig", "keine antwort erforderlich", "pas urgent", "rien d'urgent", "pas pressé", "rien ne presse", "quand vous aurez le temps", "quand tu auras le temps", "à l'occasion", "prenez votre temps", "pour information", "pour info",
        "no es urgente", "nada urgente", "sin prisa", "no hay prisa", "cuando tenga tiempo", "cuando tengas tiempo", "cuando pueda", "tómese su tiempo", "para su información", "non è urgente", "senza fretta", "con calma", "não é urgente", "sem pressa", "quando puder", "niet dringend", "geen haast", "wanneer het u uitkomt", "ter informatie", "ter info",
    ];

    /// <summary>What was broken works again.</summary>
    public static readonly PhraseSet Resolved =
    [
        "is resolved", "has been resolved", "was resolved", "is solved", "been fixed", "is fixed", "back online", "back up and running", "is back up", "works again", "working again", "is working now", "behoben", "gelöst", "funktioniert wieder", "läuft wieder", "est résolu", "a été résolu", "résolue", "fonctionne à nouveau", "remarche", "solucionado", "solucionada", "resuelto", "resuelta", "ya funciona", "funciona de nuevo", "risolto", "resolvido", "opgelost", "werkt weer",
    ];

    /// <summary>Signs of advertising; its "today only" hurries nobody.</summary>
    public static readonly PhraseSet Advertising =
    [
        "unsubscribe", "view in browser", "view this email", "view online", "newsletter", "shop now", "buy now", "order now", "click here", "limited time", "limited offer", "special offer", "sale ends", "offer ends", "exclusive offer", "percent off", "free shipping", "promo code", "discount code", "coupon", "best deals", "black friday", "cyber monday", "new arrivals", "don't miss out", "act now", "sign up now", "register now", "webinar", "subscribe", "last chance", "today only", "save up to", "mega sale", "big sale", "huge sale", "final sale", "clearance", "while stocks last", "while supplies last",
        "abbestellen", "abmelden", "im browser ansehen", "jetzt kaufen", "jetzt bestellen", "jetzt sichern", "nur heute", "nur noch heute", "sonderangebot", "rabattcode", "gutschein*", "letzte chance", "ausverkauf", "schlussverkauf", "angebot endet", "désabonner", "désinscrire", "voir dans le navigateur", "offre spéciale", "offre limitée", "code promo", "soldes", "dernière chance", "darse de baja", "cancelar suscripción", "ver en el navegador", "oferta especial", "oferta limitada", "código de descuento", "rebajas", "última oportunidad", "solo hoy", "disiscriviti", "offerta speciale", "uitschrijven", "korting", "cancelar inscrição", "oferta imperdível",
    ];
}
