using OutlookAssist.Access;
using OutlookAssist.Analytics;
using OutlookAssist.Audit;
using OutlookAssist.Autopilot;
using OutlookAssist.Backups;
using OutlookAssist.Classification;
using OutlookAssist.Data;
using OutlookAssist.Drafting;
using OutlookAssist.Extraction;
using OutlookAssist.Http;
using OutlookAssist.Jobs;
using OutlookAssist.Knowledge;
using OutlookAssist.LanguageModels;
using OutlookAssist.Mailboxes;
using OutlookAssist.Metrics;
using OutlookAssist.Organisations;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;
using OutlookAssist.Retention;
using OutlookAssist.Review;
using OutlookAssist.Settings;
using OutlookAssist.Tickets;

try
{
    // A command and its words come first; what follows are settings.
    string[] command = args is [[not ('-' or '/'), ..] first, ..] && !first.Contains('=', StringComparison.Ordinal) ? [.. args.TakeWhile(word => !word.StartsWith('-'))] : [];
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args[command.Length..], ContentRootPath = AppContext.BaseDirectory });
    var addresses = Addresses.Choose(builder);

    builder.Services
        .AddHttp()
        .AddAccess()
        .AddAudit()
        .AddData()
        .AddProtection()
        .AddBackups()
        .AddJobs()
        .AddPrivacy()
        .AddRetention()
        .AddOrganisations()
        .AddLanguageModels()
        .AddExtraction()
        .AddKnowledge()
        .AddMailboxes()
        .AddClassification()
        .AddDrafting()
        .AddTickets()
        .AddReview()
        .AddAutopilot()
        .AddAnalytics()
        .AddTelemetry();
    await builder.ReadSecretsAsync();

    var app = builder.Build();
    app.RefuseWrongSettings();
    app.RefuseUnsafeAddresses(addresses);
    if (command is [RestoreCommand.Name, .. var from])
    {
        return await RestoreCommand.RunAsync(app.Services, from, Console.Out, app.Lifetime.ApplicationStopping);
    }

    app.RefuseWrongMasterKey();
    app.MigrateDatabase();
    await app.SealPlainAsync();
    if (command is [VerifyCommand.Name, ..])
    {
        return await VerifyCommand.RunAsync(app.Services, Console.Out);
    }

    if (command is [OrganisationsCommand.Name, .. var words])
    {
        return await OrganisationsCommand.RunAsync(app.Services, words, Console.Out);
    }

    if (command is [RotateCommand.Name, .. var which])
    {
        return await RotateCommand.RunAsync(app.Services, which, Console.Out, app.Lifetime.ApplicationStopping);
    }

    if (command is [BackupCommand.Name, .. var to])
    {
        return await BackupCommand.RunAsync(app.Services, to, Console.Out, app.Lifetime.ApplicationStopping);
    }

    app.UseHttp();
    app.UseAudit();
    app.UseAccess();
    app.UseKnowledge();
    app.UsePages();
    app.MapHttp();
    app.MapAccess();
    app.MapAudit();
    app.MapJobs();
    app.MapPrivacy();
    app.MapRetention();
    app.MapOrganisations();
    app.MapLanguageModels();
    app.MapKnowledge();
    app.MapMailboxes();
    app.MapClassification();
    app.MapTickets();
    app.MapDrafting();
    app.MapReview();
    app.MapAutopilot();
    app.MapAnalytics();
    app.MapTelemetry();

    await Addresses.RunAsync(app);
    return 0;
}
catch (StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync("OutlookAssist did not start. " + refusal.Message);
    return 1;
}
catch (InvalidOperationException wrong) when (wrong.Source is "Microsoft.Extensions.Configuration.Binder" or "Microsoft.Extensions.Logging.Configuration")
{
    // A value of the framework's own settings that it cannot read.
    await Console.Error.WriteLineAsync("OutlookAssist did not start. " + wrong.Message.ReplaceLineEndings(" "));
    return 1;
}

/// <summary>Names the program to the test host.</summary>
public partial class Program;
