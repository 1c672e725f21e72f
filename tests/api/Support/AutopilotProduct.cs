using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>A product with one connected mailbox in memory and a document about returns.</summary>
public sealed class AutopilotProduct : Product
{
    private const string Address = "shop@shop.example";
    private int _numbers;

    /// <summary>The mailbox behind it.</summary>
    internal FakeMailboxes Mailboxes { get; } = new();

    /// <summary>The connected mailbox.</summary>
    internal MailboxConnection Connection { get; private set; } = null!;

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await UploadAsync(("returns.txt", Encoding.UTF8.GetBytes("You may return a bicycle within 30 days after delivery.")));
        Connection = await ConnectAsync(Address, new MailboxSettings());
    }

    /// <summary>A mailbox that was connected long ago.</summary>
    internal async Task<MailboxConnection> ConnectAsync(string address, MailboxSettings settings)
    {
        var connection = new MailboxConnection { Id = Guid.NewGuid().ToString("N"), Organisation = "local", Kind = FakeMailboxes.Name, Address = address, Settings = settings };
        Services.GetRequiredService<OpenMailbox>().Seal(connection, new MailboxCredentials());
        await using var database = Open();
        database.Add(connection);
        await database.SaveChangesAsync();
        return connection;
    }

    /// <summary>A mail arrives; gives its identifier.</summary>
    internal async Task<long> ArriveAsync(string body, string subject = "Returns", string from = "ana@customer.example", string more = "", MailboxConnection? into = null, string? id = null)
    {
        var number = Interlocked.Increment(ref _numbers);
        var mailbox = into ?? Connection;
        id ??= $"<mail-{number}@customer.example>";
        var raw = $"From: {from}\r\nTo: {mailbox.Address}\r\nSubject: {subject}\r\nMessage-ID: {id}\r\nDate: Fri, 20 Nov 2026 09:00:{(number % 60).ToString("00", CultureInfo.InvariantCulture)} +0000\r\n{more}\r\n{body}\r\n";
        return await StoreAsync($"provider-{number}", Encoding.UTF8.GetBytes(raw), mailbox);
    }

    /// <summary>Stores bytes as a mail that arrived.</summary>
    internal async Task<long> StoreAsync(string providerId, byte[] raw, MailboxConnection mailbox)
    {
        var store = Services.GetRequiredService<StoreArrivals>();
        for (var tries = 0; ; tries++)
        {
            await using var database = Open();
            var current = await database.Set<MailboxConnection>().AsNoTracking().FirstAsync(row => row.Id == mailbox.Id);
            var found = new FoundMessage(providerId, null, TimeProvider.System.GetUtcNow(), raw.Length, false);
            if (await store.StoreAsync(current, [TakenMail.Read(found, raw)], current.Cursor, CancellationToken.None))
            {
                return (await database.Set<ReceivedMessage>().AsNoTracking().FirstAsync(row => row.MailboxId == mailbox.Id && row.ProviderId == providerId)).Id;
            }

            Assert.True(tries < 20, "The mail could not be stored.");
        }
    }

    /// <summary>Waits until a mail has come to an end, and gives its way.</summary>
    internal async Task<JsonElement> FinishedAsync(long id, params string[] states)
    {
        for (var tries = 0; tries < 1_500; tries++)
        {
            var way = await Client.GetFromJsonAsync<JsonElement>($"/api/messages/{id}/steps");
            if (states.Contains(way.GetProperty("state").GetString()))
            {
                return way;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException((await Client.GetStringAsync($"/api/messages/{id}/steps")) + await Client.GetStringAsync("/api/jobs/") + await Client.GetStringAsync("/api/jobs/dead"));
    }

    /// <summary>A look into the database.</summary>
    internal OutlookAssistDatabase Open() => Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContext();

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder host) =>
        host.ConfigureTestServices(services => services.AddSingleton<IMailboxProvider>(Mailboxes));
}
