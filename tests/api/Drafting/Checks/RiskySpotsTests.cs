using OutlookAssist.Drafting.Checks;

namespace OutlookAssist.Tests.Api.Drafting.Checks;

/// <summary>What deserves a second look is marked where it stands.</summary>
public class RiskySpotsTests
{
    [Theory]
    [InlineData("A refund of 1,250.50 euros reaches you by Friday.", "en", "policy:refund|number:1,250.50 euros|date:Friday")]
    [InlineData("It arrives on 12 May 2026 at 17:30.", "en", "date:12 May 2026|date:17:30")]
    [InlineData("It arrives on 2026-05-12, not on 12.5.2026.", "en", "date:2026-05-12|date:12.5.2026")]
    [InlineData("The bicycle Amsel is sold by Ana Ruiz.", "en", "name:Amsel|name:Ana Ruiz")]
    [InlineData("Order A-1234X is on its way.", "en", "name:A-1234X")]
    [InlineData("Wir erstatten den Preis innerhalb von sechs Werktagen.", "de", "policy:Wir erstatten|number:sechs")]
    [InlineData("Bring your own bag.", "en", "")]
    public void Numbers_dates_names_and_policies_are_found(string text, string language, string expected) =>
        Assert.Equal(expected, string.Join('|', RiskySpots.In(text, "cited", language).Select(spot => $"{spot.Kind}:{text[spot.Start..spot.End]}")));

    [Fact]
    public void A_sentence_without_a_source_is_a_spot_as_a_whole()
    {
        var spots = RiskySpots.In("It costs 5 euros.", "unsupported", "en");
        Assert.Equal(["unsupported", "number"], spots.Select(spot => spot.Kind));
        Assert.Equal((0, 17), (spots[0].Start, spots[0].End));
    }

    [Theory]
    [InlineData("courtesy")]
    [InlineData("slot")]
    public void Our_own_words_have_none(string support) => Assert.Empty(RiskySpots.In("Hello Ana, on 12 May.", support, "en"));
}
