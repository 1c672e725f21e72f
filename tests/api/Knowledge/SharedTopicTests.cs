using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

[Collection(ProductCollection.Name)]
public class SharedTopicTests(Product product)
{
    [Fact]
    public async Task Of_two_passages_that_say_as_much_the_one_that_speaks_with_the_words_of_the_best_comes_first()
    {
        // Both hold one word of the question in texts of equal length; only the second speaks of what the best passages speak of.
        await AddAsync("topic-apart", "Crackle is a breakfast cereal with honey, almonds, raisins, oats, barley and a little cinnamon sugar.");
        await AddAsync("topic-shared", "Crackle is a stoneware pattern with feldspar, silica, quenching, cooling, shrinkage and a little kaolin slip.");
        for (var number = 1; number <= 3; number++)
        {
            await AddAsync($"topic-best-{number}", $"Crackle glaze number {number} splits: feldspar, silica and kaolin shrink apart while quenching; slower cooling reduces shrinkage in stoneware.");
        }

        var found = await product.Client.FindDocumentsAsync("Why does a crackle glaze split?", "&tag=set:topic");
        Assert.Equal(["topic-shared", "topic-apart"], found.Where(document => !document.StartsWith("topic-best", StringComparison.Ordinal)));
        Assert.All(found.Take(3), document => Assert.StartsWith("topic-best", document, StringComparison.Ordinal));

        Task AddAsync(string id, string text) =>
            product.Client.AddAsync($"{id}.txt", System.Text.Encoding.UTF8.GetBytes(text), ("documentId", id), ("tags", "set:topic"));
    }
}
