using Microsoft.Extensions.AI;
using OutlookAssist.Access;
using OutlookAssist.LanguageModels;

namespace OutlookAssist.Tests.Api.LanguageModels;

/// <summary>An equal question is answered from memory, of the same organisation and about the same words only.</summary>
public class CachedChatClientTests
{
    [Theory]
    [InlineData("one", "one", "draft-1", "a passage", 1)]
    [InlineData("one", "two", "draft-1", "a passage", 2)]
    [InlineData("one", "one", "draft-2", "a passage", 2)]
    [InlineData("one", "one", "draft-1", "another passage", 2)]
    public async Task Only_an_equal_question_of_the_same_organisation_is_known(string first, string second, string prompt, string passage, int asked)
    {
        var model = new Counting();
        using var cached = new CachedChatClient(model, 10);
        await AskAsync(cached, first, "draft-1", "a passage");
        await AskAsync(cached, second, prompt, passage);
        Assert.Equal(asked, model.Asked);
    }

    [Fact]
    public async Task Half_an_answer_is_not_kept()
    {
        var model = new Counting { Breaks = true };
        using var cached = new CachedChatClient(model, 10);
        await Assert.ThrowsAsync<ModelFailureException>(() => AskAsync(cached, "one", "draft-1", "a passage"));
        model.Breaks = false;
        await AskAsync(cached, "one", "draft-1", "a passage");
        Assert.Equal(2, model.Asked);
    }

    private static async Task AskAsync(CachedChatClient client, string organisation, string prompt, string passage)
    {
        var call = new ModelCallOptions { Feature = ModelFeature.Draft, Caller = new Caller(organisation, "person"), PromptVersion = prompt, Deadline = DateTimeOffset.MaxValue };
        await foreach (var update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, $"[{call.Marker}:passages]\n{passage}")], call))
        {
            Assert.NotNull(update);
        }
    }

    private sealed class Counting : IChatClient
    {
        public int Asked { get; private set; }

        public bool Breaks { get; set; }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Asked++;
            yield return new ChatResponseUpdate(ChatRole.Assistant, "half ");
            await Task.Yield();
            if (Breaks)
            {
                throw new ModelFailureException(ModelFailure.Unreachable);
            }

            yield return new ChatResponseUpdate(ChatRole.Assistant, "whole");
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
