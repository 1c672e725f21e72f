using System.Text.RegularExpressions;
using OutlookAssist.Mailboxes;
using OutlookAssist.Privacy;

namespace OutlookAssist.Knowledge;

/// <summary>Takes out of a question what points to a person, before it is kept beyond its mail.</summary>
internal static partial class MaskQuestion
{
    private const string Name = "[name]";
    private const string Number = "[number]";
    private const int LongestQuestion = 400;

    // What is looked at is short, so no pattern needs a time limit, which a busy machine would trip over.
    private const int LongestText = 1_000;
    private const int LongestLine = 200;

    /// <summary>The question without what <see cref="FindPersonalData"/> finds, long numbers, and the names of the writer and of the one greeted.</summary>
    public static string Mask(string question, ReadableMessage mail)
    {
        var text = LongNumbers().Replace(WithoutPersonalData(Start(question, LongestText)), Number);
        foreach (var name in NamesIn(mail).OrderByDescending(name => name.Length))
        {
            text = Regex.Replace(text, $@"(?<![\p{{L}}\p{{M}}]){Regex.Escape(name)}(?![\p{{L}}\p{{M}}])", Name);
        }

        text = Repeated().Replace(Spaces().Replace(text, " ").Trim(), Name);
        return text.Length <= LongestQuestion ? text : Start(text, LongestQuestion).TrimEnd() + "…";
    }

    /// <summary>The question without the masks that stand in it.</summary>
    public static string Unmask(string question) => Masks().Replace(question, " ");

    private static string WithoutPersonalData(string text)
    {
        // From the end, so that the offsets before stay right.
        foreach (var datum in FindPersonalData.Find(text).Reverse())
        {
            text = string.Concat(text.AsSpan(0, datum.Start), MaskOf(datum.Type), text.AsSpan(datum.End));
        }

        return text;
    }

    private static string MaskOf(string type) => type switch
    {
        "PERSON" => Name,
        "EMAIL" => "[email]",
        "URL" => "[link]",
        "ADDRESS" => "[address]",
        _ => Number,
    };

    private static HashSet<string> NamesIn(ReadableMessage mail)
    {
        var greeted = Greeting().Match(Start(mail.NewText.TrimStart().Split('\n')[0], LongestLine)).Groups["name"].Value;
        var signed = mail.Signature.Split('\n').Append(LastLine(mail.NewText)).Select(line => line.Trim()).FirstOrDefault(line => line.Length < LongestLine && PlainName().IsMatch(line)) ?? "";
        var address = mail.Message.From?.Address?.Split('@')[0].Replace('.', ' ').Replace('_', ' ') ?? "";
        return [.. Words().Matches($"{mail.Message.From?.Name} {greeted} {signed} {Capitals(address)}").Select(match => match.Value)];
    }

    private static string Start(string text, int length) => text.Length <= length ? text : text[..length];

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];

    private static string Capitals(string words) => string.Join(' ', words.Split(' ').Where(word => word.Length > 1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}{0,4}[-/]?\d(?:[-/ ]?\d){4,}[\p{L}\p{N}]*")]
    private static partial Regex LongNumbers();

    [GeneratedRegex(@"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|ch[eè]re?s?|hola|buen[oa]s (?:d[ií]as|tardes)|estimad[oa]s?|gentile|caro|cara|ol[aá]|beste|geachte)\s+(?:herrn?|frau|mr\.?|mrs\.?|ms\.?|dr\.?|monsieur|madame|se[ñn]ora?|sig\.?(?:ra)?|meneer|mevrouw)?\s*(?<name>\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,2})\s*[,!:;.–-]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3}$")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"\p{Lu}[\p{L}\p{M}]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\[name\](?:[ '’-]+\[name\])+")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"\[(?:name|number|email|link|address)\]")]
    private static partial Regex Masks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
