using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>A draft that says something else than we promised before in the thread says so.</summary>
[Collection(DraftingCollection.Name)]
public class BrokenPromisesTests(DraftingProduct product)
{
    private const string Question = "Hello,\n\nwhen does my refund reach my bank account?\n\nAna Ruiz\n\nOn Mon, 2 Nov 2026 at 10:00, ";

    [Theory]
    [InlineData("Support <support@shop.example> wrote:\n> Hello Ana,\n> we will send the refund to your bank account within 2 working days.", true)]
    [InlineData("Support <support@shop.example> wrote:\n> Hello Ana,\n> we will send the refund to your bank account within 5 working days.", false)]
    [InlineData("Support <support@shop.example> wrote:\n> Hello Ana,\n> we will call you within 2 working days.", false)]
    [InlineData("Ana Ruiz <ana@example.com> wrote:\n> Hello,\n> I will send the refund form to your bank account within 2 working days.", false)]
    public async Task Another_number_for_the_same_promise_is_reported_with_it(string before, bool isReported)
    {
        var draft = await product.DraftAsync(Question + before, from: new { name = "Ana Ruiz", address = "ana@example.com" });
        Assert.Contains("5 working days", draft.GetProperty("reply").GetProperty("text").GetString(), StringComparison.Ordinal);
        var warnings = draft.GetProperty("warnings").EnumerateArray().Where(warning => warning.GetProperty("code").GetString() == "contradicts-thread").ToList();
        Assert.Equal(isReported, warnings.Count == 1);
        Assert.All(warnings, warning => Assert.Contains("within 2 working days", warning.GetProperty("passage").GetProperty("text").GetString(), StringComparison.Ordinal));
    }
}
