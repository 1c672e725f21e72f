using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;

namespace OutlookAssist.Mailboxes;

/// <summary>Reads mails for whoever has them in their raw form.</summary>
internal static class MailboxesModule
{
    // As much as mail servers accept, attachments in base64 included.
    private const long LargestMessage = 64L << 20;

    /// <summary>The addresses below <c>/api/messages</c>.</summary>
    public static void MapMailboxes(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/messages/parse", ParseAsync)
            .Accepts<Stream>("message/rfc822", "message/global", "application/octet-stream", "text/plain")
            .Allow(Roles.Agent | Roles.Reviewer, Scopes.Classify | Scopes.Drafts).WithTags("Understand").WithName("ParseMessage").WithSummary("Read a raw RFC 5322 message; a malformed one is read as far as possible and answers 200 with its defects; turns say who said and promised what in its thread, oldest first")
            .WithMetadata(new LargestBody(LargestMessage)).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);

    private static async Task<Results<Ok<ParsedMessage>, ProblemHttpResult>> ParseAsync(HttpRequest request, CancellationToken cancellation)
    {
        var raw = new MemoryStream(request.ContentLength is > 0 and <= LargestMessage and var length ? (int)length : 0);
        await request.Body.CopyToAsync(raw, cancellation);
        return ParseMessage.Parse(raw.GetBuffer().AsMemory(0, (int)raw.Length)) is { } parsed
            ? TypedResults.Ok(parsed)
            : Problems.Create(StatusCodes.Status422UnprocessableEntity, "unreadable-message", "The message is empty.");
    }
}
