using OutlookAssist.Access;
using OutlookAssist.Audit;
using OutlookAssist.Autopilot;
using OutlookAssist.Classification;
using OutlookAssist.Data;
using OutlookAssist.Drafting;
using OutlookAssist.Extraction;
using OutlookAssist.Http;
using OutlookAssist.Jobs;
using OutlookAssist.Knowledge;
using OutlookAssist.LanguageModels;
using OutlookAssist.Mailboxes;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;
using OutlookAssist.Review;
using OutlookAssist.Settings;
using OutlookAssist.Tickets;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    var addresses = Addresses.Choose(builder);

    builder.Services
        .AddHttp()
        .AddAccess()
        .AddAudit()
        .AddData()
        .AddProtection()
        .AddJobs()
        .AddPrivacy()
        .AddLanguageModels()
        .AddExtraction()
        .AddKnowledge()
        .AddMailboxes()
        .AddClassification()
        .AddDrafting()
        .AddTickets()
        .AddReview()
        .AddAutopilot();

    var app = builder.Build();
    app.RefuseWrongSettings();
    app.RefuseUnsafeAddresses(addresses);
    app.RefuseWrongMasterKey();
    app.MigrateDatabase();
    if (args is [VerifyCommand.Name, ..])
    {
        return await VerifyCommand.RunAsync(app.Services, Console.Out);
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
    app.MapLanguageModels();
    app.MapKnowledge();
    app.MapMailboxes();
    app.MapClassification();
    app.MapTickets();
    app.MapDrafting();
    app.MapAutopilot();

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
