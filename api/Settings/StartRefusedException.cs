namespace OutlookAssist.Settings;

/// <summary>Ends the start with one line a person can act on, instead of a stack trace.</summary>
/// <param name="reason">What is wrong and what to do; printed as it is.</param>
internal sealed class StartRefusedException(string reason, Exception? cause = null) : Exception(reason, cause);
