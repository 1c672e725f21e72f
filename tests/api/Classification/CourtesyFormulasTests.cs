using OutlookAssist.Classification;

namespace OutlookAssist.Tests.Api.Classification;

public sealed class CourtesyFormulasTests
{
    [Theory]
    [InlineData("I hope you are well.\nThe invoice is wrong.", "\nThe invoice is wrong.")]
    [InlineData("Hope you are well, the invoice is wrong.", " the invoice is wrong.")]
    [InlineData("I hope you are well and can correct the invoice.", " and can correct the invoice.")]
    [InlineData("Please correct it, thanks in advance!", "Please correct it,")]
    [InlineData("The pump leaks. Thank you very much in advance for your kind attention.", "The pump leaks.")]
    [InlineData("Ich hoffe, es geht Ihnen gut. Die Pumpe leckt. Vielen Dank im Voraus.", " Die Pumpe leckt.")]
    [InlineData("La pompe fuit.\nMerci d'avance", "La pompe fuit.\n")]
    [InlineData("Thank you so much for your quick help, it works now!", "Thank you so much for your quick help, it works now!")]
    [InlineData("After three broken pumps you can imagine that I hope you are well aware of this.", "After three broken pumps you can imagine that I hope you are well aware of this.")]
    [InlineData("Thanks in advance!", "Thanks in advance!")]
    [InlineData("", "")]
    public void Only_what_is_merely_polite_goes(string text, string rest) => Assert.Equal(rest, CourtesyFormulas.Remove(text));

    [Fact]
    public void A_megabyte_of_courtesy_is_read_in_bounds()
    {
        Assert.NotNull(CourtesyFormulas.Remove(string.Concat(Enumerable.Repeat("thanks in advance ", 50_000))));
        Assert.NotNull(CourtesyFormulas.Remove(string.Concat(Enumerable.Repeat("I hope you are well. ", 50_000))));
    }
}
