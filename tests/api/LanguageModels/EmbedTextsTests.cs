using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.LanguageModels;
using OutlookAssist.ModelServer;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.LanguageModels;

/// <summary>Texts become vectors through the configured model: in order, in batches, masked, retried.</summary>
public sealed class EmbedTextsTests : IAsyncLifetime
{
    private readonly Product _product = new();
    private TestModelServer _model = null!;

    private EmbedTexts Texts => _product.Services.GetRequiredService<EmbedTexts>();

    public async Task InitializeAsync()
    {
        _model = await TestModelServer.StartAsync();
        await _product.With("Embeddings:Provider", "OpenAI").With("Embeddings:Endpoint", _model.Endpoint).With("Embeddings:Model", "test-embedding")
            .With("Embeddings:Dimensions", "32").With("Embeddings:BatchSize", "2").InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _product.DisposeAsync();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task Each_text_gets_its_own_vector_although_the_service_answers_in_another_order()
    {
        var vectors = await Texts.EmbedAsync(["a red bicycle", "the opening hours", "a bicycle that is red"], default);
        Assert.Equal(3, vectors.Count);
        Assert.All(vectors, vector => Assert.Equal(32, vector.Length));
        Assert.True(Likeness(vectors[0], vectors[2]) > Likeness(vectors[0], vectors[1]));
        Assert.Equal(2, _model.Requests.Count); // Two batches of at most two.
    }

    [Fact]
    public async Task Personal_data_is_masked_before_it_leaves()
    {
        await Texts.EmbedAsync(["Write to ana.ruiz@example.com about it."], default);
        var sent = JsonDocument.Parse(Assert.Single(_model.Requests).Body).RootElement.GetProperty("input")[0].GetString();
        Assert.DoesNotContain("ana.ruiz", sent, StringComparison.Ordinal);
        Assert.Contains("<EMAIL_1>", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_passes_is_retried()
    {
        _model.Script.RetryAfterSeconds = 0.01;
        _model.Script.Then(Fault.ServerError, Fault.TooManyRequests);
        Assert.Single(await Texts.EmbedAsync(["one"], default));
        Assert.Equal(3, _model.Requests.Count);
    }

    [Theory]
    [InlineData(Fault.Unauthorized, ModelFailure.Unauthorized)]
    [InlineData(Fault.QuotaUsedUp, ModelFailure.QuotaUsedUp)]
    public async Task A_failure_that_does_not_pass_is_told_at_once(Fault fault, object kind)
    {
        _model.Script.Always = fault;
        var failure = await Assert.ThrowsAsync<ModelFailureException>(() => Texts.EmbedAsync(["one"], default));
        Assert.Equal(kind, failure.Kind);
        Assert.Single(_model.Requests);
    }

    [Fact]
    public async Task Without_the_setting_there_is_no_model()
    {
        var product = new Product();
        await product.InitializeAsync();
        Assert.False(product.Services.GetRequiredService<EmbedTexts>().IsOn);
        await product.DisposeAsync();
    }

    private static float Likeness(ReadOnlyMemory<float> one, ReadOnlyMemory<float> other) => one.ToArray().Zip(other.ToArray(), (first, second) => first * second).Sum();
}
