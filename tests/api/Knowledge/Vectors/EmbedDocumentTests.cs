using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OutlookAssist.ModelServer;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge.Vectors;

/// <summary>Documents are found by what they mean where an embedding model is set, and by their words whenever it is away.</summary>
public sealed class EmbedDocumentTests : IAsyncLifetime
{
    private const string Question = "Where may I leave my bike?";
    private readonly Product _product = new();
    private TestModelServer _model = null!;

    public async Task InitializeAsync()
    {
        _model = await TestModelServer.StartAsync();
        _model.Script.Meanings["bike"] = "twowheelers";
        _model.Script.Meanings["leave"] = "parked";
        await _product.With("Embeddings:Provider", "OpenAI").With("Embeddings:Endpoint", _model.Endpoint).With("Embeddings:Model", "test-embedding")
            .With("Embeddings:Dimensions", "256").InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _product.DisposeAsync();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task What_shares_no_word_with_the_question_is_found_by_its_meaning()
    {
        await AddYardAsync();
        await EmbeddedAsync();
        Assert.Equal("yard", (await _product.Client.SearchAsync(Question))[0].GetProperty("documentId").GetString());
    }

    [Fact]
    public async Task Where_words_and_meaning_agree_that_passage_stays_first()
    {
        await AddYardAsync();
        await EmbeddedAsync();
        Assert.Equal("lift", (await _product.Client.SearchAsync("When is the lift serviced?"))[0].GetProperty("documentId").GetString());
    }

    [Fact]
    public async Task Vectors_survive_a_restart_and_are_not_asked_for_twice()
    {
        await AddYardAsync();
        await EmbeddedAsync();
        var asked = _model.Requests.Count;
        await _product.RestartAsync();
        Assert.Equal("yard", (await _product.Client.SearchAsync(Question))[0].GetProperty("documentId").GetString());
        Assert.Equal(asked + 1, _model.Requests.Count); // The question.
    }

    [Fact]
    public async Task Another_model_makes_its_own_vectors_of_what_is_there()
    {
        await AddYardAsync();
        await EmbeddedAsync();
        await _product.StopAsync();
        await _product.With("Embeddings:Dimensions", "128").InitializeAsync();
        await EmbeddedAsync();
        Assert.Equal("yard", (await _product.Client.SearchAsync(Question))[0].GetProperty("documentId").GetString());
    }

    [Fact]
    public async Task While_the_model_is_away_the_words_answer_and_nothing_waits()
    {
        _model.Script.Always = Fault.Unauthorized;
        await AddYardAsync();
        Assert.Equal("lift", (await _product.Client.SearchAsync("When is the lift serviced?"))[0].GetProperty("documentId").GetString());
        Assert.Equal(0, (await SummaryAsync()).GetProperty("embedded").GetInt64());
    }

    [Fact]
    public async Task A_deleted_document_is_not_found_by_its_meaning_either()
    {
        await AddYardAsync();
        await EmbeddedAsync();
        using var deleted = await _product.Client.DeleteAsync(new Uri("/api/knowledge/documents/yard", UriKind.Relative));
        Assert.DoesNotContain(await _product.Client.SearchAsync(Question), found => found.GetProperty("documentId").GetString() == "yard");
        using var restored = await _product.Client.PostAsync("/api/knowledge/documents/yard/restore", null);
        Assert.Equal("yard", (await _product.Client.SearchAsync(Question))[0].GetProperty("documentId").GetString());
    }

    [Fact]
    public async Task A_tag_keeps_out_what_only_means_the_same()
    {
        await AddYardAsync();
        await EmbeddedAsync();
        Assert.DoesNotContain(await _product.Client.SearchAsync(Question, "&tag=house:west"), found => found.GetProperty("documentId").GetString() == "yard");
    }

    private async Task AddYardAsync()
    {
        await _product.Client.AddAsync("yard.txt", Encoding.UTF8.GetBytes("Twowheelers are parked behind the gate."), ("documentId", "yard"), ("tags", "house:east"));
        await _product.Client.AddAsync("lift.txt", Encoding.UTF8.GetBytes("The lift is serviced on the first Monday of each month."), ("documentId", "lift"), ("tags", "house:west"));
    }

    private async Task<JsonElement> SummaryAsync() => await _product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/summary");

    private async Task EmbeddedAsync()
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            if (await SummaryAsync() is var summary && summary.GetProperty("embedded").GetInt64() == summary.GetProperty("passages").GetInt64())
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The passages did not get their vectors within a minute.");
    }
}
