using System.Net;
using System.Text.Json;

namespace OutlookAssist.Evaluation.Product;

/// <summary>The product answered a request with something other than success.</summary>
internal sealed class ProductException(string request, HttpStatusCode status, string body)
    : Exception($"{request} answered {(int)status}: {(body.Length > 400 ? body[..400] : body)}")
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>The stable code of the problem, empty when the answer was no problem document.</summary>
    public string Code { get; } = ReadCode(body);

    private static string ReadCode(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("code", out var code) ? code.ToString() : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
