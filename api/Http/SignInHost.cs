namespace OutlookAssist.Http;

/// <summary>The one other host that pages may talk to: where people sign in.</summary>
/// <param name="address">Any address of it.</param>
internal sealed class SignInHost(string address)
{
    /// <summary>Scheme and host.</summary>
    public string Origin { get; } = new Uri(address).GetLeftPart(UriPartial.Authority);
}
