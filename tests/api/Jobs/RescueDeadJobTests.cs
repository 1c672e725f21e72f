using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Knowledge;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Jobs;

[Collection(ProductCollection.Name)]
public class RescueDeadJobTests(Product product)
{
    [Fact]
    public async Task Work_that_was_given_up_is_listed_with_its_reason_and_done_when_it_is_tried_again()
    {
        var id = await LeaveDeadAsync(new QuestionsAsked("local"), "local");
        var listed = (await ListAsync()).Single(job => job.GetProperty("id").GetInt64() == id);
        Assert.Equal(("QuestionsAsked", "It failed."), (listed.GetProperty("kind").GetString(), listed.GetProperty("reason").GetString()));
        using var answer = await product.Client.PostAsync($"/api/jobs/dead/{id}/replay", null);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        for (var tries = 0; await ExistsAsync(id); tries++)
        {
            Assert.True(tries < 500, "It was not done.");
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task Work_that_was_discarded_is_gone_and_cannot_be_tried_again()
    {
        var id = await LeaveDeadAsync(new QuestionsAsked("local"), "local");
        Assert.Equal(HttpStatusCode.NoContent, (await product.Client.DeleteAsync($"/api/jobs/dead/{id}")).StatusCode);
        Assert.False(await ExistsAsync(id));
        await ProblemAssert.IsAsync(await product.Client.PostAsync($"/api/jobs/dead/{id}/replay", null), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Work_of_another_organisation_is_neither_listed_nor_touched()
    {
        var id = await LeaveDeadAsync(new QuestionsAsked("strangers"), "strangers");
        Assert.DoesNotContain(await ListAsync(), job => job.GetProperty("id").GetInt64() == id);
        await ProblemAssert.IsAsync(await product.Client.PostAsync($"/api/jobs/dead/{id}/replay", null), HttpStatusCode.NotFound, "not-found");
        await ProblemAssert.IsAsync(await product.Client.DeleteAsync($"/api/jobs/dead/{id}"), HttpStatusCode.NotFound, "not-found");
        Assert.True(await ExistsAsync(id));
    }

    [Fact]
    public async Task What_a_document_needs_no_more_cannot_be_tried_again()
    {
        var id = await LeaveDeadAsync(new DocumentAccepted(-1), "local");
        await ProblemAssert.IsAsync(await product.Client.PostAsync($"/api/jobs/dead/{id}/replay", null), HttpStatusCode.Conflict, "conflict");
        Assert.True(await ExistsAsync(id));
    }

    private async Task<long> LeaveDeadAsync<T>(T payload, string organisation)
    {
        await using var database = Open();
        var job = new Job { Organisation = organisation, Kind = typeof(T).Name, Payload = JsonSerializer.Serialize(payload), State = JobState.Dead, Reason = "It failed.", Attempts = 5 };
        database.Add(job);
        await database.SaveChangesAsync();
        return job.Id;
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync() => [.. (await product.Client.GetFromJsonAsync<JsonElement>("/api/jobs/dead")).GetProperty("jobs").EnumerateArray()];

    private async Task<bool> ExistsAsync(long id)
    {
        await using var database = Open();
        return await database.Set<Job>().AnyAsync(job => job.Id == id);
    }

    private OutlookAssistDatabase Open() => product.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContext();
}
