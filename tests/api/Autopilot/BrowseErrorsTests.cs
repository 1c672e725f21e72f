using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Mailboxes;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Autopilot;

public class BrowseErrorsTests(AutopilotProduct product) : IClassFixture<AutopilotProduct>
{
    [Fact]
    public async Task A_mail_that_cannot_be_read_stands_in_the_list_with_its_reason_and_does_not_hold_up_the_others()
    {
        var id = await DamagedAsync();
        var listed = (await product.Client.GetFromJsonAsync<JsonElement>("/api/autopilot/errors")).GetProperty("messages").EnumerateArray().Single(mail => mail.GetProperty("id").GetInt64() == id);
        Assert.Equal("ana@customer.example", listed.GetProperty("fromAddress").GetString());
        Assert.NotEqual("", listed.GetProperty("reason").GetString());
        await product.FinishedAsync(await product.ArriveAsync("Within how many days may I return a bicycle?"), "saved");
        Assert.Equal(HttpStatusCode.NoContent, (await product.Client.PostAsync($"/api/autopilot/errors/{id}/retry", null)).StatusCode);
        await product.FinishedAsync(id, "unreadable");
        Assert.Equal(HttpStatusCode.NoContent, (await product.Client.DeleteAsync($"/api/autopilot/errors/{id}")).StatusCode);
        await ProblemAssert.IsAsync(await product.Client.DeleteAsync($"/api/autopilot/errors/{id}"), HttpStatusCode.NotFound, "not-found");
    }

    private async Task<long> DamagedAsync()
    {
        var quiet = await product.ConnectAsync($"{Guid.NewGuid():N}@shop.example", new MailboxSettings());
        await using var database = product.Open();
        var mail = new ReceivedMessage { Organisation = "local", MailboxId = quiet.Id, ProviderId = "damaged", ContentHash = "", Identity = Guid.NewGuid().ToString("N"), FromAddress = "ana@customer.example" };
        database.Add(mail);
        await database.SaveChangesAsync();
        var queue = (OutlookAssist.Jobs.JobQueue)product.Services.GetService(typeof(OutlookAssist.Jobs.JobQueue))!;
        queue.Enqueue(database, new MessageArrived("local", mail.Id));
        await database.SaveChangesAsync();
        queue.Wake();
        await product.FinishedAsync(mail.Id, "unreadable");
        return mail.Id;
    }
}
