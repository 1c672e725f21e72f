namespace OutlookAssist.Classification;

/// <summary>An organisation's own rules of urgency, made ready to be matched: they win over everything built in, and say why.</summary>
internal sealed class OwnUrgencyRules
{
    private const double Certain = 0.99;

    private readonly List<Rule> rules = [];

    /// <summary>Takes rules that were examined.</summary>
    public OwnUrgencyRules(IReadOnlyList<UrgencyRule> settings)
    {
        for (var index = 0; index < settings.Count; index++)
        {
            var when = settings[index].When!;
            rules.Add(new Rule(
                index + 1,
                settings[index].Urgency!,
                [.. (when.Words ?? []).Select(word => (word!, PhraseSet.Create([word!])))],
                [.. (when.Senders ?? []).Select(sender => sender!)],
                when.DeadlineWithinHours));
        }
    }

    /// <summary>True when there are none.</summary>
    public bool IsEmpty => rules.Count == 0;

    /// <summary>What the first rule that fits says, or null.</summary>
    /// <param name="folded">Subject and new text, folded.</param>
    /// <param name="sender">The address of the sender.</param>
    /// <param name="received">When the mail arrived.</param>
    /// <param name="deadline">The deadline it names.</param>
    public UrgencyResult? Judge(string folded, string? sender, DateTimeOffset? received, DateTimeOffset? deadline)
    {
        foreach (var rule in rules)
        {
            if (rule.Fits(folded, sender, received, deadline) is { } reason)
                return new UrgencyResult(rule.Urgency, Certain, [$"rule {rule.Number}: {reason}"], deadline);
        }

        return null;
    }

    private sealed record Rule(int Number, string Urgency, IReadOnlyList<(string Shown, PhraseSet Phrase)> Words, IReadOnlyList<string> Senders, double? Hours)
    {
        /// <summary>Why the rule applies, in the words of who wrote it; null when it does not.</summary>
        public string? Fits(string folded, string? sender, DateTimeOffset? received, DateTimeOffset? deadline)
        {
            var reasons = new List<string>();
            if (Words.Count > 0)
            {
                var word = Words.FirstOrDefault(word => word.Phrase.IsIn(folded)).Shown;
                if (word is null)
                    return null;
                reasons.Add($"says \"{word}\"");
            }

            if (Senders.Count > 0)
            {
                var pattern = Senders.FirstOrDefault(pattern => Matches(pattern, sender?.Trim() ?? string.Empty));
                if (pattern is null)
                    return null;
                reasons.Add($"sender {pattern}");
            }

            if (Hours is { } hours)
            {
                if (deadline is not { } due || received is not { } from || (due - from).TotalHours > hours)
                    return null;
                reasons.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"deadline within {hours} hours"));
            }

            return string.Join(", ", reasons);
        }

        /// <summary>* stands for anything; each piece between two of them is looked for once, from left to right.</summary>
        private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> address)
        {
            var star = pattern.IndexOf('*');
            if (star < 0)
                return address.Equals(pattern, StringComparison.OrdinalIgnoreCase);
            if (!address.StartsWith(pattern[..star], StringComparison.OrdinalIgnoreCase))
                return false;
            address = address[star..];
            pattern = pattern[(star + 1)..];
            while ((star = pattern.IndexOf('*')) >= 0)
            {
                var place = address.IndexOf(pattern[..star], StringComparison.OrdinalIgnoreCase);
                if (place < 0)
                    return false;
                address = address[(place + star)..];
                pattern = pattern[(star + 1)..];
            }

            return address.EndsWith(pattern, StringComparison.OrdinalIgnoreCase);
        }
    }
}
