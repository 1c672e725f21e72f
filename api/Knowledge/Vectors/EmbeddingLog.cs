namespace OutlookAssist.Knowledge.Vectors;

/// <summary>What is said about embeddings; never a word of what was embedded.</summary>
internal static partial class EmbeddingLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The embedding model did not answer; the question was searched by its words alone")]
    public static partial void WordsOnly(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The embedding model did not answer; it is asked again in {Seconds} s")]
    public static partial void Waits(ILogger log, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Content {ContentKey} could not be embedded and is found by its words alone")]
    public static partial void GivenUp(ILogger log, long contentKey);
}
