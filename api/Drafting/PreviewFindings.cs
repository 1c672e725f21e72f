using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Classification;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Http;
using OutlookAssist.Knowledge;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Drafting;

/// <summary>Shows what a draft for a mail would be written from, without writing or keeping anything.</summary>
internal sealed class PreviewFindings(ClassifyMessage classify, SearchForMail search)
{
    private const int PassagesShown = 5;

    /// <summary>The questions of the mail, each with its best passages.</summary>
    public async Task<Results<Ok<FindingsPreview>, ProblemHttpResult>> HandleAsync(PreviewRequest request, Caller caller, CancellationToken cancellation)
    {
        if (MessageRules.Examine(request.Message, "message") is { } fault)
        {
            return Problems.Validation(fault.Field, fault.Detail);
        }

        var mail = MessageReader.Read(request.Message!);
        if (string.IsNullOrWhiteSpace(mail.Text))
        {
            return Problems.Validation("message.body.content", "The body has no text that a reader could see.");
        }

        var classification = await classify.ClassifyAsync(mail, caller.Organisation, cancellation);
        var found = await search.FindAsync(mail, classification, caller, cancellation);
        return TypedResults.Ok(new FindingsPreview(
            classification.Automatic.IsAutomatic,
            [.. found.Select(question => new QuestionFindings(
                question.Request.Text,
                AnswerSelection.Select(question.Findings, 1).Count > 0,
                [.. question.Findings.Passages.Take(PassagesShown).Select(passage => SearchResult.Of(passage, question.Findings.Query))]))]));
    }
}

/// <summary>The mail to look into.</summary>
internal sealed record PreviewRequest(Message? Message = null);

/// <summary>What would be found; <c>Automatic</c> mail is not searched for.</summary>
internal sealed record FindingsPreview(bool Automatic, IReadOnlyList<QuestionFindings> Questions);

/// <summary>One question; <c>Answered</c> when a draft would answer it, <c>Results</c> best first.</summary>
internal sealed record QuestionFindings(string Text, bool Answered, IReadOnlyList<SearchResult> Results);
