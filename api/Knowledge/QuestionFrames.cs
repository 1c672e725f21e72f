using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>Words that shape a question without naming its subject ("which aspects", "worauf muss ich achten").</summary>
internal static class QuestionFrames
{
    private static readonly Dictionary<string, HashSet<string>> ByLanguage = new Dictionary<string, string>
    {
        ["en"] = "still key point aspect factor consider consideration important importance aware know understand according text mention detail type kind regard include way thing general main example explain describe list overall potential various different difference specific offer provide take get ensure process question information inform tell clarify wonder wish possible",
        ["de"] = "noch wichtig Punkt Aspekt Faktor beachten achten wissen verstehen laut Text erwähnen Einzelheit Art Sorte bezüglich hinsichtlich enthalten Weise Sache allgemein Beispiel erklären beschreiben Liste verschieden Unterschied bestimmt anbieten bekommen erhalten Vorgang Frage Auskunft Information informieren mitteilen sagen möglich gern",
        ["fr"] = "encore clé point aspect facteur considérer important importance savoir comprendre selon texte mentionner détail type sorte concernant inclure manière façon chose général exemple expliquer décrire liste divers différent différence précis offrir proposer obtenir processus question renseignement information informer dire possible souhaiter",
        ["es"] = "todavía aún clave punto aspecto factor considerar importante importancia saber entender según texto mencionar detalle tipo clase respecto incluir manera forma cosa general ejemplo explicar describir lista diverso diferente diferencia concreto ofrecer obtener proceso pregunta información informar decir posible desear",
        ["it"] = "ancora chiave punto aspetto fattore considerare importante importanza sapere capire secondo testo menzionare dettaglio tipo genere riguardo includere modo cosa generale esempio spiegare descrivere lista diverso differenza offrire ottenere processo domanda informazione informare dire possibile",
        ["pt"] = "ainda chave ponto aspecto fator considerar importante importância saber entender segundo texto mencionar detalhe tipo género respeito incluir maneira forma coisa geral exemplo explicar descrever lista diverso diferente diferença oferecer obter processo pergunta informação informar dizer possível",
        ["nl"] = "nog belangrijk punt aspect factor overwegen weten begrijpen volgens tekst vermelden detail type soort betreffende omvatten manier ding algemeen voorbeeld uitleggen beschrijven lijst verschillend verschil bepaald aanbieden krijgen proces vraag informatie informeren zeggen mogelijk",
    }.ToDictionary(entry => entry.Key, entry => Stems(entry.Value, entry.Key));

    /// <summary>"How long", "how much": the answer has a number in the word's place, so the word itself is not looked for.</summary>
    private static readonly Dictionary<string, HashSet<string>> Measures = new Dictionary<string, string>
    {
        ["en"] = "long much many often far soon right now",
        ["de"] = "lange viel viele oft weit bald hoch schnell",
        ["fr"] = "longtemps temps combien souvent bientôt vite",
        ["es"] = "tiempo tarda mucho pronto rápido",
        ["it"] = "tempo quanto spesso presto",
        ["pt"] = "tempo quanto muito cedo",
        ["nl"] = "lang veel vaak snel",
    }.ToDictionary(entry => entry.Key, entry => Stems(entry.Value, entry.Key));

    /// <summary>Whether a stem of that language asks for a measure.</summary>
    public static bool IsMeasure(string stem, string language) => Measures.TryGetValue(language, out var stems) && stems.Contains(stem);

    /// <summary>Whether a stem of that language only frames a question.</summary>
    public static bool Contains(string stem, string language) => ByLanguage.TryGetValue(language, out var stems) && stems.Contains(stem);

    private static HashSet<string> Stems(string words, string language)
    {
        var terms = new List<Term>();
        TextTerms.Analyze(words, language, terms);
        return [.. terms.Select(term => term.Stem)];
    }
}
