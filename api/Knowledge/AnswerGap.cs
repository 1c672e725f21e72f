using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge;

/// <summary>Turns an open question into an entry: a document like any other, so that the next draft can cite it.</summary>
internal sealed class AnswerGap(OutlookAssistDatabase database, DocumentFiles files, AcceptDocuments accept, KnowledgeNews news)
{
    private const int LongestQuestion = 500;
    private const int LongestAnswer = 20_000;
    private const int LongestSource = 500;
    private const int LongestName = 60;
    private const string Tags = """{"origin":["gap"]}""";

    /// <summary>202 with the new document, or 404 when there is no such gap, or 400 naming the field.</summary>
    public async Task<Results<Accepted<AcceptedDocument>, ProblemHttpResult>> HandleAsync(long id, GapAnswer request, Caller caller, CancellationToken cancellation)
    {
        if (Examine(request) is { } problem)
        {
            return problem;
        }

        if (await database.Set<KnowledgeGap>().AsNoTracking().FirstOrDefaultAsync(gap => gap.Id == id && gap.Organisation == caller.Organisation, cancellation) is null)
        {
            return Problems.NotFound("There is no gap with this identifier. Someone may have answered it meanwhile.");
        }

        var question = InOneLine(request.Question!);
        var markdown = $"# {question}\n\n{request.Answer!.Trim()}\n" + (string.IsNullOrWhiteSpace(request.Source) ? "" : $"\nSource: {InOneLine(request.Source)}\n");
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(markdown));
        var received = await files.ReceiveAsync(caller.Organisation, NameOf(question), content, long.MaxValue, cancellation);
        try
        {
            var document = new ReceivedDocument(Guid.NewGuid().ToString("N"), [received]);
            await accept.HandleAsync(new KnowledgeScope(caller.Organisation), [document], Tags, cancellation);
            await database.ExecuteAsync("DELETE FROM KnowledgeGaps WHERE Id = $id", cancellation, ("$id", id));
            await news.GapsChangedAsync(caller.Organisation, cancellation);
            return TypedResults.Accepted((string?)null, new AcceptedDocument(document.DocumentId, received.Name));
        }
        finally
        {
            DocumentFiles.Discard(received);
        }
    }

    private static ProblemHttpResult? Examine(GapAnswer request) => request switch
    {
        { Question: null or { Length: > LongestQuestion } } => Problems.Validation("question", $"Give the question, at most {LongestQuestion} characters."),
        { Answer: null or { Length: > LongestAnswer } } => Problems.Validation("answer", $"Give the answer, at most {LongestAnswer} characters."),
        { Source.Length: > LongestSource } => Problems.Validation("source", $"A source has at most {LongestSource} characters."),
        _ when !request.Question.Any(char.IsLetterOrDigit) => Problems.Validation("question", "The question has no words."),
        _ when !request.Answer.Any(char.IsLetterOrDigit) => Problems.Validation("answer", "The answer has no words."),
        _ when request.Question.Contains('\0', StringComparison.Ordinal) || request.Answer.Contains('\0', StringComparison.Ordinal) => Problems.Validation("answer", "The text holds binary data."),
        _ => null,
    };

    private static string InOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string NameOf(string question)
    {
        var words = new string([.. question.Select(character => char.IsLetterOrDigit(character) ? character : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = new StringBuilder();
        foreach (var word in words.TakeWhile(word => name.Length == 0 || name.Length + word.Length < LongestName))
        {
            name.Append(name.Length == 0 ? "" : " ").Append(word.Length > LongestName ? word[..LongestName] : word);
        }

        return $"{name}.md";
    }
}

/// <summary>An answer to an open question; <c>Source</c> says where it is from and may be left out.</summary>
internal sealed record GapAnswer(string? Question = null, string? Answer = null, string? Source = null);
