using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Review;

/// <summary>The list gives every item once, in order, whatever changes between two pages, and only what was asked for.</summary>
public sealed class BrowseReviewTests(BrowseReviewTests.Desk desk) : IClassFixture<BrowseReviewTests.Desk>
{
    private const int Items = 1200;

    [Theory]
    [InlineData("priority")]
    [InlineData("due")]
    [InlineData("newest")]
    [InlineData("oldest")]
    public async Task Every_order_gives_every_item_once(string order)
    {
        var ids = new List<long>();
        string? cursor = null;
        do
        {
            var page = await PageAsync($"order={order}&limit=170{(cursor is null ? "" : $"&cursor={cursor}")}");
            ids.AddRange(Ids(page));
            cursor = page.GetProperty("cursor").GetString();
        }
        while (cursor is not null);
        Assert.Equal(Items - (Items / 10), ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task The_most_urgent_come_first()
    {
        var priorities = (await PageAsync("limit=1000")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("priority").GetInt32()).ToList();
        Assert.Equal(priorities.OrderDescending(), priorities);
    }

    [Theory]
    [InlineData("urgency=critical", Items / 4)]
    [InlineData("category=billing", Items / 3 * 9 / 10)]
    [InlineData("state=approved", Items / 10)]
    [InlineData("state=all", Items)]
    [InlineData("text=sender117@example.com", 1)]
    [InlineData("text=QUESTION 118 about", 1)]
    [InlineData("mine=true", 0)]
    public async Task Filters_give_what_fits(string filter, int count)
    {
        var page = await PageAsync($"limit=1000&{filter}");
        var more = page.GetProperty("cursor").GetString() is { } cursor ? Ids(await PageAsync($"limit=1000&{filter}&cursor={cursor}")).Count() : 0;
        Assert.Equal(count, Ids(page).Count() + more);
    }

    [Fact]
    public async Task Counts_agree_with_the_list()
    {
        var counts = await desk.Product.Client.GetFromJsonAsync<JsonElement>("/api/review/counts");
        Assert.Equal(Items - (Items / 10), counts.GetProperty("open").GetInt32());
        Assert.Equal(Items / 10, counts.GetProperty("decided").GetProperty("approved").GetInt32());
        Assert.Equal(counts.GetProperty("open").GetInt32(), counts.GetProperty("byUrgency").EnumerateObject().Sum(urgency => urgency.Value.GetInt32()));
    }

    [Theory]
    [InlineData("state=lost", "state")]
    [InlineData("order=random", "order")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("cursor=abc", "cursor")]
    public async Task What_makes_no_sense_is_refused_by_name(string query, string field)
    {
        using var answer = await desk.Product.Client.GetAsync($"/api/review?{query}");
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    private Task<JsonElement> PageAsync(string query) => desk.Product.Client.GetFromJsonAsync<JsonElement>($"/api/review?{query}");

    private static IEnumerable<long> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64());

    /// <summary>A product with many items of every kind.</summary>
    public sealed class Desk : IAsyncLifetime
    {
        private static readonly string[] Urgencies = ["critical", "high", "normal", "low"];
        private static readonly string[] Categories = ["billing", "support", "returns"];

        /// <summary>The product.</summary>
        public Product Product { get; } = new();

        /// <inheritdoc />
        public async Task InitializeAsync()
        {
            await Product.InitializeAsync();
            await ReviewDesk.FillAsync(Product, "local", Items, (item, index) =>
            {
                item.Urgency = Urgencies[index % Urgencies.Length];
                item.Category = Categories[index % Categories.Length];
                item.Priority = index * 7 % 50;
                item.DueTicks = index % 3 == 0 ? null : ReviewDesk.Now.Ticks + (index * 13 % 400 * TimeSpan.TicksPerHour);
                if (index % 10 == 5)
                {
                    (item.State, item.DecidedTicks) = (OutlookAssist.Review.ReviewState.Approved, ReviewDesk.Now.Ticks);
                }
            });
        }

        /// <inheritdoc />
        public Task DisposeAsync() => Product.DisposeAsync();
    }
}
