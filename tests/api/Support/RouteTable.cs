using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Access;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>Every route with those who may call it. A new route is added here, which is the moment to think about who needs it.</summary>
internal sealed record RouteTable(string Method, string Pattern, Roles Roles, Scopes Scopes, bool IsOpen = false)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RouteTable> All { get; } =
    [
        Open("GET", "/healthz"),
        Open("*", "/readyz"),
        Open("GET", "/manifest.xml"),
        Open("GET", "/openapi/v1.json"),
        Open("GET", "/api/access/sign-in"),
        new("GET", "/api/access/me", Roles.SignedIn, Scopes.None),
        new("POST", "/api/access/links", Roles.Readers, Scopes.None),
        new("GET", "/api/access/keys/", Roles.Admin, Scopes.None),
        new("POST", "/api/access/keys/", Roles.Admin, Scopes.None),
        new("DELETE", "/api/access/keys/{id}", Roles.Admin, Scopes.None),
        new("GET", "/api/settings", Roles.Admin, Scopes.None),
        new("GET", "/api/audit/", Roles.Auditor, Scopes.None),
        new("GET", "/api/audit/verification", Roles.Auditor, Scopes.None),
        Open("POST", "/api/mailboxes/notices/graph"),
        new("GET", "/api/jobs/", Roles.Admin, Scopes.None),
        new("GET", "/api/jobs/dead", Roles.Admin, Scopes.None),
        new("POST", "/api/jobs/dead/{id:long}/replay", Roles.Admin, Scopes.None),
        new("DELETE", "/api/jobs/dead/{id:long}", Roles.Admin, Scopes.None),
        new("GET", "/api/messages/{id:long}/steps", Roles.Agent | Roles.Reviewer | Roles.Admin, Scopes.None),
        new("GET", "/api/autopilot/errors/", Roles.Reviewer | Roles.Admin, Scopes.None),
        new("POST", "/api/autopilot/errors/{id:long}/retry", Roles.Reviewer | Roles.Admin, Scopes.None),
        new("DELETE", "/api/autopilot/errors/{id:long}", Roles.Reviewer | Roles.Admin, Scopes.None),
        new("GET", "/api/service-levels/", Roles.Admin | Roles.Reviewer, Scopes.None),
        new("PUT", "/api/service-levels/", Roles.Admin, Scopes.None),
        Open("GET", "/memory/"),
        Open("GET", "/memory/health"),

        new("POST", "/api/drafts/", Roles.Agent, Scopes.Drafts),
        new("POST", "/api/drafts/{id}/rating", Roles.Agent, Scopes.Drafts),
        new("POST", "/api/drafts/{id}/revisions", Roles.Agent, Scopes.Drafts),
        new("GET", "/api/drafts/{id}/disclosure", Roles.Agent, Scopes.Drafts),
        new("POST", "/api/drafts/{id}/alternatives", Roles.Agent, Scopes.Drafts),
        new("GET", "/api/drafts/outcomes", Roles.Admin | Roles.Auditor | Roles.Reviewer, Scopes.None),
        new("GET", "/api/saved-replies/", Roles.Readers, Scopes.KnowledgeRead | Scopes.Drafts),
        new("POST", "/api/saved-replies/", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),
        new("PUT", "/api/saved-replies/{id}", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),
        new("DELETE", "/api/saved-replies/{id}", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),
        new("POST", "/api/saved-replies/templates/trial", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),
        new("GET", "/api/style/", Roles.Agent, Scopes.None),
        new("PUT", "/api/style/", Roles.Agent, Scopes.None),
        new("DELETE", "/api/style/", Roles.Agent, Scopes.None),
        new("DELETE", "/api/style/habits/{name}", Roles.Agent, Scopes.None),
        new("POST", "/api/style/samples", Roles.Agent, Scopes.None),
        new("GET", "/api/models/calls", Roles.Admin | Roles.Auditor, Scopes.None),
        new("POST", "/api/classifications/", Roles.Agent | Roles.Reviewer, Scopes.Classify),
        new("POST", "/api/classifications/batch", Roles.Agent | Roles.Reviewer, Scopes.Classify),
        new("GET", "/api/classifications/labels", Roles.Agent | Roles.Reviewer | Roles.Admin, Scopes.Classify),
        new("PUT", "/api/classifications/labels", Roles.Admin, Scopes.None),
        new("POST", "/api/classifications/corrections", Roles.Agent | Roles.Reviewer, Scopes.Classify),
        new("GET", "/api/classifications/corrections", Roles.Agent | Roles.Reviewer | Roles.Admin, Scopes.Classify),
        new("DELETE", "/api/classifications/corrections/{id:long}", Roles.Reviewer | Roles.Admin, Scopes.Classify),
        new("POST", "/api/messages/parse", Roles.Agent | Roles.Reviewer, Scopes.Classify | Scopes.Drafts),
        new("POST", "/api/privacy/redactions", Roles.Readers, Scopes.Classify | Scopes.Drafts),
        new("DELETE", "/api/data", Roles.Admin, Scopes.None),
        new("POST", "/api/privacy/erasures", Roles.Admin, Scopes.None),
        new("GET", "/api/privacy/exports", Roles.Admin, Scopes.None),
        new("GET", "/api/privacy/purges/", Roles.Admin | Roles.Auditor, Scopes.None),
        new("POST", "/api/privacy/purges/", Roles.Admin, Scopes.None),
        new("GET", "/api/organisations/", Roles.Admin, Scopes.None),
        new("POST", "/api/organisations/", Roles.Admin, Scopes.None),
        new("POST", "/api/organisations/{id}/suspend", Roles.Admin, Scopes.None),
        new("POST", "/api/organisations/{id}/resume", Roles.Admin, Scopes.None),
        new("DELETE", "/api/organisations/{id}", Roles.Admin, Scopes.None),

        new("GET", "/api/knowledge/documents/", Roles.Readers, Scopes.KnowledgeRead | Scopes.KnowledgeWrite),
        new("GET", "/api/knowledge/documents/{documentId}", Roles.Readers, Scopes.KnowledgeRead | Scopes.KnowledgeWrite),
        new("GET", "/api/knowledge/documents/{documentId}/content", Roles.Readers, Scopes.KnowledgeRead | Scopes.KnowledgeWrite),
        new("GET", "/api/knowledge/documents/{documentId}/pages/{page:int}", Roles.Readers, Scopes.KnowledgeRead | Scopes.KnowledgeWrite),
        new("GET", "/api/knowledge/search", Roles.Readers, Scopes.KnowledgeRead),
        new("GET", "/api/knowledge/summary", Roles.Readers, Scopes.KnowledgeRead),
        new("POST", "/api/knowledge/preview", Roles.Readers, Scopes.KnowledgeRead),
        new("*", "/hubs/knowledge", Roles.Readers, Scopes.None),
        new("*", "/hubs/knowledge/negotiate", Roles.Readers, Scopes.None),
        new("POST", "/api/knowledge/documents/", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),
        new("DELETE", "/api/knowledge/documents/{documentId}", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),
        new("POST", "/api/knowledge/documents/{documentId}/restore", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),
        new("PUT", "/api/knowledge/documents/{documentId}/tags", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),
        new("POST", "/api/knowledge/documents/{documentId}/retry", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),
        new("POST", "/api/knowledge/documents/{documentId}/cancel", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),
        new("GET", "/api/knowledge/gaps/", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),
        new("POST", "/api/knowledge/gaps/{id:long}/answer", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),
        new("DELETE", "/api/knowledge/gaps/{id:long}", Roles.KnowledgeAdmin, Scopes.KnowledgeWrite),

        new("GET", "/api/knowledge/collections/", Roles.KnowledgeAdmin | Roles.Admin, Scopes.KnowledgeWrite),
        new("PUT", "/api/knowledge/collections/{name}/readers", Roles.Admin, Scopes.None),
        new("DELETE", "/api/knowledge/collections/{name}", Roles.Admin, Scopes.None),
        new("GET", "/api/mailboxes/", Roles.Admin, Scopes.None),
        new("POST", "/api/mailboxes/", Roles.Admin, Scopes.None),
        new("GET", "/api/mailboxes/{id}", Roles.Admin, Scopes.None),
        new("PUT", "/api/mailboxes/{id}/settings", Roles.Admin, Scopes.None),
        new("POST", "/api/mailboxes/{id}/pause", Roles.Admin, Scopes.None),
        new("POST", "/api/mailboxes/{id}/resume", Roles.Admin, Scopes.None),
        new("POST", "/api/mailboxes/{id}/test", Roles.Admin, Scopes.None),
        new("DELETE", "/api/mailboxes/{id}", Roles.Admin, Scopes.None),
        new("GET", "/api/review/", Roles.Reviewer, Scopes.None),
        new("GET", "/api/review/counts", Roles.Reviewer, Scopes.None),
        new("GET", "/api/review/{id:long}", Roles.Reviewer, Scopes.None),
        new("POST", "/api/review/{id:long}/claim", Roles.Reviewer, Scopes.None),
        new("POST", "/api/review/{id:long}/release", Roles.Reviewer, Scopes.None),
        new("PUT", "/api/review/{id:long}/text", Roles.Reviewer, Scopes.None),
        new("POST", "/api/review/{id:long}/approve", Roles.Reviewer, Scopes.None),
        new("POST", "/api/review/{id:long}/reject", Roles.Reviewer, Scopes.None),
        new("POST", "/api/review/{id:long}/undo", Roles.Reviewer, Scopes.None),
        new("POST", "/api/review/bulk", Roles.Reviewer, Scopes.None),
        new("*", "/hubs/review", Roles.Reviewer, Scopes.None),
        new("*", "/hubs/review/negotiate", Roles.Reviewer, Scopes.None),
        new("GET", "/api/reports/", Roles.Reviewer | Roles.Admin, Scopes.None),
        new("GET", "/api/reports/export", Roles.Reviewer | Roles.Admin, Scopes.None),
        new("GET", "/api/health/alerts", Roles.Reviewer | Roles.Admin, Scopes.Metrics),
        new("GET", "/metrics", Roles.Admin, Scopes.Metrics),

        new("POST", "/memory/upload", Roles.KnowledgeAdmin, Scopes.Memory),
        new("GET", "/memory/upload-status", Roles.Readers, Scopes.Memory),
        new("POST", "/memory/search", Roles.Readers, Scopes.Memory),
        new("POST", "/memory/ask", Roles.Readers, Scopes.Memory),
        new("GET", "/memory/indexes", Roles.Readers, Scopes.Memory),
        new("DELETE", "/memory/indexes", Roles.KnowledgeAdmin, Scopes.Memory),
        new("DELETE", "/memory/documents", Roles.KnowledgeAdmin, Scopes.Memory),
        new("GET", "/memory/download", Roles.Readers, Scopes.Memory),
    ];

    /// <summary>An address with values in place of its parameters; nothing with these names exists.</summary>
    public string Address => Pattern.Replace("{page:int}", "1", StringComparison.Ordinal)
        .Replace("{id:long}", "987654321", StringComparison.Ordinal).Replace("{id}", "none", StringComparison.Ordinal).Replace("{name}", "none", StringComparison.Ordinal).Replace("{documentId}", "none", StringComparison.Ordinal);

    /// <summary>One line for a route of the running product.</summary>
    public static string Describe(string name, AccessRule? rule) => rule is null ? $"{name}: everybody" : $"{name}: {rule.Roles} / {rule.Scopes}";

    /// <inheritdoc />
    public override string ToString() => Describe($"{Method} {Pattern}", IsOpen ? null : new AccessRule(Roles, Scopes));

    /// <summary>The routes of the running product with their rules; null for those that everybody may call.</summary>
    public static IEnumerable<(string Name, AccessRule? Rule)> RoutesOf(Product product) =>
        from endpoint in product.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
        from method in methods
        select ($"{method} {endpoint.RoutePattern.RawText}", AccessRules.IsOpen(endpoint) ? null : AccessRules.RuleOf(endpoint));

    private static RouteTable Open(string method, string pattern) => new(method, pattern, Roles.None, Scopes.None, IsOpen: true);
}
