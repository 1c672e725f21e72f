using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OutlookAssist.Drafting.Checks;

/// <summary>Decides by a closed list of words whether a sentence is nothing but polite: what is not on the list may be a fact or somebody's order.</summary>
internal static partial class CourtesyWords
{
    private const int MostWords = 25;

    private static readonly Dictionary<string, FrozenSet<string>> Lists = new()
    {
        ["en"] = Set("""
            thank thanks you for your message mail email e-mail question questions request patience interest feedback kind words reaching out contacting us writing to we i am are sorry apologize apologise apologies our please accept any the this
            that it has have had been caused may inconvenience trouble delay confusion understand how frustrating annoying disappointing concern concerns situation be is can happy glad pleased to help hear from read let know if further other anything else need
            assistance do not hesitate hope helps answers looking forward hearing best appreciate very much really truly so and of in with must regret about deeply sincerely welcome always here at time today
            """),
        ["de"] = Set("""
            vielen herzlichen dank danke für ihre ihr ihren deine deinen nachricht mail e-mail anfrage frage fragen geduld interesse rückmeldung freundlichen worte wir ich bin sind tut mir uns leid bitte entschuldigen sie die das der den unannehmlichkeiten ärger verzögerung
            verstehe verstehen gut wie ärgerlich es ist dass hatten haben hat gern gerne helfen weiter hilft hoffe hoffen melden bei weiteren rückfragen sich jederzeit stehen stehe zur verfügung freue freuen auf zu hören sehr und bedauern bedaure situation
            """),
        ["fr"] = Set("""
            merci beaucoup pour votre vos message mail courriel question questions demande patience intérêt retour nous je suis sommes désolé désolés désolée de la le les des gêne désagréments veuillez accepter excuser nos excuses comprends comprenons que
            cette situation est soit frustrant frustrante n'hésitez pas à contacter si vous avez d'autres restons reste disposition espère espérons que cela aide heureux et en bien
            """),
        ["es"] = Set("""
            gracias muchas por su sus mensaje correo pregunta preguntas consulta paciencia interés comentario lamento lamentamos sentimos siento mucho las los la el molestias inconveniente inconvenientes le rogamos acepte nuestras disculpas entiendo entendemos que
            esta situación es frustrante no dude en contactar con nosotros si tiene más otras quedo quedamos a disposición espero esperamos esto ayude y de
            """),
    };

    /// <summary>True when every word is on the list of the language.</summary>
    public static bool Only(string text, string language) =>
        Lists.TryGetValue(language.Split('-')[0], out var list)
        && Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).ToList() is { Count: > 1 and <= MostWords } words
        && words.All(list.Contains)
        && !text.Any(letter => char.IsDigit(letter) || letter is '<' or '>' or '[' or ']' or '/' or '@' or '\n');

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:['’-]\p{L}+)*")]
    private static partial Regex Word();
}
