using OutlookAssist.Classification;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Drafting;

/// <summary>What a person should know about a mail and its draft before using it.</summary>
internal static class DraftWarnings
{
    private const double SureOfLanguage = 0.5;

    /// <summary>The warnings, most serious first; none of the sentences quotes the mail.</summary>
    public static IReadOnlyList<DraftWarning> For(ReadableMessage mail, MessageClassification classification, string language, bool indexing)
    {
        var warnings = new List<DraftWarning>();
        if ((InjectionSigns.Find(mail.Text) ?? InjectionSigns.Find(mail.HiddenText) ?? InjectionSigns.Find(mail.Message.Subject ?? "")) is { } order)
        {
            warnings.Add(new DraftWarning("injection-suspected", "The mail contains text that gives orders to an assistant. Nothing of it was obeyed; read the mail with care.", new WarningPassage(order)));
        }

        if (mail.HiddenText.Length > 0)
        {
            warnings.Add(new DraftWarning("hidden-text", "The mail contains text that a reader cannot see. It was left out."));
        }

        if (classification.Automatic.IsAutomatic)
        {
            warnings.Add(new DraftWarning("automatic-mail", "A machine or a list sent this mail. An answer is probably not expected."));
        }

        if (RepliesGoElsewhere(mail.Message))
        {
            warnings.Add(new DraftWarning("reply-to-differs", "Answers to this mail go to another domain than the sender's. Check the recipient before you send."));
        }

        if (classification.Language.Confidence < SureOfLanguage)
        {
            warnings.Add(new DraftWarning("language-uncertain", "The language of the mail is not certain. Choose the language of the reply yourself."));
        }
        else if (!Phrases.Languages.Contains(language.Split('-')[0].ToLowerInvariant()))
        {
            warnings.Add(new DraftWarning("language-uncertain", "Without a language model the product does not write this language. Its own phrases are in English."));
        }

        if (indexing)
        {
            warnings.Add(new DraftWarning("knowledge-indexing", "Documents are still being indexed. What is missing here may be found in a moment."));
        }

        return warnings;
    }

    /// <summary>Says that a draft is worth less than the organisation wants.</summary>
    public static IEnumerable<DraftWarning> For(DraftQuality quality) =>
        quality.Passed ? [] : [new DraftWarning("below-quality-threshold", "This draft is below the quality that Drafting:QualityThreshold asks for. Look at its checks before you use it.")];

    private static bool RepliesGoElsewhere(Message message)
    {
        var replyTo = message.Headers?.FirstOrDefault(header => header.Key.Equals("Reply-To", StringComparison.OrdinalIgnoreCase)).Value;
        return DomainOf(replyTo) is { } there && DomainOf(message.From?.Address) is { } here && !there.Equals(here, StringComparison.OrdinalIgnoreCase);
    }

    private static string? DomainOf(string? address)
    {
        var at = address?.LastIndexOf('@') ?? -1;
        if (at < 0)
        {
            return null;
        }

        var domain = new string(address![(at + 1)..].TakeWhile(character => char.IsLetterOrDigit(character) || character is '.' or '-').ToArray());
        return domain.Length == 0 ? null : domain;
    }
}
