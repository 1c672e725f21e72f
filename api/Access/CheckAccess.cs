using OutlookAssist.Http;

namespace OutlookAssist.Access;

/// <summary>Lets nobody pass whom the rule of the address does not name: 401 for strangers, 403 for the others.</summary>
internal sealed class CheckAccess(RequestDelegate next, KnownOrganisations organisations)
{
    /// <summary>Runs after the caller is known and before any handler; files that are not routes have no rule.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        // Routing answers 405 and 415 by endpoints of its own, which are no routes and give nothing away.
        if (context.GetEndpoint() is not RouteEndpoint endpoint || AccessRules.IsOpen(endpoint))
        {
            await next(context);
            return;
        }

        if (context.Features.Get<Caller>() is not { } caller)
        {
            await RefuseStranger(context, context.Features.Get<Recognition>() ?? Recognition.Unknown("Sign in first, or send an API key."));
            return;
        }

        // Asked with every call: a token or key outlives the moment at which its organisation is shut out.
        var state = await organisations.StateOfAsync(caller.Organisation, context.RequestAborted);
        var rule = AccessRules.RuleOf(endpoint);
        if (state is OrganisationState.Erased or OrganisationState.Unknown)
        {
            // For the trail it is a stranger: nothing is written any more in the name of one that is gone.
            context.Features.Set<Caller>(null);
        }

        await (state switch
        {
            OrganisationState.Suspended => Problems.Create(StatusCodes.Status403Forbidden, "organisation-suspended", "Your organisation is suspended here. Ask whoever runs this product to resume it.").ExecuteAsync(context),
            not OrganisationState.Active => Problems.Create(StatusCodes.Status403Forbidden, "forbidden", "Your organisation is not set up here. Ask whoever runs this product to add it.").ExecuteAsync(context),
            _ when !rule.Allows(caller) => Problems.Create(StatusCodes.Status403Forbidden, "forbidden", rule.Wanted(caller)).ExecuteAsync(context),
            _ => next(context),
        });
    }

    private static Task RefuseStranger(HttpContext context, Recognition reason)
    {
        context.Response.Headers.WWWAuthenticate = reason.Status == StatusCodes.Status403Forbidden ? "Bearer error=\"insufficient_scope\"" : "Bearer";
        return Problems.Create(reason.Status, Problems.CodeOf(reason.Status), reason.Detail).ExecuteAsync(context);
    }
}
