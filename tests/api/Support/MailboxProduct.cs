using Microsoft.AspNetCore.Hosting;
using OutlookAssist.Tests.MailServers;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>A product whose Microsoft Graph is a server of ours, which has a mailbox for every address of the shop.</summary>
public sealed class MailboxProduct : Product
{
    /// <summary>The server.</summary>
    internal FakeGraph Graph { get; } = new(FakeGraph.Anybody);

    /// <inheritdoc />
    public override async Task StopAsync()
    {
        await base.StopAsync();
        await Graph.DisposeAsync();
    }

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder host)
    {
        host.UseSetting("Mailboxes:GraphEndpoint", $"{Graph.Address}/v1.0");
        host.UseSetting("Mailboxes:GraphSignIn", Graph.Address);
        host.UseSetting("Mailboxes:PollSeconds", "3600");
        host.UseSetting("Mailboxes:NotificationAddress", "https://shop.example");
    }
}

/// <summary>A product with mailboxes that several test classes share.</summary>
[CollectionDefinition(Name)]
public class MailboxProductCollection : ICollectionFixture<MailboxProduct>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "a product with mailboxes";
}
