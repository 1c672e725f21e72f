namespace OutlookAssist.Http;

/// <summary>Something that is kept is not what was written: 500 with a code of its own, and never half of it.</summary>
/// <param name="code">A stable code.</param>
/// <param name="detail">A sentence that a person can act on; it quotes nothing of what is kept.</param>
internal sealed class DamagedException(string code, string detail, Exception? cause = null) : Exception(detail, cause)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;
}
