using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Mailboxes;
using OutlookAssist.Protection;
using OutlookAssist.Tests.MailServers;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>The reading of mailboxes on a database of its own, without the web server and without workers: a test reads when it wants to.</summary>
internal sealed class MailboxTable : IDisposable
{
    /// <summary>How many mails of one sender are handled in an hour here.</summary>
    public const int MostPerSender = 10;

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private string _id = "";
    private string _organisation = "";

    /// <summary>Creates the database; mailboxes are at this service.</summary>
    public MailboxTable(FakeService service, TimeProvider? time = null, params (string Name, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Data:Directory", _folder.Path), new("Mailboxes:GraphEndpoint", $"{service.Address}/v1.0"), new("Mailboxes:GraphSignIn", service.Address), new("Mailboxes:MostPerSenderAndHour", $"{MostPerSender}"),
            .. settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)),
        ]).Build());
        services.AddLogging();
        services.AddData();
        services.AddProtection();
        services.AddJobs();
        services.AddMailboxes();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        _services = services.BuildServiceProvider();
        using var database = Open();
        database.Database.Migrate();
    }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _services;

    /// <summary>A look into the database.</summary>
    public OutlookAssistDatabase Open() => _services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContext();

    /// <summary>Connects a Graph mailbox a minute ago.</summary>
    public async Task ConnectAsync(string organisation, string address, MailboxSettings? settings = null, MailboxCredentials? credentials = null)
    {
        (_id, _organisation) = (Guid.NewGuid().ToString("N"), organisation);
        var mailbox = new MailboxConnection { Id = _id, Organisation = organisation, Kind = MailboxKinds.Graph, Address = address, Settings = settings ?? new MailboxSettings(), ConnectedTicks = _services.GetRequiredService<TimeProvider>().GetUtcNow().AddMinutes(-1).Ticks };
        _services.GetRequiredService<OpenMailbox>().Seal(mailbox, credentials ?? new MailboxCredentials { TenantId = "tenant", ClientId = "client", ClientSecret = "secret" });
        await using var database = Open();
        database.Add(mailbox);
        await database.SaveChangesAsync();
    }

    /// <summary>Reads it as the job does.</summary>
    public async Task ReadAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IJobHandler<MailboxNews>>().HandleAsync(new MailboxNews(_organisation, _id), CancellationToken.None);
    }

    /// <summary>The mails that were kept, in order.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> MailsAsync()
    {
        await using var database = Open();
        return await database.Set<ReceivedMessage>().AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    /// <summary>The mailbox as it is kept.</summary>
    public async Task<MailboxConnection> MailboxAsync()
    {
        await using var database = Open();
        return await database.Set<MailboxConnection>().AsNoTracking().SingleAsync(row => row.Id == _id);
    }

    /// <summary>Changes the mailbox behind the product's back.</summary>
    public async Task ChangeAsync(Action<MailboxConnection> change)
    {
        await using var database = Open();
        change(await database.Set<MailboxConnection>().SingleAsync(row => row.Id == _id));
        await database.SaveChangesAsync();
    }

    /// <summary>The number of jobs for the pipeline.</summary>
    public async Task<int> JobsAsync()
    {
        await using var database = Open();
        return await database.Set<Job>().CountAsync(job => job.Kind == nameof(MessageArrived));
    }

    /// <summary>The raw mail.</summary>
    public Task<byte[]?> ContentAsync(ReceivedMessage message) => _services.GetRequiredService<StoreArrivals>().ReadContentAsync(message, CancellationToken.None);

    /// <summary>What stands in the database of it.</summary>
    public async Task<byte[]> SealedAsync(ReceivedMessage message)
    {
        await using var database = Open();
        return (await database.Set<ReceivedContent>().AsNoTracking().SingleAsync(row => row.MessageId == message.Id)).Sealed;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }
}
