using System.Net;
using System.Text.Json;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>Every failure looks the same: a problem with a stable code and no trace of our insides.</summary>
internal static class ProblemAssert
{
    /// <summary>Checks status, media type and code, and gives the problem.</summary>
    public static async Task<JsonElement> IsAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
        return problem;
    }

    /// <summary>A 400 that names the field.</summary>
    public static async Task NamesFieldAsync(HttpResponseMessage answer, string field) =>
        Assert.Equal(field, (await IsAsync(answer, HttpStatusCode.BadRequest, "validation")).GetProperty("field").GetString());
}
