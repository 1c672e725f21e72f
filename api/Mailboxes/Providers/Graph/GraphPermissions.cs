using System.Buffers.Text;
using System.Text.Json;

namespace OutlookAssist.Mailboxes.Providers.Graph;

/// <summary>Reads from a token what the application was granted, and warns of more than it needs.</summary>
internal static class GraphPermissions
{
    /// <summary>Sentences for an administrator; none when all is well or the token cannot be read.</summary>
    public static IReadOnlyList<string> Judge(string token)
    {
        var roles = RolesIn(token);
        var warnings = new List<string>();
        if (roles.Contains("Mail.Send"))
        {
            warnings.Add("The application may send mail. It never does; take the permission Mail.Send away from it.");
        }

        if (roles.Any(role => role.StartsWith("Mail.", StringComparison.Ordinal)))
        {
            // A grant in Entra covers the tenant; one by RBAC for Applications is scoped and does not stand in the token.
            warnings.Add("The application may read every mailbox of the tenant. Grant it Mail.ReadWrite by RBAC for Applications for this mailbox only, and take the tenant-wide grant away: it defeats any scope.");
        }

        return warnings;
    }

    private static IReadOnlyList<string> RolesIn(string token)
    {
        try
        {
            if (token.Split('.') is not [_, var payload, _])
            {
                return [];
            }

            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return json.RootElement.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array ? [.. roles.EnumerateArray().Select(role => role.ToString())] : [];
        }
        catch (Exception failure) when (failure is FormatException or JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
