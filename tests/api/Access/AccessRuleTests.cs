using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using OutlookAssist.Access;

namespace OutlookAssist.Tests.Api.Access;

public class AccessRuleTests
{
    [Fact]
    public void A_route_that_says_nothing_lets_nobody_in()
    {
        var endpoint = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/x"), 0).Build();
        Assert.False(AccessRules.IsOpen(endpoint));
        Assert.False(AccessRules.RuleOf(endpoint).Allows(Caller.Local));
    }

    [Fact]
    public void No_role_includes_another_and_a_key_has_none()
    {
        var admin = new Caller("a", "b") { Roles = Roles.Admin };
        Assert.False(new AccessRule(Roles.Agent, Scopes.Drafts).Allows(admin));
        var key = new Caller("a", "k") { IsKey = true, Scopes = Scopes.Drafts };
        Assert.True(new AccessRule(Roles.Agent, Scopes.Drafts).Allows(key));
        Assert.False(new AccessRule(Roles.All, Scopes.None).Allows(key));
        Assert.Contains("people", new AccessRule(Roles.All, Scopes.None).Wanted(key), StringComparison.Ordinal);
    }
}
