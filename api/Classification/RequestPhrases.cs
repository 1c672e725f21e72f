using System.Collections.Frozen;

namespace OutlookAssist.Classification;

/// <summary>The wordings by which people ask for something, one table per language, so that a new language is a table and not code.</summary>
/// <remarks>Phrases are lower case, with straight apostrophes and single spaces, and match whole words. A trailing * lets the last word go on.</remarks>
internal sealed record RequestPhrases
{
    /// <summary>How a sentence begins that asks even without a question mark.</summary>
    public required PhraseSet Openers { get; init; }

    /// <summary>Wordings that wrap a question into a statement or courtesy.</summary>
    public required PhraseSet Indirect { get; init; }

    /// <summary>Wordings that ask for something to be done, anywhere in the sentence.</summary>
    public required PhraseSet Requests { get; init; }

    /// <summary>Verbs that make a sentence a request when it begins with them.</summary>
    public required PhraseSet Imperatives { get; init; }

    /// <summary>Wordings that make a clause mere politeness.</summary>
    public required PhraseSet Courtesies { get; init; }

    /// <summary>Wordings that make a whole sentence an offer or an advertisement, whatever it seems to ask.</summary>
    public required PhraseSet EmptyOffers { get; init; }

    /// <summary>Asking for help in general; counts only when nothing concrete follows.</summary>
    public required PhraseSet General { get; init; }

    /// <summary>Words of salutation that may stand before the question in the same sentence.</summary>
    public required PhraseSet Greetings { get; init; }

    private static readonly RequestPhrases English = new()
    {
        Openers =
        [
            "what is", "what are", "what's", "what was", "what were", "what do", "what does", "what did", "what can", "what could", "what should", "what would", "what will",
            "what kind", "what type", "what time", "what about", "what happens", "what if", "which", "who is", "who are", "who's", "who can", "who do", "who should", "who will",
            "whose", "whom", "when is", "when are", "when's", "when will", "when can", "when do", "when does", "when did", "when should", "when was", "when would", "where is",
            "where are", "where's", "where can", "where do", "where does", "where did", "where should", "where will", "where was", "why is", "why are", "why do", "why does",
            "why did", "why was", "why can't", "why isn't", "why don't", "why has", "why have", "why won't", "how do", "how does", "how did", "how can", "how could", "how should",
            "how would", "how will", "how is", "how are", "how much", "how many", "how long", "how often", "how far", "how soon", "how to", "how about", "how come", "how late",
            "how old", "is it", "is there", "is this", "is that", "is the", "is my", "is your", "are there", "are you", "are the", "are these", "are we", "do you", "do i", "do we",
            "do they", "does it", "does the", "does this", "does your", "does that", "did you", "did my", "can i", "can we", "can you", "could i", "could we", "could you",
            "will you", "will it", "will the", "will i", "will my", "would you", "would it", "would that", "should i", "should we", "may i", "may we", "have you", "has my",
            "has the", "am i", "any chance", "any news", "any update", "any idea", "anything new", "was it", "was the", "were the", "isn't it", "don't you", "shall we", "shall i",
        ],
        Indirect =
        [
            "would like to know", "'d like to know", "want to know", "wanted to know", "need to know", "wondering", "was wondering", "wonder if", "wonder whether", "let me know if",
            "let me know whether", "let me know when", "let me know how", "let me know what", "let me know where", "let me know which", "let me know who", "let me know why",
            "let us know if", "let us know whether", "let us know when", "let us know how", "let us know what", "tell me", "tell us", "can you say", "could you say", "would you say",
            "not sure if", "not sure whether", "not sure how", "unsure whether", "unclear whether", "unclear how", "like to ask", "wanted to ask", "want to ask", "my question is",
            "question is whether", "curious if", "curious whether", "interested to know", "interested in knowing", "please advise", "please explain", "could you explain",
            "can you explain", "could you clarify", "can you clarify", "please clarify", "please confirm", "could you confirm", "can you confirm", "could you advise",
            "can you advise", "do you know", "would like to understand", "would like to find out", "like to find out", "trying to find out", "do not understand why",
            "don't understand why", "don't know how", "do not know how", "no idea how", "inquire", "enquire", "inquiring", "enquiring",
        ],
        Requests =
        [
            "please", "pls", "plz", "kindly", "could you", "can you", "would you", "will you", "would you mind", "let me know", "let us know", "i would like", "i'd like",
            "we would like", "we'd like", "i would love", "i need", "we need", "i want", "we want", "i require", "we require", "i request", "we request", "i am requesting",
            "i'm requesting", "requesting", "i would appreciate", "we would appreciate", "would be grateful", "appreciate it if", "appreciate if", "appreciated if",
            "would be great if", "would be nice if", "would be helpful if", "would be good if", "i am looking for", "i'm looking for", "we are looking for", "looking to", "i expect",
            "i demand", "i insist", "i ask", "we ask", "i am asking", "asking for", "you need to", "you should", "you must", "need you to", "want you to", "like you to", "can we",
            "could we", "can i get", "can i have", "could i get", "could i have", "may i have", "why don't you", "how about", "don't forget", "make sure", "be sure to", "let's",
            "give me", "send me", "call me", "get back to me", "i am interested in", "we are interested in", "i'm interested in", "i wish to", "we wish to", "asap", "hoping you",
            "hope you can", "hoping to", "if you could", "if you can",
        ],
        Imperatives =
        [
            "send", "resend", "provide", "give", "tell", "advise", "confirm", "call", "forward", "check", "explain", "update", "cancel", "change", "refund", "return", "replace",
            "contact", "review", "fix", "reset", "add", "remove", "delete", "help", "show", "share", "email", "e-mail", "mail", "reply", "respond", "arrange", "schedule", "book",
            "order", "quote", "ship", "deliver", "close", "open", "stop", "issue", "make", "let", "ask", "take", "bring", "get", "put", "keep", "set", "have", "print", "complete",
            "sign", "submit", "verify", "include", "note", "remember", "see", "try", "find", "look", "come", "join", "meet", "talk", "prepare", "ensure", "correct", "process",
            "extend", "transfer", "unlock", "activate", "deactivate", "upgrade", "downgrade", "unsubscribe",
        ],
        Courtesies =
        [
            "how are you", "how have you been", "how is it going", "how's it going", "how are things", "how do you do", "how was your", "how is everything", "hope you are",
            "hope you're", "hope this", "hope all", "hope that you", "hope everything", "thanks in advance", "thank you in advance", "thank you for", "thanks for", "looking forward",
            "look forward", "please find", "please see attached", "please see below", "please note", "please be advised", "please be informed", "please accept", "please excuse",
            "please ignore", "please disregard", "like to thank", "like to apologize", "like to inform you", "like to let you know", "want to thank", "wanted to thank",
            "want you to know", "want to let you know", "just wanted to let you know", "who knows", "guess what", "you know what", "what a", "why not",
        ],
        EmptyOffers =
        [
            "any questions", "any further questions", "any other questions", "further questions", "any concerns", "any problems", "any queries", "hesitate", "feel free",
            "please do not reply", "please don't reply", "please consider the environment", "need anything else", "need anything", "click here", "click below", "click the",
            "click on", "unsubscribe", "view in browser", "view online", "shop now", "read more", "learn more", "follow us", "sign up now", "buy now", "order now", "act now",
            "limited time", "subscribe now", "you need to know", "all you need", "everything you need", "let me know if you need", "let me know if you have",
            "let me know if there is anything", "let me know if i can", "if i can help", "if i can be of",
        ],
        General =
        [
            "help me", "help us", "you help", "need help", "need your help", "need some help", "need assistance", "some help", "your assistance", "assist me", "have a question",
            "have some questions", "have a few questions", "have two questions", "have three questions", "have the following questions", "have another question", "quick question",
            "following questions", "answer my question*", "answer these questions", "answer the following", "advise on the following", "my questions are", "get back to me",
            "reply asap", "respond asap", "let me know asap", "hear from you", "please advise", "please let me know", "let me know",
        ],
        Greetings = ["hi", "hello", "hey", "dear", "good morning", "good afternoon", "good evening", "greetings", "morning"],
    };

    private static readonly RequestPhrases German = new()
    {
        Openers =
        [
            "was ist", "was sind", "was kostet", "was kosten", "was muss", "was kann", "was passiert", "was bedeutet", "wann", "wo", "woher", "wohin", "womit", "wodurch", "wofür",
            "warum", "wieso", "weshalb", "wer", "wem", "wen", "wessen", "welche", "welcher", "welches", "welchen", "welchem", "wie viel", "wie viele", "wieviel", "wie lange",
            "wie oft", "wie hoch", "wie kann", "wie können", "wie geht das", "wie funktioniert", "wie ist", "wie sind", "wie lautet", "wie komme", "wie bekomme", "wie mache",
            "wie soll", "wie wird", "wie muss", "ist es", "ist das", "ist der", "ist die", "ist mein", "ist meine", "ist ihr", "sind die", "sind sie", "gibt es", "haben sie",
            "habt ihr", "kann ich", "kann man", "können wir", "können sie", "könnten sie", "kannst du", "könntest du", "könnt ihr", "würden sie", "darf ich", "dürfen wir",
            "muss ich", "müssen wir", "soll ich", "sollen wir", "wird es", "wird der", "wird die", "wird das", "werden sie", "bieten sie", "liefern sie", "ab wann", "bis wann",
            "seit wann", "wäre es möglich", "ist es möglich", "hat sich",
        ],
        Indirect =
        [
            "wissen, ob", "wissen ob", "wissen, wie", "wissen, wann", "wissen, was", "wissen, welche*", "wissen, warum", "wissen, wo", "gerne wissen", "gern wissen", "wüsste ich gern*", "würde ich gern* wissen", "möchte ich wissen", "wüsste gern",
            "wüsste gerne", "möchte wissen", "möchten wissen", "möchte fragen", "wollte fragen", "wollte mal fragen", "würde gerne erfahren", "möchte erfahren", "frage mich",
            "fragen uns", "ich frage mich", "interessiert mich", "mich interessiert", "sagen sie mir", "mir sagen", "uns sagen", "teilen sie mir", "teilen sie uns", "mir mitteilen",
            "uns mitteilen", "mitteilen, ob", "mitteilen, wann", "erklären sie", "mir erklären", "können sie bestätigen", "bitte bestätigen", "bitte um auskunft",
            "bitte um information*", "bitte um rückmeldung, ob", "meine frage ist", "meine frage lautet", "unklar, ob", "nicht sicher, ob", "lassen sie mich wissen",
            "lassen sie uns wissen", "wissen sie",
        ],
        Requests =
        [
            "bitte", "bitten", "können sie", "könnten sie", "kannst du", "könntest du", "könnt ihr", "würden sie", "wären sie so", "wäre es möglich", "ist es möglich", "ich möchte",
            "wir möchten", "ich würde gern*", "wir würden gern*", "ich hätte gern*", "wir hätten gern*", "möchte ich", "möchten wir", "hätte ich gern*", "hätten wir gern*", "würde ich gern*", "brauche ich", "brauchen wir", "benötige ich", "benötigen wir", "bitte ich", "ich brauche", "wir brauchen", "ich benötige", "wir benötigen", "ich will",
            "ich wünsche", "wir wünschen", "ich fordere", "ich verlange", "ich erwarte", "wir erwarten", "ich suche", "wir suchen", "ich bitte", "wir bitten", "wäre schön, wenn",
            "wäre nett, wenn", "wäre dankbar", "dankbar, wenn", "freuen, wenn sie", "ich interessiere mich für", "wir interessieren uns für", "ich beantrage", "hiermit kündige",
            "hiermit widerrufe", "lassen sie mich wissen",
        ],
        Imperatives =
        [
            "senden sie", "schicken sie", "schick mir", "schicke mir", "geben sie", "teilen sie", "sagen sie", "rufen sie", "prüfen sie", "überprüfen sie", "stornieren sie",
            "kündigen sie", "ändern sie", "erstatten sie", "bestätigen sie", "erklären sie", "korrigieren sie", "melden sie", "überweisen sie", "liefern sie", "tauschen sie",
            "löschen sie", "machen sie", "stellen sie", "nennen sie", "leiten sie", "lassen sie",
        ],
        Courtesies =
        [
            "wie geht es ihnen", "wie geht's", "wie geht es dir", "wie geht es euch", "ich hoffe, es geht", "hoffe, dass es ihnen", "vielen dank", "danke für", "im voraus",
            "bitte beachten", "bitte entschuldigen", "bitte finden sie", "bitte verzeihen", "anbei finden", "freue mich auf", "freuen uns auf", "möchte mich bedanken",
            "möchten uns bedanken", "möchte ihnen danken", "möchte mich entschuldigen", "möchten wir ihnen mitteilen", "möchte ihnen mitteilen",
        ],
        EmptyOffers =
        [
            "fragen haben", "rückfragen", "bei fragen", "weitere fragen", "zögern sie nicht", "zur verfügung", "klicken sie hier", "hier klicken", "klicken sie", "abmelden",
            "newsletter abbestellen", "jetzt kaufen", "jetzt bestellen", "jetzt sichern", "mehr erfahren", "im browser", "bitte nicht antworten", "bitte antworten sie nicht",
            "folgen sie uns",
        ],
        General =
        [
            "mir helfen", "uns helfen", "helfen sie", "hilfe", "eine frage", "einige fragen", "ein paar fragen", "folgende fragen", "folgenden fragen", "zwei fragen", "drei fragen",
            "mir weiterhelfen", "uns weiterhelfen", "weiterhelfen", "bitte um rückmeldung", "bitte um antwort", "bitte um hilfe", "melden sie sich", "meine fragen",
        ],
        Greetings = ["hallo", "guten tag", "guten morgen", "guten abend", "sehr geehrte", "sehr geehrter", "liebe", "lieber", "hi", "moin", "servus", "grüezi"],
    };

    private static readonly RequestPhrases French = new()
    {
        Openers =
        [
            "est-ce", "qu'est-ce", "quel est", "quelle est", "quels sont", "quelles sont", "quel", "quelle", "quels", "quelles", "combien", "comment", "pourquoi", "où est",
            "où sont", "où puis", "où peut", "où en est", "qui est", "qui peut", "à quelle", "à quel", "de quel", "de quelle", "dans quel", "quand est", "quand sera", "quand vais",
            "quand puis", "quand pourr*", "y a-t-il", "avez-vous", "pouvez-vous", "pourriez-vous", "peut-on", "puis-je", "peux-tu", "pourrais-tu", "pourrait-on", "dois-je",
            "faut-il", "est-il possible", "serait-il possible", "que faire", "que dois", "que se passe", "proposez-vous", "livrez-vous", "acceptez-vous", "êtes-vous", "ai-je",
            "savez-vous", "depuis quand", "jusqu'à quand",
        ],
        Indirect =
        [
            "savoir si", "savoir quand", "savoir comment", "savoir combien", "savoir pourquoi", "savoir où", "savoir quel*", "savoir ce que", "me dire", "nous dire", "dites-moi",
            "m'indiquer", "nous indiquer", "me préciser", "nous préciser", "m'expliquer", "nous expliquer", "me confirmer", "nous confirmer", "je me demande", "nous nous demandons",
            "j'aimerais savoir", "je voudrais savoir", "je souhaite savoir", "je souhaiterais savoir", "me faire savoir", "m'informer", "nous informer", "ma question est",
            "me renseigner", "connaître",
        ],
        Requests =
        [
            "s'il vous plaît", "s'il vous plait", "s'il te plaît", "svp", "stp", "pouvez-vous", "pourriez-vous", "peux-tu", "pourrais-tu", "merci de", "merci d'", "veuillez",
            "je vous prie de", "je voudrais", "je souhaite", "je souhaiterais", "j'aimerais", "nous souhaitons", "nous souhaiterions", "nous voudrions", "nous aimerions",
            "je désire", "je veux", "nous voulons", "j'ai besoin", "nous avons besoin", "il me faut", "je demande", "nous demandons", "je réclame", "j'exige", "je cherche",
            "nous cherchons", "je recherche", "auriez-vous", "seriez-vous", "est-il possible", "serait-il possible", "je vous demande", "vous serait-il possible",
            "je vous saurais gré", "reconnaissant de", "je tiens à obtenir", "je sollicite",
        ],
        Imperatives =
        [
            "envoyez", "envoie-moi", "donnez", "dites", "appelez", "rappelez", "confirmez", "annulez", "vérifiez", "remboursez", "changez", "modifiez", "expliquez", "contactez",
            "indiquez", "transmettez", "faites", "répondez", "corrigez", "livrez", "supprimez", "résiliez",
        ],
        Courtesies =
        [
            "comment allez-vous", "comment vas-tu", "ça va", "j'espère que vous allez", "j'espère que tout", "merci pour", "merci d'avance", "par avance", "merci de votre",
            "d'avance merci", "veuillez trouver", "veuillez noter", "veuillez excuser", "je vous prie d'excuser", "je tiens à vous remercier", "je voudrais vous remercier",
            "dans l'attente", "je souhaite vous informer",
        ],
        EmptyOffers =
        [
            "si vous avez des questions", "si vous avez la moindre question", "pour toute question", "n'hésitez pas", "veuillez agréer", "veuillez recevoir", "je vous prie d'agréer",
            "je vous prie de croire", "je vous prie de bien vouloir agréer", "veuillez ne pas répondre", "cliquez ici", "cliquez sur", "se désabonner", "désinscrire",
            "désinscription", "en savoir plus", "commandez maintenant", "achetez maintenant", "suivez-nous",
        ],
        General =
        [
            "m'aider", "nous aider", "aidez-moi", "besoin d'aide", "de l'aide", "une question", "quelques questions", "deux questions", "les questions suivantes",
            "plusieurs questions", "me répondre", "revenir vers moi",
        ],
        Greetings = ["bonjour", "bonsoir", "salut", "cher", "chère", "chers", "madame, monsieur", "madame", "monsieur"],
    };

    private static readonly RequestPhrases Spanish = new()
    {
        Openers =
        [
            "qué", "cuál", "cuáles", "cuánto", "cuánta", "cuántos", "cuántas", "cuándo", "cómo", "dónde", "quién", "quiénes", "por qué", "a qué", "en qué", "de qué", "cuanto cuesta",
            "cuando llega", "como puedo", "donde está", "hay alguna", "hay algún", "es posible", "sería posible", "puedo", "podría", "podrían", "pueden", "puede", "tienen",
            "me puede*", "me podría*", "saben", "aceptan", "ofrecen", "envían",
        ],
        Indirect =
        [
            "saber si", "saber cuándo", "saber cuando", "saber cómo", "saber como", "saber cuánto", "saber cuanto", "saber por qué", "saber dónde", "saber qué", "saber cuál*",
            "me gustaría saber", "quisiera saber", "quería saber", "quiero saber", "necesito saber", "decirme", "decirnos", "dígame", "díganme", "indicarme", "indicarnos",
            "informarme", "informarnos", "confirmarme", "confirmar si", "explicarme", "aclararme", "me pregunto", "nos preguntamos", "quería preguntar", "quisiera preguntar",
            "mi pregunta es", "mi duda es", "tengo una duda sobre", "conocer",
        ],
        Requests =
        [
            "por favor", "porfavor", "pueden", "puede", "podría", "podrían", "podríais", "puedes", "podrías", "me gustaría", "nos gustaría", "quisiera", "quisiéramos", "quiero",
            "queremos", "quería", "deseo", "deseamos", "necesito", "necesitamos", "solicito", "solicitamos", "le ruego", "les ruego", "rogamos", "les pido", "le pido", "agradecería",
            "agradeceríamos", "les agradezco que", "exijo", "reclamo", "busco", "buscamos", "estoy buscando", "sería posible", "es posible", "estoy interesado", "estoy interesada",
            "estamos interesados",
        ],
        Imperatives =
        [
            "envíe*", "envía*", "envien*", "mande*", "manda*", "diga*", "dígame", "llame*", "confirme*", "cancele*", "cambie*", "devuelva*", "revise*", "verifique*", "explique*",
            "indique*", "informe*", "responda*", "contacte*", "corrija*", "elimine*", "ayúdenme", "haga*", "avise*",
        ],
        Courtesies =
        [
            "cómo está", "cómo estás", "cómo están", "como esta usted", "qué tal", "que tal", "espero que se encuentre", "espero que esté", "espero que todo", "gracias por",
            "de antemano", "muchas gracias", "adjunto encontrará", "quiero agradecer", "quisiera agradecer", "quedo a la espera", "quedo a su disposición",
        ],
        EmptyOffers =
        [
            "si tiene alguna pregunta", "si tienen alguna pregunta", "cualquier duda", "cualquier pregunta", "no dude", "no duden", "por favor no responda", "haga clic", "haz clic",
            "clic aquí", "darse de baja", "cancelar suscripción", "compra ahora", "compre ahora", "más información aquí", "síguenos",
        ],
        General =
        [
            "ayudarme", "ayudarnos", "me ayude*", "necesito ayuda", "me pueden ayudar", "me puede ayudar", "una pregunta", "unas preguntas", "algunas preguntas",
            "tengo una consulta", "las siguientes preguntas", "tengo dos preguntas",
        ],
        Greetings = ["hola", "buenos días", "buenas tardes", "buenas noches", "buenas", "estimado", "estimada", "estimados", "querido", "querida", "buen día"],
    };

    private static readonly RequestPhrases Italian = new()
    {
        Openers =
        [
            "che cosa", "cosa", "qual è", "qual", "quale", "quali", "quanto", "quanta", "quanti", "quante", "quando arriva", "quando sarà", "quando posso", "quando è", "come posso",
            "come si", "come faccio", "come funziona", "come mai", "dove", "chi", "perché", "è possibile", "sarebbe possibile", "c'è", "ci sono", "avete", "potete", "può", "posso",
            "possiamo", "potrebbe", "potreste", "puoi", "devo", "accettate", "spedite", "a che ora", "entro quando",
        ],
        Indirect =
        [
            "sapere se", "sapere quando", "sapere come", "sapere quanto", "sapere perché", "sapere dove", "sapere qual*", "vorrei sapere", "volevo sapere", "desidero sapere",
            "gradirei sapere", "dirmi", "dirci", "mi dica", "indicarmi", "indicarci", "informarmi", "confermarmi", "confermare se", "spiegarmi", "chiarirmi", "mi chiedo",
            "ci chiediamo", "volevo chiedere", "vorrei chiedere", "la mia domanda è", "farmi sapere", "fatemi sapere", "mi faccia sapere",
        ],
        Requests =
        [
            "per favore", "per piacere", "per cortesia", "cortesemente", "gentilmente", "potete", "potrebbe", "potreste", "può", "puoi", "potresti", "vorrei", "vorremmo", "voglio",
            "vogliamo", "desidero", "desideriamo", "gradirei", "mi serve", "ci serve", "ho bisogno", "abbiamo bisogno", "mi occorre", "chiedo", "chiediamo", "richiedo",
            "richiediamo", "esigo", "pretendo", "cerco", "cerchiamo", "si prega di", "vi prego", "la prego", "sono interessato", "sono interessata", "siamo interessati",
            "è possibile", "sarebbe possibile",
        ],
        Imperatives =
        [
            "inviatemi", "mandatemi", "mandami", "inviami", "ditemi", "dimmi", "chiamatemi", "confermate", "confermatemi", "annullate", "cancellate", "rimborsate", "rimborsatemi",
            "verificate", "controllate", "cambiate", "modificate", "spiegatemi", "contattatemi", "rispondete", "rispondetemi", "fatemi", "mi invii", "mi mandi", "aiutatemi",
            "correggete", "indicatemi",
        ],
        Courtesies =
        [
            "come sta", "come stai", "come va", "come state", "spero che stia", "spero che tutto", "grazie per", "grazie in anticipo", "in anticipo", "in allegato trova*",
            "vorrei ringraziar*", "resto in attesa", "a disposizione",
        ],
        EmptyOffers =
        [
            "per qualsiasi domanda", "qualsiasi domanda", "per qualunque domanda", "non esiti", "non esitate", "non esitare", "si prega di non rispondere", "clicca qui",
            "cliccare qui", "clicca sul", "disiscriv*", "annulla iscrizione", "acquista ora", "scopri di più", "seguici",
        ],
        General = ["aiutarmi", "aiutarci", "mi aiut*", "bisogno di aiuto", "una domanda", "alcune domande", "due domande", "le seguenti domande", "rispondermi"],
        Greetings = ["ciao", "salve", "buongiorno", "buonasera", "gentile", "gentili", "egregio", "egregia", "spettabile", "caro", "cara"],
    };

    private static readonly RequestPhrases Portuguese = new()
    {
        Openers =
        [
            "o que é", "o que são", "o que devo", "o que posso", "o que acontece", "qual", "quais", "quanto", "quanta", "quantos", "quantas", "quando chega", "quando vai",
            "quando será", "quando posso", "quando é", "como posso", "como faço", "como funciona", "como é", "onde", "quem", "por que", "por quê", "porque é que", "é possível",
            "seria possível", "há algum", "há alguma", "existe", "vocês têm", "têm", "posso", "podemos", "pode", "podem", "poderia", "poderiam", "aceitam", "a que horas",
            "até quando",
        ],
        Indirect =
        [
            "saber se", "saber quando", "saber como", "saber quanto", "saber por que", "saber onde", "saber qual*", "gostaria de saber", "queria saber", "quero saber",
            "preciso saber", "dizer-me", "me dizer", "diga-me", "me diga", "informar-me", "me informar", "informar se", "confirmar se", "me confirmar", "explicar-me", "me explicar",
            "esclarecer", "pergunto-me", "me pergunto", "queria perguntar", "gostaria de perguntar", "minha dúvida é", "minha pergunta é", "avise-me se",
        ],
        Requests =
        [
            "por favor", "por gentileza", "se faz favor", "poderia", "poderiam", "pode", "podem", "gostaria", "gostaríamos", "queria", "queríamos", "quero", "queremos", "desejo",
            "desejamos", "preciso", "precisamos", "solicito", "solicitamos", "peço", "pedimos", "agradecia", "agradeceria", "agradeço que", "exijo", "procuro", "estou procurando",
            "estou à procura", "tenho interesse", "estou interessad*", "é possível", "seria possível", "venho solicitar", "venho pedir", "favor",
        ],
        Imperatives =
        [
            "envie*", "mande*", "diga*", "ligue*", "confirme*", "cancele*", "troque*", "devolva*", "verifique*", "explique*", "informe*", "responda*", "altere*", "corrija*",
            "reembolse*", "ajude*", "indique*", "faça*",
        ],
        Courtesies =
        [
            "como está", "como vai", "tudo bem", "espero que esteja", "espero que tudo", "fico à disposição", "obrigado por", "obrigada por", "obrigado pela", "obrigado pelo",
            "desde já", "antecipadamente", "gostaria de agradecer", "aguardo", "em anexo",
        ],
        EmptyOffers =
        [
            "qualquer dúvida", "qualquer questão", "quaisquer dúvidas", "não hesite", "por favor não responda", "clique aqui", "clique no", "cancelar inscrição", "compre agora",
            "saiba mais", "siga-nos",
        ],
        General =
        [
            "ajudar-me", "me ajudar", "ajudem", "preciso de ajuda", "uma pergunta", "uma dúvida", "algumas dúvidas", "algumas perguntas", "duas perguntas", "as seguintes perguntas",
            "me responder",
        ],
        Greetings = ["olá", "oi", "bom dia", "boa tarde", "boa noite", "prezado", "prezada", "prezados", "caro", "cara", "caros", "exmo", "estimado"],
    };

    private static readonly RequestPhrases Dutch = new()
    {
        Openers =
        [
            "wat is", "wat zijn", "wat kost", "wat kosten", "wat moet", "wat kan", "wat gebeurt", "wat betekent", "wanneer is", "wanneer wordt", "wanneer kan", "wanneer komt",
            "wanneer krijg", "wanneer ontvang", "waar is", "waar kan", "waar vind", "waar blijft", "waarom", "wie is", "wie kan", "welke", "welk", "hoe kan", "hoe lang", "hoelang",
            "hoe veel", "hoeveel", "hoe werkt", "hoe moet", "hoe vaak", "hoe laat", "hoe krijg", "is het", "is er", "is de", "is mijn", "zijn er", "heeft u", "hebben jullie",
            "heb je", "kan ik", "kunnen we", "kunnen wij", "kunt u", "kun je", "kunnen jullie", "zou u", "zou je", "zouden jullie", "mag ik", "moet ik", "wordt het", "bestaat er",
            "leveren jullie", "vanaf wanneer",
        ],
        Indirect =
        [
            "weten of", "weten wanneer", "weten hoe", "weten wat", "weten waarom", "weten waar", "weten welke", "graag weten", "wil weten", "wilde weten", "zou graag weten",
            "vraag me af", "vragen ons af", "vroeg me af", "mij vertellen", "me vertellen", "ons vertellen", "laat mij weten", "laat me weten", "laat ons weten", "laten weten",
            "mij uitleggen", "me uitleggen", "bevestigen of", "kunt u bevestigen", "mijn vraag is", "aangeven of", "aangeven wanneer", "wilde vragen", "wil vragen",
        ],
        Requests =
        [
            "alstublieft", "alsjeblieft", "aub", "a.u.b", "svp", "gelieve", "graag", "kunt u", "kun je", "kunnen jullie", "zou u", "zou je", "zouden jullie", "wilt u", "wil je",
            "ik wil", "wij willen", "we willen", "ik zou graag", "wij zouden graag", "ik heb nodig", "nodig", "ik verzoek", "wij verzoeken", "ik vraag", "ik eis", "ik verwacht",
            "ik zoek", "wij zoeken", "ik ben op zoek", "we zijn op zoek", "ik wens", "ik ben geïnteresseerd", "zou fijn zijn als", "is het mogelijk",
        ],
        Imperatives =
        [
            "stuur", "stuurt u", "geef", "geeft u", "vertel", "bel", "belt u", "bevestig", "annuleer", "controleer", "wijzig", "verander", "leg", "laat", "neem", "betaal", "stort",
            "verwijder", "help", "zend", "meld", "regel",
        ],
        Courtesies =
        [
            "hoe gaat het", "hoe is het", "ik hoop dat", "bedankt voor", "dank voor", "dank u voor", "bij voorbaat", "alvast bedankt", "bijgaand vindt", "in de bijlage", "afmelden",
            "graag bedanken", "zie uit naar", "kijk uit naar", "graag gedaan", "let op",
        ],
        EmptyOffers =
        [
            "mocht u vragen", "als u vragen", "heeft u vragen", "heb je vragen", "nog vragen", "verdere vragen", "aarzel niet", "gelieve niet te antwoorden", "klik hier", "klik op",
            "uitschrijven", "bestel nu", "koop nu", "lees meer", "volg ons",
        ],
        General =
        [
            "mij helpen", "me helpen", "ons helpen", "hulp nodig", "een vraag", "enkele vragen", "een paar vragen", "twee vragen", "de volgende vragen", "verder helpen",
            "hoor graag", "graag een reactie",
        ],
        Greetings = ["hallo", "hoi", "beste", "geachte", "goedemorgen", "goedemiddag", "goedenavond", "goedendag", "dag", "lieve"],
    };

    private static readonly FrozenDictionary<string, RequestPhrases> ByLanguage = new Dictionary<string, RequestPhrases>
    {
        ["en"] = English,
        ["de"] = German,
        ["fr"] = French,
        ["es"] = Spanish,
        ["it"] = Italian,
        ["pt"] = Portuguese,
        ["nl"] = Dutch,
    }.ToFrozenDictionary();

    /// <summary>The table of a language by the first part of its tag; English for every other, since question marks are understood anywhere.</summary>
    public static RequestPhrases For(string language)
    {
        var end = language.IndexOf('-', StringComparison.Ordinal);
        return ByLanguage.GetValueOrDefault(end < 0 ? language : language[..end], English);
    }
}
