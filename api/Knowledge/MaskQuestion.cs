using System.Text.RegularExpressions;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Knowledge;

/// <summary>Takes out of a question what points to a person, before it is kept beyond its mail.</summary>
internal static partial class MaskQuestion
{
    private const int LongestQuestion = 400;

    /// <summary>The question without addresses, links, telephone and other long numbers, and the names of the writer and of the one greeted.</summary>
    public static string Mask(string question, ReadableMessage mail)
    {
        var text = Links().Replace(Addresses().Replace(question, "[email]"), "[link]");
        text = LongNumbers().Replace(Telephones().Replace(Accounts().Replace(text, "[number]"), "[number]"), "[number]");
        foreach (var name in NamesIn(mail).OrderByDescending(name => name.Length))
        {
            text = Regex.Replace(text, $@"(?<![\p{{L}}\p{{M}}]){Regex.Escape(name)}(?![\p{{L}}\p{{M}}])", "[name]", RegexOptions.None, TimeSpan.FromSeconds(1));
        }

        text = Repeated().Replace(Spaces().Replace(text, " ").Trim(), "[name]");
        return text.Length <= LongestQuestion ? text : text[..LongestQuestion].TrimEnd() + "…";
    }

    private static HashSet<string> NamesIn(ReadableMessage mail)
    {
        var first = mail.NewText.AsSpan().Trim();
        first = first[..(first.IndexOf('\n') is >= 0 and var end ? end : first.Length)];
        var greeted = Greeting().Match(first.ToString()).Groups["name"].Value;
        var signed = mail.Signature.Split('\n').Append(LastLine(mail.NewText)).FirstOrDefault(line => PlainName().IsMatch(line.Trim())) ?? "";
        var address = mail.Message.From?.Address?.Split('@')[0].Replace('.', ' ').Replace('_', ' ') ?? "";
        return [.. Words().Matches($"{mail.Message.From?.Name} {greeted} {signed} {Capitals(address)}").Select(match => match.Value)];
    }

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];

    private static string Capitals(string words) => string.Join(' ', words.Split(' ').Where(word => word.Length > 1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}", RegexOptions.None, 1_000)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(?:https?://|www\.)\S+", RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\+?\(?\d[\d ()./-]{6,}\d(?![\p{L}\p{N}])", RegexOptions.None, 1_000)]
    private static partial Regex Telephones();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b", RegexOptions.None, 1_000)]
    private static partial Regex Accounts();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}{0,4}[-/]?\d(?:[-/ ]?\d){4,}[\p{L}\p{N}]*", RegexOptions.None, 1_000)]
    private static partial Regex LongNumbers();

    [GeneratedRegex(@"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|ch[eè]re?s?|hola|buen[oa]s (?:d[ií]as|tardes)|estimad[oa]s?|gentile|caro|cara|ol[aá]|beste|geachte)\s+(?:herrn?|frau|mr\.?|mrs\.?|ms\.?|dr\.?|monsieur|madame|se[ñn]ora?|sig\.?(?:ra)?|meneer|mevrouw)?\s*(?<name>\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,2})\s*[,!:;.–-]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3}$", RegexOptions.None, 1_000)]
    private static partial Regex PlainName();

    [GeneratedRegex(@"\p{Lu}[\p{L}\p{M}]+", RegexOptions.None, 1_000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\[name\](?:[ '’-]+\[name\])+", RegexOptions.None, 1_000)]
    private static partial Regex Repeated();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1_000)]
    private static partial Regex Spaces();
}
