using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Http;

namespace OutlookAssist.Mailboxes;

/// <summary>What a person is told when a mailbox does not do what they asked.</summary>
internal static class MailboxProblems
{
    /// <summary>503 when waiting helps, 422 when a person must change something.</summary>
    public static ProblemHttpResult Of(MailboxException failure) =>
        Problems.Create(failure.NeedsPerson || failure.Problem is MailboxProblem.Refused or MailboxProblem.TooLarge ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status503ServiceUnavailable, failure.Code, failure.Message);
}
