namespace OutlookAssist.Classification;

/// <summary>What a configuration of labels must keep to, and where the first breach is.</summary>
internal static class LabelRules
{
    private const int LeastLabels = 2;
    private const int MostLabels = 500;
    private const int LeastExamples = 5;
    private const int MostExamples = 20_000;
    private const int LongestName = 100;
    private const int LongestExample = 20_000;
    private const int MostRules = 500;
    private const int MostValues = 500;
    private const int LongestValue = 200;
    private const double MostHours = 24 * 366;

    /// <summary>The urgencies, from none to most.</summary>
    public static readonly string[] Urgencies = ["low", "normal", "high", "critical"];

    /// <summary>The path of the first offending field and what to do about it; null when all is well.</summary>
    public static (string Field, string Detail)? Examine(LabelConfiguration labels) =>
        ExamineList(labels.Categories, "categories")
        ?? ExamineList(labels.Intents, "intents")
        ?? ExamineCount(Count(labels.Categories) + Count(labels.Intents))
        ?? ExamineRules(labels.UrgencyRules);

    private static int Count(IReadOnlyList<LabelSetting>? labels) => labels?.Sum(label => label?.Examples?.Count ?? 0) ?? 0;

    private static (string, string)? ExamineCount(int examples) =>
        examples > MostExamples ? ("categories", $"There are {examples} examples; categories and intents may have {MostExamples} together.") : null;

    private static (string, string)? ExamineList(IReadOnlyList<LabelSetting>? labels, string list)
    {
        if (labels is null or { Count: 0 })
        {
            return null;
        }

        if (labels.Count is < LeastLabels or > MostLabels)
        {
            return (list, $"Give {LeastLabels} to {MostLabels} labels, or none to keep the built-in ones.");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < labels.Count; index++)
        {
            if (ExamineLabel(labels[index], $"{list}[{index}]", names) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static (string, string)? ExamineLabel(LabelSetting? label, string path, HashSet<string> names)
    {
        if (label?.Name is not { } name || string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
        {
            return ($"{path}.name", $"Give the label a name of 1 to {LongestName} characters.");
        }

        if (!names.Add(name))
        {
            return ($"{path}.name", "Another label of this list has the same name.");
        }

        if (label.Examples is not { Count: >= LeastExamples } examples)
        {
            return ($"{path}.examples", $"Give at least {LeastExamples} sentences that belong to this label.");
        }

        for (var index = 0; index < examples.Count; index++)
        {
            if (examples[index] is not { Length: <= LongestExample } example || !example.Any(char.IsLetterOrDigit))
            {
                return ($"{path}.examples[{index}]", $"An example has words and at most {LongestExample} characters.");
            }
        }

        return null;
    }

    private static (string, string)? ExamineRules(IReadOnlyList<UrgencyRule>? rules)
    {
        if (rules?.Count > MostRules)
        {
            return ("urgencyRules", $"There may be {MostRules} rules.");
        }

        for (var index = 0; index < rules?.Count; index++)
        {
            if (ExamineRule(rules[index], $"urgencyRules[{index}]") is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static (string, string)? ExamineRule(UrgencyRule? rule, string path)
    {
        if (rule?.Urgency is not { } urgency || !Urgencies.Contains(urgency))
        {
            return ($"{path}.urgency", $"The urgency is one of {string.Join(", ", Urgencies)}.");
        }

        if (rule.When is not { } when || (when.Words is null or { Count: 0 } && when.Senders is null or { Count: 0 } && when.DeadlineWithinHours is null))
        {
            return ($"{path}.when", "Say when the rule applies: by words, senders or deadlineWithinHours.");
        }

        if (when.DeadlineWithinHours is { } hours && hours is not (> 0 and <= MostHours))
        {
            return ($"{path}.when.deadlineWithinHours", "Give a number of hours above nought and within a year.");
        }

        return ExamineValues(when.Words, $"{path}.when.words", value => value.Any(char.IsLetterOrDigit), "A word or phrase has letters or digits")
            ?? ExamineValues(when.Senders, $"{path}.when.senders", value => value.Contains('@', StringComparison.Ordinal) && !value.Any(char.IsWhiteSpace), "A sender is an address such as ana@example.com or *@example.com");
    }

    private static (string, string)? ExamineValues(IReadOnlyList<string?>? values, string path, Func<string, bool> isRight, string rule)
    {
        if (values?.Count > MostValues)
        {
            return (path, $"A rule may list {MostValues} of them.");
        }

        for (var index = 0; index < values?.Count; index++)
        {
            if (values[index] is not { Length: <= LongestValue } value || !isRight(value))
            {
                return ($"{path}[{index}]", $"{rule}, and at most {LongestValue} characters.");
            }
        }

        return null;
    }
}
