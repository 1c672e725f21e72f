using OutlookAssist.Drafting;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>How far a draft was changed is counted in words.</summary>
public class EditedShareTests
{
    [Theory]
    [InlineData("It costs 19 euros.", "It costs 19 euros.", 0)]
    [InlineData("It costs 19 euros.", "It  costs\n19 euros.", 0)]
    [InlineData("It costs 19 euros.", "It costs 21 euros.", 0.25)]
    [InlineData("It costs 19 euros.", "It costs 19 euros. Call us any time.", 0.5)]
    [InlineData("It costs 19 euros.", "", 1)]
    [InlineData("", "", 0)]
    [InlineData("one two", "three four", 1)]
    public void Words_taken_out_put_in_or_replaced_count(string draft, string final, double share) => Assert.Equal(share, EditedShare.Of(draft, final));
}
