using System.Globalization;
using System.Security.Cryptography;
using OutlookAssist.Training;

if (args.Length != 2 || !Directory.Exists(args[0]) || !Directory.Exists(args[1]))
{
    await Console.Error.WriteLineAsync("Usage: dotnet run --project tests/training -c Release -- DATA MODELS\nDATA is the folder with the rated texts, MODELS the folder of the shipped models (api/Classification/Models).");
    return 2;
}

var missing = RatedSet.All.Where(set => !File.Exists(Path.Combine(args[0], set.File))).Select(set => set.File).ToList();
if (missing.Count > 0)
{
    await Console.Error.WriteLineAsync($"DATA has no {string.Join(", ", missing)}.");
    return 2;
}

var figures = TrainSentiment.CrossValidate(args[0]).ToList();
using var bytes = new MemoryStream();
using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
    TrainSentiment.Learn(args[0]).Write(writer);
await File.WriteAllBytesAsync(Path.Combine(args[1], "sentiment.bin"), bytes.ToArray());
var sum = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
var provenance = $"""
    # Where the shipped weights come from

    Written by `dotnet run --project tests/training -c Release -- DATA api/Classification/Models`; training again gives the same bytes.

    | model | learned from | licence | rows | shown |
    | --- | --- | --- | --- | --- |
    {string.Join('\n', RatedSet.All.Select(set => string.Create(CultureInfo.InvariantCulture, $"| `sentiment.bin` | {Path.GetFileNameWithoutExtension(set.File)} | {set.Licence} | {set.Read(args[0]).Count} | {set.Times}× |")))}

    `sentiment.bin`: {bytes.Length} bytes, SHA-256 {sum}. It holds hashes of words and parts of words with one byte for each weight, and no text.
    The word lists (`sentiment.txt`, `categories.txt`, `intents.txt`, `person-words.txt`) were written by us.

    Five-fold cross-validation, each row judged by a model that did not see it:

    | set | n | macro-F1 | calibration error |
    | --- | --- | --- | --- |
    {string.Join('\n', figures)}

    """;
await File.WriteAllTextAsync(Path.Combine(args[1], "PROVENANCE.md"), provenance.ReplaceLineEndings("\n"));
Console.WriteLine(provenance);
return 0;
