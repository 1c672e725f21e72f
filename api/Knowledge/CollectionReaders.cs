using OutlookAssist.Access;

namespace OutlookAssist.Knowledge;

/// <summary>Who may read a collection: anybody with one of the roles, in one of the groups, or with one of the keys.</summary>
/// <param name="Roles">Names of roles: Agent, Reviewer, KnowledgeAdmin.</param>
/// <param name="Groups">Groups as the sign-in names them in its tokens.</param>
/// <param name="Keys">Identifiers of API keys.</param>
internal sealed record CollectionReaders(IReadOnlyList<string>? Roles = null, IReadOnlyList<string>? Groups = null, IReadOnlyList<string>? Keys = null)
{
    /// <summary>The roles that can read documents at all.</summary>
    public static readonly IReadOnlyList<string> RoleNames = [nameof(Access.Roles.Agent), nameof(Access.Roles.Reviewer), nameof(Access.Roles.KnowledgeAdmin)];

    /// <summary>Whether the caller is one of them; the one person of a product without sign-in always is.</summary>
    public bool Include(Caller caller) => caller switch
    {
        { IsKey: true } => (Keys ?? []).Any(key => caller.Person == $"key:{key}"),
        { Organisation: var organisation, Person: var person } when (organisation, person) == (Caller.Local.Organisation, Caller.Local.Person) => true,
        _ => (Roles ?? []).Any(role => Enum.TryParse<Roles>(role, ignoreCase: true, out var named) && (caller.Roles & named) != 0)
            || (Groups ?? []).Any(group => caller.Groups.Contains(group, StringComparer.OrdinalIgnoreCase)),
    };
}
