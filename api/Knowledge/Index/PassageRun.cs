using System.Runtime.InteropServices;

namespace OutlookAssist.Knowledge.Index;

/// <summary>Neighbouring passages of one content with consecutive keys: what ties the numbers inside a segment to the rows of the database.</summary>
/// <param name="ContentKey">The content they belong to.</param>
/// <param name="FirstId">The key of the first passage; keys are never used twice, so it also tells one try at indexing from the next.</param>
/// <param name="First">The number of the first passage inside the segment.</param>
/// <param name="Count">How many there are.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct PassageRun(long ContentKey, long FirstId, int First, int Count);
