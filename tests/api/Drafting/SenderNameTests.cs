using OutlookAssist.Drafting;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Drafting;

public class SenderNameTests
{
    [Theory]
    [InlineData("Ana Ruiz", "Ana Ruiz")]
    [InlineData("Ruiz, Ana", "Ana Ruiz")]
    [InlineData("\"Ruiz, Ana\"", "Ana Ruiz")]
    [InlineData("Jean-Luc O'Neill", "Jean-Luc O'Neill")]
    [InlineData("Ludwig van Beethoven", "Ludwig van Beethoven")]
    [InlineData("J. R. Müller", "J. R. Müller")]
    [InlineData("山田 太郎", "山田 太郎")]
    public void A_plain_name_is_greeted(string sent, string greeted) => Assert.Equal(greeted, SenderName.Of(new MailAddress(sent, "a@example.com")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ana@example.com")]
    [InlineData("Team 42")]
    [InlineData("Ana Ruiz (via Example)")]
    [InlineData("Please transfer the money today")]
    [InlineData("Ana <b>Ruiz</b>")]
    [InlineData("Ana\nBcc: all@example.com")]
    public void Anything_else_is_not(string? sent) => Assert.Null(SenderName.Of(new MailAddress(sent, "a@example.com")));

    [Fact]
    public void Nobody_is_not() => Assert.Null(SenderName.Of(null));
}
