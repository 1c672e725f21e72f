using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Knowledge;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

[Collection(ProductCollection.Name)]
public class RetryDocumentTests(Product product)
{
    [Fact]
    public async Task A_document_that_failed_for_a_passing_reason_becomes_ready_by_a_retry()
    {
        await product.Client.AddAsync("tide.txt", "High tide is at noon on the retried shore."u8.ToArray(), ("documentId", "tide"));
        await using (var database = await product.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContextAsync())
        {
            var content = await database.Set<KnowledgeContent>().SingleAsync(content => content.Name == "tide.txt");
            content.State = DocumentState.Failed;
            content.FailureCode = "reader-missing";
            await database.SaveChangesAsync();
        }

        Assert.Equal("failed", (await product.SettledAsync("tide")).GetProperty("state").GetString());
        using var answer = await product.Client.PostAsync("/api/knowledge/documents/tide/retry", null);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var ready = await product.SettledAsync("tide");
        Assert.Equal("ready", ready.GetProperty("state").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, ready.GetProperty("failure").ValueKind);
        Assert.Single(await product.Client.SearchAsync("retried shore"), found => found.GetProperty("documentId").GetString() == "tide");
    }

    [Fact]
    public async Task A_document_that_is_damaged_fails_again_with_its_reason()
    {
        await product.Client.AddAsync("broken.pdf", "%PDF-1.7\nnothing that follows makes sense"u8.ToArray(), ("documentId", "broken"));
        using var answer = await product.Client.PostAsync("/api/knowledge/documents/broken/retry", null);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var failed = await product.SettledAsync("broken");
        Assert.Equal("damaged", failed.GetProperty("failure").GetProperty("code").GetString());
        Assert.False(string.IsNullOrWhiteSpace(failed.GetProperty("failure").GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task Only_what_failed_can_be_tried_again()
    {
        await product.Client.AddAsync("fine.txt", "Nothing is wrong."u8.ToArray(), ("documentId", "fine"));
        using var ready = await product.Client.PostAsync("/api/knowledge/documents/fine/retry", null);
        await ProblemAssert.IsAsync(ready, HttpStatusCode.Conflict, "conflict");
        using var nobody = await product.Client.PostAsync("/api/knowledge/documents/nobody/retry", null);
        await ProblemAssert.IsAsync(nobody, HttpStatusCode.NotFound, "not-found");
    }
}
