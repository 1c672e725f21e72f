namespace OutlookAssist.Access;

/// <summary>Gets a token of another service in the name of the person who is calling, with what that person has consented to.</summary>
internal interface ITokensForCaller
{
    /// <summary>A token for the scopes, or why there is none; neither it nor the caller's own is ever logged.</summary>
    /// <param name="bearer">The caller's own token, as it came.</param>
    /// <param name="organisation">The caller's tenant, where the exchange is made.</param>
    /// <param name="scopes">Such as <c>https://graph.microsoft.com/Mail.ReadWrite</c>.</param>
    /// <param name="cancellation">Ends the asking.</param>
    Task<TokenForCaller> GetAsync(string bearer, string organisation, IReadOnlyCollection<string> scopes, CancellationToken cancellation);
}

/// <summary>A token, or why there is none.</summary>
/// <param name="Token">What to send; null when there is none.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Why">Why there is none.</param>
/// <param name="Claims">What a new sign-in must ask for, as JSON: the page passes it on as it is.</param>
internal sealed record TokenForCaller(string? Token, DateTimeOffset Until, NoToken Why = NoToken.None, string? Claims = null);

/// <summary>Why there is no token.</summary>
internal enum NoToken
{
    /// <summary>There is one.</summary>
    None,

    /// <summary>The product has no secret with which it could ask: <c>Access:ClientSecret</c>.</summary>
    NotSetUp,

    /// <summary>The person must sign in again, or consent.</summary>
    SignInAgain,

    /// <summary>The sign-in service refuses the product itself: a wrong or expired secret, a missing permission.</summary>
    Refused,

    /// <summary>The sign-in service does not answer; it may later.</summary>
    Unavailable,
}
