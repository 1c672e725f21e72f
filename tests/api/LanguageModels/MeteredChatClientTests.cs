using System.Collections.Concurrent;
using System.Diagnostics;
using OutlookAssist.ModelServer;
using OutlookAssist.Tests.Api.Support;
using static OutlookAssist.Tests.Api.Support.ModelProduct;

namespace OutlookAssist.Tests.Api.LanguageModels;

/// <summary>Every call is shown to OpenTelemetry by its conventions, without a word of the mail.</summary>
public sealed class MeteredChatClientTests : IAsyncLifetime
{
    private readonly ModelProduct _product = new();

    public Task InitializeAsync() => _product.InitializeAsync();

    public Task DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task An_activity_tells_model_tokens_prompt_and_failure_and_nothing_of_the_mail()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "OutlookAssist.LanguageModels",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await _product.DraftAsync("Rumpelstilzchen asks: " + Answerable);
        _product.Model.Script.Always = Fault.Unauthorized;
        await _product.DraftAsync("Rumpelstilzchen asks again: " + Answerable);

        // Other tests may ask models at the same time; ours are told by what was sent to our own server.
        var answered = ended.First(activity => activity.Status != ActivityStatusCode.Error);
        Assert.Equal("chat", answered.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("openai", answered.GetTagItem("gen_ai.provider.name"));
        Assert.NotNull(answered.GetTagItem("gen_ai.request.model"));
        Assert.True((long)answered.GetTagItem("gen_ai.usage.input_tokens")! >= 0);
        Assert.StartsWith("draft-", (string)answered.GetTagItem("outlookassist.prompt_version")!, StringComparison.Ordinal);
        Assert.Contains(ended, activity => Equals(activity.GetTagItem("error.type"), "Unauthorized") && activity.Status == ActivityStatusCode.Error);
        Assert.All(ended, activity => Assert.DoesNotContain(activity.TagObjects, tag => $"{tag.Value}".Contains("Rumpelstilzchen", StringComparison.Ordinal)));
    }
}
