using OutlookAssist.Http;

namespace OutlookAssist.Access;

/// <summary>Lets nobody pass whom the rule of the address does not name: 401 for strangers, 403 for the others.</summary>
internal sealed class CheckAccess(RequestDelegate next)
{
    /// <summary>Runs after the caller is known and before any handler; files that are not routes have no rule.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // Routing answers 405 and 415 by endpoints of its own, which are no routes and give nothing away.
        if (context.GetEndpoint() is not RouteEndpoint endpoint || AccessRules.IsOpen(endpoint))
        {
            return next(context);
        }

        if (context.Features.Get<Caller>() is not { } caller)
        {
            return RefuseStranger(context, context.Features.Get<Recognition>() ?? Recognition.Unknown("Sign in first, or send an API key."));
        }

        var rule = AccessRules.RuleOf(endpoint);
        return rule.Allows(caller)
            ? next(context)
            : Problems.Create(StatusCodes.Status403Forbidden, "forbidden", rule.Wanted(caller)).ExecuteAsync(context);
    }

    private static Task RefuseStranger(HttpContext context, Recognition reason)
    {
        context.Response.Headers.WWWAuthenticate = reason.Status == StatusCodes.Status403Forbidden ? "Bearer error=\"insufficient_scope\"" : "Bearer";
        return Problems.Create(reason.Status, Problems.CodeOf(reason.Status), reason.Detail).ExecuteAsync(context);
    }
}
