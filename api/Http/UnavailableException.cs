namespace OutlookAssist.Http;

/// <summary>Something outside this process that the product was told to use does not answer: 503 for a person who waits, a later try for a job.</summary>
/// <param name="code">A stable code.</param>
/// <param name="detail">A sentence that a person can act on; it quotes nothing that was sent.</param>
internal sealed class UnavailableException(string code, string detail, Exception? cause = null) : Exception(detail, cause)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;
}
