using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;
using OutlookAssist.Jobs;
using OutlookAssist.Mailboxes.Providers;
using OutlookAssist.Mailboxes.Providers.Gmail;
using OutlookAssist.Mailboxes.Providers.Graph;
using OutlookAssist.Mailboxes.Providers.Imap;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;
using OutlookAssist.Settings;

namespace OutlookAssist.Mailboxes;

/// <summary>Reads mails for whoever has them in their raw form, and the mailboxes that were connected.</summary>
internal static class MailboxesModule
{
    // As much as mail servers accept, attachments in base64 included.
    private const long LargestMessage = 64L << 20;
    private const long LargestRequest = 64L << 10;
    private const long LargestNotice = 1L << 20;

    /// <summary>Registers the providers, what reads mailboxes and what watches them.</summary>
    public static IServiceCollection AddMailboxes(this IServiceCollection services)
    {
        services.AddSettings<MailboxesOptions>("Mailboxes");
        services.AddSingleton<IMailboxProvider, ImapProvider>();
        services.AddSingleton<IMailboxProvider, GraphProvider>();
        services.AddSingleton<IMailboxProvider, GmailProvider>();
        services.AddSingleton<AccessTokens>();
        foreach (var client in new[] { AccessTokens.Client, GraphProvider.Client, GmailProvider.Client })
        {
            // A redirect could carry a token elsewhere.
            services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false }).RemoveAllLoggers();
        }

        services.AddSingleton<OpenMailbox>();
        services.AddSealed(
            new SealedColumn("Mailboxes", nameof(MailboxConnection.Credentials)),
            new SealedColumn(
                "ReceivedContents", nameof(ReceivedContent.Sealed),
                "(SELECT MailboxId || '/' || Identity FROM ReceivedMessages WHERE Id = MessageId)", "(SELECT Organisation FROM ReceivedMessages WHERE Id = MessageId)"));
        services.AddSingleton<MailboxTurns>();
        services.AddSingleton<RequestReading>();
        services.AddSingleton<KnownSubscriptions>();
        services.AddSingleton<CountArrivals>();
        services.AddSingleton<StoreArrivals>();
        services.AddSingleton<ReceiveNotices>();
        services.AddSingleton<SendAcknowledgement>();
        services.AddScoped<ConnectMailbox>();
        services.AddScoped<ManageMailboxes>();
        services.AddJob<MailboxNews, SyncMailbox>();
        services.AddHostedService<WatchMailboxes>();
        services.AddScoped<IOrganisationData, KeptMail>();
        services.AddScoped<IPersonRecords, MailOfPerson>();
        services.AddScoped<IRetainedRecords, OldMail>();
        return services;
    }

    /// <summary>The addresses below <c>/api/messages</c> and <c>/api/mailboxes</c>.</summary>
    public static void MapMailboxes(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/messages/parse", ParseAsync)
            .Accepts<Stream>("message/rfc822", "message/global", "application/octet-stream", "text/plain")
            .Allow(Roles.Agent | Roles.Reviewer, Scopes.Classify | Scopes.Drafts).WithTags("Understand").WithName("ParseMessage").WithSummary("Read a raw RFC 5322 message; a malformed one is read as far as possible and answers 200 with its defects; turns say who said and promised what in its thread, oldest first")
            .WithMetadata(new LargestBody(LargestMessage)).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);

        var mailboxes = routes.MapGroup("/api/mailboxes").WithTags("Mailboxes").Allow(Roles.Admin).ProducesProblem(401).ProducesProblem(403);
        mailboxes.MapGet("/", (Caller caller, ManageMailboxes manage, CancellationToken cancellation) => manage.ListAsync(caller, cancellation))
            .WithName("ListMailboxes").WithSummary("The connected mailboxes with their health and the number of their mails by state");
        mailboxes.MapPost("/", (ConnectionRequest request, Caller caller, ConnectMailbox connect, CancellationToken cancellation) => connect.HandleAsync(request, caller, cancellation))
            .RecordAs("mailbox.connected").WithName("ConnectMailbox").WithSummary("Connect a mailbox; it is signed in to before anything is stored, and what opens it is never answered")
            .WithMetadata(new LargestBody(LargestRequest)).ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422).ProducesProblem(503);
        mailboxes.MapGet("/{id}", (string id, Caller caller, ManageMailboxes manage, CancellationToken cancellation) => manage.ShowAsync(id, caller, cancellation))
            .WithName("ShowMailbox").WithSummary("One mailbox").ProducesProblem(404);
        mailboxes.MapPut("/{id}/settings", (string id, MailboxSettings settings, Caller caller, ManageMailboxes manage, CancellationToken cancellation) => manage.ChangeAsync(id, settings, caller, cancellation))
            .RecordAs("mailbox.changed").WithName("ChangeMailbox").WithSummary("Replace the settings of a mailbox as a whole")
            .WithMetadata(new LargestBody(LargestRequest)).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415);
        mailboxes.MapPost("/{id}/pause", (string id, Caller caller, ManageMailboxes manage, CancellationToken cancellation) => manage.PauseAsync(id, caller, cancellation))
            .RecordAs("mailbox.paused").WithName("PauseMailbox").WithSummary("Stop reading a mailbox until it is resumed").ProducesProblem(404).ProducesProblem(409);
        mailboxes.MapPost("/{id}/resume", (string id, Caller caller, ManageMailboxes manage, CancellationToken cancellation) => manage.ResumeAsync(id, caller, cancellation))
            .RecordAs("mailbox.resumed").WithName("ResumeMailbox").WithSummary("Read a mailbox again from where it was read to").ProducesProblem(404).ProducesProblem(409);
        mailboxes.MapPost("/{id}/test", (string id, Caller caller, ManageMailboxes manage, CancellationToken cancellation) => manage.TestAsync(id, caller, cancellation))
            .WithName("TestMailbox").WithSummary("Sign in to a mailbox and look for everything that is needed; changes nothing").ProducesProblem(404).ProducesProblem(422).ProducesProblem(503);
        mailboxes.MapDelete("/{id}", (string id, string? mail, Caller caller, ManageMailboxes manage, CancellationToken cancellation) => manage.DisconnectAsync(id, mail, caller, cancellation))
            .RecordAs("mailbox.disconnected").WithName("DisconnectMailbox").WithSummary("Forget what opens a mailbox; mail=delete also removes what was kept of its mail").ProducesProblem(400).ProducesProblem(404);
        routes.MapPost("/api/mailboxes/notices/graph", (string? validationToken, HttpRequest request, ReceiveNotices receive, CancellationToken cancellation) => receive.HandleAsync(validationToken, request.Body, cancellation))
            .AllowAnonymous().WithTags("Mailboxes").WithName("ReceiveGraphNotices").WithSummary("Microsoft Graph tells of new mail here; hints only, each with the secret of its subscription")
            .WithMetadata(new LargestBody(LargestNotice)).ProducesProblem(400).ProducesProblem(413);
    }

    private static async Task<Results<Ok<ParsedMessage>, ProblemHttpResult>> ParseAsync(HttpRequest request, CancellationToken cancellation)
    {
        var raw = new MemoryStream(request.ContentLength is > 0 and <= LargestMessage and var length ? (int)length : 0);
        await request.Body.CopyToAsync(raw, cancellation);
        return ParseMessage.Parse(raw.GetBuffer().AsMemory(0, (int)raw.Length)) is { } parsed
            ? TypedResults.Ok(parsed)
            : Problems.Create(StatusCodes.Status422UnprocessableEntity, "unreadable-message", "The message is empty.");
    }
}
