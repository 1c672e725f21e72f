using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Http;

namespace OutlookAssist.Organisations;

/// <summary>What an organisation may be called, and what must never happen to the one that runs the product.</summary>
internal sealed class OrganisationRules(KnownOrganisations known, IOptions<AccessOptions> access)
{
    private const int LongestId = 100;
    private const int LongestName = 100;

    /// <summary>Whether this one runs the product.</summary>
    public bool IsHome(string id) => id.Equals(known.Home, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the settings name it.</summary>
    public bool IsBySettings(string id) => IsHome(id) || access.Value.AllowedTenants.Contains(id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The problem with a new one, or null with what it is to be called.</summary>
    public ProblemHttpResult? ExamineNew(NewOrganisation request, out string id, out string name)
    {
        id = request.Id?.Trim().ToLowerInvariant() ?? "";
        name = request.Name?.Trim() ?? "";
        if (!known.AreMany)
        {
            return Problems.Conflict("This product serves one organisation. Several need Access:Mode=Entra, or OpenId with Access:OrganisationClaim.");
        }

        if (access.Value.IsEntra ? !Guid.TryParseExact(id, "D", out _) : id.Length is 0 or > LongestId || !id.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-'))
        {
            return Problems.Validation("id", access.Value.IsEntra ? "Give the directory (tenant) id: 8-4-4-4-12 hexadecimal digits." : $"Give the identifier that its tokens carry: at most {LongestId} letters, digits, dots, hyphens and underscores.");
        }

        return name.Length > LongestName || name.Any(char.IsControl) ? Problems.Validation("name", $"A name has at most {LongestName} characters.") : null;
    }

    /// <summary>409 for the home organisation.</summary>
    public ProblemHttpResult? ExamineHome(string id) => IsHome(id) ? Problems.Conflict("This organisation runs the product. It can be neither suspended nor erased here.") : null;

    /// <summary>403 for everybody who does not belong to the home organisation.</summary>
    public ProblemHttpResult? ExamineCaller(Caller caller) =>
        IsHome(caller.Organisation) ? null : Problems.Create(StatusCodes.Status403Forbidden, "forbidden", "Organisations are managed by the administrators of the one that runs this product.");
}
