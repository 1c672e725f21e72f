using OutlookAssist.Mailboxes.Providers.Imap;

namespace OutlookAssist.Tests.Api.Mailboxes.Providers.Imap;

public sealed class FolderNamesTests
{
    [Theory]
    [InlineData("INBOX", "INBOX")]
    [InlineData("Entwürfe", "Entw&APw-rfe")]
    [InlineData("Q&A", "Q&-A")]
    [InlineData("日本語", "&ZeVnLIqe-")]
    public void Names_travel_in_the_servers_own_encoding(string name, string written)
    {
        Assert.Equal(written, FolderNames.Encode(name));
        Assert.Equal(name, FolderNames.Decode(written));
    }

    [Theory]
    [InlineData("A&B")]
    [InlineData("&!!-")]
    public void What_is_not_in_it_stays_as_it_is(string name) => Assert.Equal(name, FolderNames.Decode(name));
}
