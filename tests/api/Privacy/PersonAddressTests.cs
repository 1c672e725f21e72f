using OutlookAssist.Privacy;

namespace OutlookAssist.Tests.Api.Privacy;

public class PersonAddressTests
{
    [Theory]
    [InlineData("ana@example.com", "ana@example.com")]
    [InlineData("  Ana.Ruiz+Shop@Example.COM ", "ana.ruiz+shop@example.com")]
    [InlineData("jörg@bücher.example", "jörg@bücher.example")]
    [InlineData("o'neill@mail.example.co.uk", "o'neill@mail.example.co.uk")]
    public void One_address_is_read_in_lower_case(string text, string expected)
    {
        Assert.True(PersonAddress.TryRead(text, out var address));
        Assert.Equal(expected, address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("ana@")]
    [InlineData("@example.com")]
    [InlineData("ana@example")]
    [InlineData("ana ruiz@example.com")]
    [InlineData("Ana <ana@example.com>")]
    [InlineData("ana@example.com, bob@example.com")]
    [InlineData("*@example.com")]
    [InlineData("ana@exa mple.com")]
    [InlineData("ana@-example.com")]
    [InlineData("ana@example..com")]
    [InlineData("ana\n@example.com")]
    public void Anything_else_is_not_an_address(string? text) => Assert.False(PersonAddress.TryRead(text, out _));

    [Fact]
    public void An_address_of_a_thousand_letters_is_none() => Assert.False(PersonAddress.TryRead(new string('a', 1000) + "@example.com", out _));

    [Theory]
    [InlineData("Write to ana@example.com.", true)]
    [InlineData("<Ana@Example.com>", true)]
    [InlineData("mailto:ana@example.com?subject=x", true)]
    [InlineData("mariana@example.com", false)]
    [InlineData("the.ana@example.com", false)]
    [InlineData("ana@example.com.mx", false)]
    [InlineData("ana@example.community", false)]
    [InlineData("mariana@example.com and ana@example.com", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void It_is_found_as_a_whole_and_not_as_a_piece_of_another(string? text, bool expected) => Assert.Equal(expected, PersonAddress.IsIn(text, "ana@example.com"));

    [Fact]
    public void It_is_found_in_json_however_that_is_escaped()
    {
        Assert.True(PersonAddress.IsInJson("""{"a":["\u003Cana@example.com\u003E"]}""", "ana@example.com"));
        Assert.True(PersonAddress.IsInJson("""{"a":{"b":"j\u00F6rg@b\u00FCcher.example"}}""", "jörg@bücher.example"));
        Assert.False(PersonAddress.IsInJson("""{"ana@example.com":"mariana@example.com"}""", "ana@example.com"));
    }

    [Fact]
    public void A_mask_takes_its_place() =>
        Assert.Equal("mariana@example.com [a] and [a].", PersonAddress.Without("mariana@example.com ana@example.com and ANA@example.com.", "ana@example.com", "[a]"));
}
