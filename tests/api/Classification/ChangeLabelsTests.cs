using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Classification;

public sealed class ChangeLabelsTests : IAsyncLifetime
{
    private static readonly object Gardening = new
    {
        name = "gardening",
        examples = new[] { "How do I prune my roses?", "The lawn has brown patches.", "When should tulips be planted?", "My hedge grows too slowly.", "Which soil do tomatoes need?" },
    };

    private static readonly object Plumbing = new
    {
        name = "plumbing",
        examples = new[] { "The tap in the kitchen drips.", "Our boiler gives no hot water.", "A pipe has burst in the cellar.", "The toilet is blocked.", "How do I replace a washer?" },
    };

    private readonly Product product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task Five_sentences_each_make_categories_that_are_in_force_at_once_and_after_a_restart()
    {
        await PutAsync(new { categories = new[] { Gardening, Plumbing } });
        Assert.Equal("gardening", await CategoryOfAsync("Can I plant roses and tulips into heavy soil?"));
        Assert.Equal("plumbing", await CategoryOfAsync("Hot water drips from the pipe below the boiler."));
        await product.RestartAsync();
        Assert.Equal("plumbing", await CategoryOfAsync("Hot water drips from the pipe below the boiler."));
        var stored = await product.Client.GetFromJsonAsync<JsonElement>("/api/classifications/labels");
        Assert.Equal(5, stored.GetProperty("categories")[0].GetProperty("examples").GetArrayLength());
        Assert.Equal(0, stored.GetProperty("intents").GetArrayLength());
    }

    [Fact]
    public async Task Empty_lists_bring_the_built_in_labels_back()
    {
        await PutAsync(new { categories = new[] { Gardening, Plumbing }, intents = new[] { Gardening, Plumbing } });
        var mine = await ClassifyAsync(new { body = new { content = "I was charged twice on the invoice." } });
        Assert.Contains(mine.GetProperty("category").GetProperty("label").GetString(), (string[])["gardening", "plumbing"]);
        await PutAsync(new { categories = Array.Empty<object>() });
        Assert.Equal("billing", await CategoryOfAsync("I was charged twice on the invoice."));
    }

    [Fact]
    public async Task A_mail_that_fits_none_of_the_intents_is_out_of_scope_and_still_gets_the_best_of_them()
    {
        await PutAsync(new { intents = new[] { Gardening, Plumbing } });
        var strange = await ClassifyAsync(new { body = new { content = "Quarterly earnings exceeded analysts' forecasts." } });
        Assert.True(strange.GetProperty("outOfScope").GetBoolean());
        Assert.NotEqual(0, strange.GetProperty("intents").GetArrayLength());
        var known = await ClassifyAsync(new { body = new { content = "When should I plant tulips and prune roses?" } });
        Assert.False(known.GetProperty("outOfScope").GetBoolean());
        Assert.Equal("gardening", known.GetProperty("intents")[0].GetProperty("label").GetString());
    }

    [Fact]
    public async Task The_same_examples_give_the_same_confidence_whoever_learns_them()
    {
        await PutAsync(new { categories = new[] { Gardening, Plumbing } });
        var first = (await ClassifyAsync(new { body = new { content = "The hedge drips." } })).GetProperty("category").ToString();
        await PutAsync(new { categories = Array.Empty<object>() });
        await PutAsync(new { categories = new[] { Gardening, Plumbing } });
        Assert.Equal(first, (await ClassifyAsync(new { body = new { content = "The hedge drips." } })).GetProperty("category").ToString());
    }

    [Fact]
    public async Task A_rule_wins_over_everything_built_in_and_says_why()
    {
        await PutAsync(new
        {
            urgencyRules = new object[]
            {
                new { when = new { senders = new[] { "*@vip.example" } }, urgency = "critical" },
                new { when = new { words = new[] { "newsletter", "production is down" } }, urgency = "low" },
                new { when = new { words = new[] { "audit*" }, deadlineWithinHours = 72 }, urgency = "high" },
            },
        });

        var important = await UrgencyAsync("Just saying hello.", "boss@vip.example");
        Assert.Equal("critical", important.GetProperty("label").GetString());
        Assert.Equal("rule 1: sender *@vip.example", important.GetProperty("reasons")[0].GetString());

        var known = await UrgencyAsync("Our production is down, help!", "a@other.example");
        Assert.Equal("low", known.GetProperty("label").GetString());
        Assert.Contains("production is down", known.GetProperty("reasons")[0].GetString(), StringComparison.Ordinal);

        Assert.Equal("rule 3: says \"audit*\", deadline within 72 hours", (await UrgencyAsync("The auditors want it by tomorrow.", "a@other.example")).GetProperty("reasons")[0].GetString());
        Assert.Equal("normal", (await UrgencyAsync("Which day were the auditors here?", "a@vip.example.org")).GetProperty("label").GetString());
    }

    [Theory]
    [InlineData("""{"categories":[{"name":"a","examples":["1","2","3","4","5"]}]}""", "categories")]
    [InlineData("""{"categories":[{"name":"a","examples":["1","2","3","4"]},{"name":"b","examples":["1","2","3","4","5"]}]}""", "categories[0].examples")]
    [InlineData("""{"intents":[{"name":"a","examples":["1","2","3","4","5"]},{"name":"A","examples":["1","2","3","4","5"]}]}""", "intents[1].name")]
    [InlineData("""{"intents":[{"name":" ","examples":["1","2","3","4","5"]},{"name":"A","examples":["1","2","3","4","5"]}]}""", "intents[0].name")]
    [InlineData("""{"intents":[{"name":"a","examples":["1","2","!","4","5"]},{"name":"b","examples":["1","2","3","4","5"]}]}""", "intents[0].examples[2]")]
    [InlineData("""{"intents":[null,{"name":"b","examples":["1","2","3","4","5"]}]}""", "intents[0].name")]
    [InlineData("""{"urgencyRules":[{"when":{"words":["x"]},"urgency":"extreme"}]}""", "urgencyRules[0].urgency")]
    [InlineData("""{"urgencyRules":[{"when":{},"urgency":"high"}]}""", "urgencyRules[0].when")]
    [InlineData("""{"urgencyRules":[null]}""", "urgencyRules[0].urgency")]
    [InlineData("""{"urgencyRules":[{"when":{"senders":["vip"]},"urgency":"high"}]}""", "urgencyRules[0].when.senders[0]")]
    [InlineData("""{"urgencyRules":[{"when":{"words":["!"]},"urgency":"high"}]}""", "urgencyRules[0].when.words[0]")]
    [InlineData("""{"urgencyRules":[{"when":{"deadlineWithinHours":-1},"urgency":"high"}]}""", "urgencyRules[0].when.deadlineWithinHours")]
    public async Task A_wrong_configuration_is_named_by_its_place_and_changes_nothing(string json, string field)
    {
        await PutAsync(new { categories = new[] { Gardening, Plumbing } });
        using var answer = await product.Client.PutAsync("/api/classifications/labels", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
        await ProblemAssert.NamesFieldAsync(answer, field);
        Assert.Equal("gardening", await CategoryOfAsync("Can I plant roses and tulips into heavy soil?"));
    }

    [Fact]
    public async Task More_examples_than_can_be_learned_in_time_are_refused()
    {
        var examples = Enumerable.Range(0, 10_001).Select(number => $"example {number}").ToArray();
        using var answer = await product.Client.PutAsJsonAsync("/api/classifications/labels", new { categories = new[] { new { name = "a", examples }, new { name = "b", examples } } });
        await ProblemAssert.NamesFieldAsync(answer, "categories");
    }

    [Fact]
    public async Task Removing_everything_removes_the_labels()
    {
        await PutAsync(new { categories = new[] { Gardening, Plumbing } });
        var counts = await (await product.Client.DeleteAsync("/api/data")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(1, counts.GetProperty("labels").GetInt32());
        Assert.Equal("billing", await CategoryOfAsync("I was charged twice on the invoice."));
    }

    private async Task PutAsync(object labels)
    {
        using var answer = await product.Client.PutAsJsonAsync("/api/classifications/labels", labels);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string?> CategoryOfAsync(string text) => (await ClassifyAsync(new { body = new { content = text } })).GetProperty("category").GetProperty("label").GetString();

    private async Task<JsonElement> UrgencyAsync(string text, string sender) =>
        (await ClassifyAsync(new { from = new { address = sender }, receivedAt = "2026-11-20T09:00:00Z", body = new { content = text } })).GetProperty("urgency");

    private async Task<JsonElement> ClassifyAsync(object message)
    {
        using var answer = await product.Client.PostAsJsonAsync("/api/classifications", new { messages = new[] { message } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results")[0];
    }
}
