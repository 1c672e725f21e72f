namespace OutlookAssist.Evaluation;

/// <summary>What the person who starts an evaluation asked for; anything misspelt is said before work begins.</summary>
internal sealed record CommandLine(string Data, string? Score, IReadOnlyList<string> Only, string? JsonFile, Uri? Address)
{
    public const string Usage = "Usage: dotnet run --project tests/evaluation -c Release -- DATA [--score OTHER] [--only NAME,…] [--json FILE] [--url ADDRESS]";

    /// <summary>The options, or the sentence that says what is wrong with them.</summary>
    public static (CommandLine? Options, string? Error) Parse(string[] arguments)
    {
        string? data = null, score = null, json = null;
        Uri? address = null;
        string[] only = [];
        for (var index = 0; index < arguments.Length; index++)
        {
            var argument = arguments[index];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                if (data is not null)
                    return (null, $"DATA is one folder; \"{argument}\" is a second one.");
                data = argument;
                continue;
            }

            if (++index == arguments.Length)
                return (null, $"{argument} needs a value.");
            var value = arguments[index];
            switch (argument)
            {
                case "--score":
                    score = value;
                    break;
                case "--only":
                    only = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                    break;
                case "--json":
                    json = value;
                    break;
                case "--url" when Uri.TryCreate(value, UriKind.Absolute, out address):
                    break;
                case "--url":
                    return (null, $"\"{value}\" is not an address such as http://localhost:5180.");
                default:
                    return (null, $"There is no option {argument}.");
            }
        }

        if (data is null)
            return (null, "DATA, the folder with the evaluation data, is missing.");
        if (new[] { data, score }.FirstOrDefault(folder => folder is not null && !Directory.Exists(folder)) is { } missing)
            return (null, $"The folder {missing} does not exist.");
        return (new CommandLine(data, score, only, json, address), null);
    }
}
