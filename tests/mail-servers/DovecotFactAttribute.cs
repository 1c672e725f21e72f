namespace OutlookAssist.Tests.MailServers;

/// <summary>A test that needs a real IMAP server: skipped, and said so, where Dovecot is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DovecotFactAttribute : FactAttribute
{
    /// <summary>Decides at discovery.</summary>
    public DovecotFactAttribute()
    {
        if (DovecotServer.Program is null)
        {
            Skip = "Dovecot is not installed here (apt-get install dovecot-imapd).";
        }
    }
}
