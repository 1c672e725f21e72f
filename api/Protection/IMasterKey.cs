namespace OutlookAssist.Protection;

/// <summary>What wraps the data keys and is never kept beside them: a key of ours, or a vault that never shows its own.</summary>
internal interface IMasterKey
{
    /// <summary>Wraps a data key so that it can be unwrapped for this organisation and version only.</summary>
    OrganisationKey Wrap(string organisation, int version, ReadOnlySpan<byte> dataKey);

    /// <summary>The data key, or null when this is not the master key that wrapped it, or what is kept was changed.</summary>
    byte[]? Unwrap(OrganisationKey kept);
}
