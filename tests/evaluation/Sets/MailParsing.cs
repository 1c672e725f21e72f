using System.Globalization;
using System.Text.Json;
using OutlookAssist.Evaluation.Measures;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Reading mail: subject, body and sender of real and malformed messages as another, published parser reads them.</summary>
internal sealed class MailParsing : IEvaluation
{
    private const string Folder = "mail/stalwart";

    public string Name => "mail_parsing";

    public IReadOnlyList<string> Files => [Folder];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        if (!run.Score.Has(Folder))
            return;
        List<bool> subjects = [], bodies = [];
        foreach (var file in run.Score.FilesOf(Folder, "*.eml"))
        {
            if (!File.Exists(Path.ChangeExtension(file, ".json")))
                continue;
            using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(file, ".json"), cancellationToken));
            var reply = await run.Product.ParseAsync(await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken);
            var message = reply.Body.Part("message");
            if (Header(expected.RootElement, "subject") is { Length: > 0 } subject)
                subjects.Add(Same(subject, message.Text("subject")));
            if (Bodies(expected.RootElement) is { Count: > 0 } accepted)
            {
                bodies.Add(accepted.Any(body => message.Part("body").Text("contentType") == body.Type && Same(body.Text, message.Part("body").Text("content"))));
                run.Report.Detail(new { file = Path.GetFileName(file), subject = subjects.LastOrDefault(), body = bodies[^1], status = (int)reply.Status });
            }
        }

        run.Report.Add(Figure.Share("stalwart: subject equal after folding white space", subjects));
        run.Report.Add(Figure.Share("stalwart: body and its type equal after folding", bodies));
    }

    private static string? Header(JsonElement message, string name)
    {
        foreach (var header in message.List("parts").FirstOrDefault().List("headers"))
        {
            if (header.Text("name") == name)
                return header.Part("value").Text("Text");
        }

        return null;
    }

    // Where a mail says the same as text and as HTML, either is its body, under its own name. Of several inline parts the first or all of them may be called the body.
    private static List<(string Type, string Text)> Bodies(JsonElement message)
    {
        var parts = message.List("parts").ToList();
        var bodies = new List<(string Type, string Text)>();
        foreach (var (list, kind, type) in new[] { ("html_body", "Html", "html"), ("text_body", "Text", "text") })
        {
            var texts = message.List(list).Select(index => parts[index.GetInt32()].Part("body").Text(kind)).Where(text => Fold(text).Length > 0).ToList();
            if (texts.Count > 0)
                bodies.AddRange([(type, texts[0]), (type, string.Join('\n', texts))]);
        }

        return bodies;
    }

    private static bool Same(string one, string other) => Fold(one) == Fold(other);

    private static string Fold(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLower(CultureInfo.InvariantCulture);
}
