using Microsoft.AspNetCore.Http.HttpResults;

namespace OutlookAssist.Http;

/// <summary>The one place where failures become RFC 9457 problems with a stable <c>code</c>.</summary>
internal static class Problems
{
    /// <summary>400 <c>validation</c>: <paramref name="field"/> is the path of the offending field in camelCase.</summary>
    public static ProblemHttpResult Validation(string field, string detail) =>
        Create(StatusCodes.Status400BadRequest, "validation", detail, ("field", field));

    /// <summary>404 <c>not-found</c>.</summary>
    public static ProblemHttpResult NotFound(string detail) => Create(StatusCodes.Status404NotFound, "not-found", detail);

    /// <summary>409 <c>conflict</c>.</summary>
    public static ProblemHttpResult Conflict(string detail) => Create(StatusCodes.Status409Conflict, "conflict", detail);

    /// <summary>Any problem; <paramref name="detail"/> is a sentence of ours and never quotes what was sent.</summary>
    public static ProblemHttpResult Create(int status, string code, string detail, params ReadOnlySpan<(string Name, object? Value)> extensions)
    {
        var members = new Dictionary<string, object?> { ["code"] = code };
        foreach (var (name, value) in extensions)
        {
            members[name] = value;
        }

        return TypedResults.Problem(detail, statusCode: status, title: TitleOf(status), extensions: members);
    }

    /// <summary>The code of a status that the framework answered by itself.</summary>
    public static string CodeOf(int status) => status switch
    {
        400 => "validation",
        401 => "unauthorized",
        403 => "forbidden",
        404 => "not-found",
        405 => "method-not-allowed",
        406 => "not-acceptable",
        408 => "timeout",
        409 => "conflict",
        413 => "too-large",
        415 => "unsupported-media",
        422 => "unreadable",
        429 => "rate-limited",
        503 => "unavailable",
        < 500 => "bad-request",
        _ => "internal",
    };

    /// <summary>A sentence for a status that the framework answered by itself.</summary>
    public static string DetailOf(int status) => status switch
    {
        400 => "The request could not be read. Check its JSON against the API description at /openapi/v1.json.",
        404 => "There is nothing at this address.",
        405 => "This address does not answer that method.",
        413 => "The request is larger than this address accepts.",
        415 => "This address does not accept that content type.",
        < 500 => "The request was refused.",
        _ => "Something went wrong on our side. Nothing was changed; try again.",
    };

    private static string TitleOf(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}
