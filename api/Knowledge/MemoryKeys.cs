using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge;

/// <summary>Asks Kernel Memory's clients for a key where keys are set: the raw value of <c>Authorization</c>, no scheme.</summary>
internal sealed class MemoryKeys(RequestDelegate next, IOptions<KnowledgeOptions> options)
{
    private readonly List<byte[]> _keys = [.. options.Value.MemoryKeys.Select(Hash)];

    /// <summary>401 without a key, 403 with a wrong one; before the body is looked at.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (_keys.Count == 0 || context.Features.Get<Caller>()?.IsKey == true || !context.Request.Path.StartsWithSegments("/memory", out var rest) || rest.Value is "" or "/" or "/health")
        {
            return next(context);
        }

        var sent = context.Request.Headers.Authorization.ToString();
        if (sent.Length == 0)
        {
            return Problems.Create(StatusCodes.Status401Unauthorized, "unauthorized", "Send a key as the value of the Authorization header.").ExecuteAsync(context);
        }

        return IsKnown(Hash(sent))
            ? next(context)
            : Problems.Create(StatusCodes.Status403Forbidden, "forbidden", "This key is not known.").ExecuteAsync(context);
    }

    /// <summary>Takes the same time whichever key it is and wherever it differs.</summary>
    private bool IsKnown(byte[] sent)
    {
        var known = false;
        foreach (var key in _keys)
        {
            known |= CryptographicOperations.FixedTimeEquals(key, sent);
        }

        return known;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
