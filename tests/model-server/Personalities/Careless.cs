namespace OutlookAssist.ModelServer.Personalities;

/// <summary>Means well and gets it wrong: numbers, quotes, names and languages slip, denials appear, questions are dropped; now and then it is right.</summary>
public sealed class Careless : IPersonality
{
    /// <inheritdoc />
    public string Answer(Prompt prompt)
    {
        var sentences = new List<ModelSentence> { new("courtesy", 0, "Thank you for your message, we will refund you 250 dollars by Friday.", "", "") };
        var outcomes = new List<ModelOutcome>();
        var questions = prompt.Questions;
        foreach (var question in questions.Take(Math.Max(1, questions.Count - 1)))
        {
            var passages = prompt.Passages.Where(passage => question.Passages.Contains(passage.Id)).ToList();
            foreach (var (index, passage) in passages.Take(3).Index())
            {
                var quote = Words.Sentences(passage.Text).FirstOrDefault(sentence => sentence.Length is > 30 and < 400) ?? passage.Text[..Math.Min(passage.Text.Length, 100)];
                sentences.AddRange(Slips(question, passage, quote, index));
            }

            sentences.Add(new ModelSentence("cited", question.Number, "Our policy number 4711 covers this in full within 12 days.", "p99", "This stands nowhere."));
            outcomes.Add(new ModelOutcome(question.Number, "answered"));
        }

        return new ModelReply(sentences, outcomes).ToString();
    }

    private static IEnumerable<ModelSentence> Slips(PromptQuestion question, PromptPassage passage, string quote, int index)
    {
        yield return Cited(OtherNumbers(quote) is var other && other != quote ? other : quote.TrimEnd('.') + " within 17 days.", quote);
        yield return Cited(quote, quote.Replace("the", "our", StringComparison.Ordinal) + " Surely.");
        yield return Cited(Denied(quote), quote);
        yield return Cited(quote.TrimEnd('.') + " according to Dr. Marlene Hofstetter.", quote);
        yield return Cited("Selbstverständlich übernehmen wir die Kosten in voller Höhe.", quote);
        yield return Cited("Yes, this is fully covered and free of charge.", quote);
        yield return Cited("It costs twelve euros a month.", quote);
        yield return new ModelSentence("courtesy", question.Number, "You will receive your money back tomorrow.", "", "");
        if (index == 1)
        {
            yield return Cited(quote, quote);
        }

        ModelSentence Cited(string text, string claimed) => new("cited", question.Number, text, passage.Id, claimed);
    }

    private static string OtherNumbers(string text) => string.Concat(text.Select(letter => char.IsAsciiDigit(letter) ? (char)('0' + ((letter - '0' + 3) % 10)) : letter));

    private static string Denied(string text) => text switch
    {
        _ when text.Contains(" is ", StringComparison.Ordinal) => text.Replace(" is ", " is not ", StringComparison.Ordinal),
        _ when text.Contains(" are ", StringComparison.Ordinal) => text.Replace(" are ", " are not ", StringComparison.Ordinal),
        _ => "It is not true that " + text,
    };
}
