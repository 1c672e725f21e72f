namespace OutlookAssist.Settings;

/// <summary>A vault that holds values of settings.</summary>
internal interface ISecretStore
{
    /// <summary>The value behind the part of a reference that follows <c>vault:</c>.</summary>
    /// <exception cref="SecretException">There is none, or the vault did not give it.</exception>
    Task<string> ReadAsync(string reference, CancellationToken cancellation);
}

/// <summary>Why a secret could not be had, as the end of a sentence; it never holds the secret or what opens the vault.</summary>
/// <param name="reason">The end of the sentence.</param>
/// <param name="mayPass">Whether asking again may help.</param>
/// <param name="after">When to ask again, where the vault says it.</param>
internal sealed class SecretException(string reason, bool mayPass = false, TimeSpan? after = null, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>Whether asking again may help.</summary>
    public bool MayPass { get; } = mayPass;

    /// <summary>When to ask again, where the vault says it.</summary>
    public TimeSpan? After { get; } = after;
}
