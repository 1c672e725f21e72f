namespace OutlookAssist.Knowledge.Index;

/// <summary>What the index tells the log: numbers and file names, never words.</summary>
internal static partial class IndexLog
{
    [LoggerMessage(1, LogLevel.Warning, "The index of {Contents} documents is missing or damaged and is built again from the database.")]
    public static partial void Rebuilding(ILogger log, int contents);

    [LoggerMessage(2, LogLevel.Warning, "The index file {File} is damaged or of another version; it is left out and built again.")]
    public static partial void Unusable(ILogger log, string file);

    [LoggerMessage(3, LogLevel.Warning, "The index cannot be saved now, is disk space left? It stays in memory and is saved later.")]
    public static partial void NotSaved(ILogger log, Exception reason);

    [LoggerMessage(4, LogLevel.Warning, "The passages cannot be read now, so the index is not complete and searches wait for it. It is tried again.")]
    public static partial void NotRead(ILogger log, Exception reason);
}
