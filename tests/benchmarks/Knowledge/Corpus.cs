using System.Text;
using System.Text.RegularExpressions;

namespace OutlookAssist.Benchmarks.Knowledge;

/// <summary>As many documents as wanted, of real sentences in new combinations, with names and codes that get rarer and rarer as in any library.</summary>
internal sealed partial class Corpus
{
    private const int MostNames = 400_000;

    private static readonly string[] Files = ["cranfield", "stackfaq", "xquad_en"];
    private static readonly string[] Syllables = ["ba", "cor", "del", "fen", "gra", "hol", "ix", "jor", "kel", "lum", "mar", "nos", "ora", "pel", "qui", "ras", "sto", "tur", "ulm", "vex", "wen", "yor", "zan"];

    private readonly List<string> _sentences = [];

    public Corpus(string data)
    {
        foreach (var name in Files)
        {
            foreach (var line in File.ReadLines(Path.Combine(data, "retrieval", name + ".corpus.jsonl")))
            {
                using var row = System.Text.Json.JsonDocument.Parse(line);
                var text = row.RootElement.TryGetProperty("text", out var body) ? body.GetString()! : string.Join(". ", row.RootElement.GetProperty("answers").EnumerateArray().Select(answer => answer.GetString()));
                _sentences.AddRange(SentenceEnd().Split(text.ReplaceLineEndings(" ")).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length is > 30 and < 300));
            }
        }
    }

    /// <summary>One document: paragraphs under headings.</summary>
    public IEnumerable<(string Heading, string Paragraph)> Document(int number, int paragraphs)
    {
        var random = new Random(number);
        var heading = "";
        for (var index = 0; index < paragraphs; index++)
        {
            if (index % 5 == 0)
                heading = string.Join(' ', Sentence(random).Split(' ').Take(5));
            var text = new StringBuilder();
            while (text.Length < 480)
                text.Append(text.Length > 0 ? " " : "").Append(Sentence(random)).Append('.');
            yield return (heading, text.ToString());
        }
    }

    /// <summary>The words of a long mail.</summary>
    public string Mail(int number, int words)
    {
        var random = new Random(-1 - number);
        var text = new List<string>();
        while (text.Count < words)
            text.AddRange(Sentence(random).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)));
        return string.Join(' ', text.Take(words));
    }

    private string Sentence(Random random)
    {
        var sentence = _sentences[random.Next(_sentences.Count)];
        return random.Next(3) == 0 ? $"{sentence} {Name(random)}" : sentence;
    }

    // Zipf's law: the n-th most frequent name is met 1/n as often as the first.
    private static string Name(Random random)
    {
        var rank = (int)Math.Pow(MostNames, random.NextDouble());
        if (rank % 4 == 0)
            return $"{(char)('A' + (rank % 26))}{(char)('A' + (rank / 26 % 26))}-{rank}";
        var name = new StringBuilder();
        for (var rest = rank + 7; rest > 0; rest /= Syllables.Length)
            name.Append(Syllables[rest % Syllables.Length]);
        return name.ToString();
    }

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex SentenceEnd();
}
