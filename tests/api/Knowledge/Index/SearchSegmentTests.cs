using OutlookAssist.Knowledge.Index;

namespace OutlookAssist.Tests.Api.Knowledge.Index;

/// <summary>The search skips what cannot be among the best; these compare it with one that skips nothing.</summary>
public class SearchSegmentTests
{
    private const int Vocabulary = 300;

    [Theory]
    [InlineData(1, 50, 5)]
    [InlineData(2, 3_000, 10)]
    [InlineData(3, 70_000, 40)]
    [InlineData(4, 140_000, 120)]
    public void The_best_passages_are_those_of_a_search_that_skips_nothing(int seed, int passages, int limit)
    {
        var random = new Random(seed);
        var (segment, holders) = Build(random, passages);
        for (var round = 0; round < 10; round++)
        {
            var allowed = round % 2 == 0 ? null : RandomBits(random, passages);
            WeightedTerm[] terms = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(Vocabulary + 5)).Distinct()
                .Select(term => new WeightedTerm(Word(term), random.Next(1, 14_000)))];

            var top = new TopPassages(limit);
            SearchSegment.Run(segment, allowed, terms, top);

            Assert.Equal(Exhaustive(holders, terms, allowed, limit), top.ToArray());
        }
    }

    [Fact]
    public void Equal_passages_come_in_the_order_of_their_keys()
    {
        var writer = new SegmentWriter("scope", 0);
        for (var number = 0; number < 100; number++)
            writer.Add(number, 7);
        writer.EndTerm("word");
        var segment = writer.Build([new PassageRun(1, 500, 0, 50), new PassageRun(2, 100, 50, 50)]);

        var top = new TopPassages(60);
        SearchSegment.Run(segment, null, [new WeightedTerm("word", 3)], top);

        Assert.Equal(Enumerable.Range(100, 50).Concat(Enumerable.Range(500, 10)).Select(id => new ScoredPassage(id, 21)), top.ToArray());
    }

    private static (PassageSegment Segment, Dictionary<string, List<(int Number, byte Impact)>> Holders) Build(Random random, int passages)
    {
        var holders = new Dictionary<string, List<(int, byte)>>(StringComparer.Ordinal);
        var writer = new SegmentWriter("scope", 0);
        foreach (var word in Enumerable.Range(0, Vocabulary).Select(Word).Order(StringComparer.Ordinal))
        {
            // A few words are everywhere and most are rare, and whole pages have none of them.
            var share = Math.Pow(random.NextDouble(), 4) * 0.5;
            var from = random.Next(3) == 0 ? random.Next(passages) : 0;
            for (var number = from; number < passages; number++)
            {
                if (random.NextDouble() >= share)
                    continue;
                var impact = (byte)random.Next(1, 256);
                writer.Add(number, impact);
                (holders.TryGetValue(word, out var list) ? list : holders[word] = []).Add((number, impact));
            }

            writer.EndTerm(word);
        }

        return (writer.Build([new PassageRun(1, 1, 0, passages)]), holders);
    }

    private static ScoredPassage[] Exhaustive(Dictionary<string, List<(int Number, byte Impact)>> holders, WeightedTerm[] terms, ulong[]? allowed, int limit)
    {
        var sums = new Dictionary<int, int>();
        foreach (var term in terms)
        {
            foreach (var (number, impact) in holders.GetValueOrDefault(term.Stem, []))
                sums[number] = sums.GetValueOrDefault(number) + (term.Weight * impact);
        }

        return [.. sums.Where(sum => allowed is null || ((allowed[sum.Key >> 6] >> sum.Key) & 1) == 1)
            .Select(sum => new ScoredPassage(sum.Key + 1, sum.Value)).Order().Take(limit)];
    }

    private static ulong[] RandomBits(Random random, int passages) => [.. Enumerable.Range(0, (passages + 63) / 64).Select(_ => (ulong)random.NextInt64() & (ulong)random.NextInt64())];

    private static string Word(int number) => $"word{number}";
}
