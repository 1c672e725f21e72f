namespace OutlookAssist.Protection;

/// <summary>A data key of an organisation as it is kept: wrapped, so that it opens nothing without the master key.</summary>
/// <param name="Organisation">Whose content it seals.</param>
/// <param name="Version">From 1; never used twice, not even after the organisation was erased.</param>
/// <param name="Wrapped">The key as only the master key can read it; empty when it was forgotten for good.</param>
/// <param name="WrappedBy">Which master key wrapped it.</param>
internal sealed record OrganisationKey(string Organisation, int Version, byte[] Wrapped, string WrappedBy);
