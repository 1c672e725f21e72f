using System.Text;
using OutlookAssist.Http;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Protection;

/// <summary>What was sealed opens at its own place only, and any change of it is noticed.</summary>
public sealed class ContentCipherTests : IDisposable
{
    private const string Mail = "Dear Ms Okafor, your parcel is at the depot.";
    private readonly TemporaryFolder _folder = new();
    private readonly SealingKeys _keys;

    public ContentCipherTests() => _keys = new SealingKeys(_folder.Path);

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData(Mail)]
    [InlineData("Zażółć gęślą jaźń 🙂")]
    public void What_was_sealed_opens_at_its_place_and_shows_nothing_of_itself(string text)
    {
        var kept = _keys.Cipher.SealText("a", "Drafts/Content/1", text);
        Assert.Equal(text, _keys.Cipher.OpenText("a", "Drafts/Content/1", kept));
        Assert.NotEqual(kept, _keys.Cipher.SealText("a", "Drafts/Content/1", text));
        Assert.True(text.Length < 2 || !Encoding.Latin1.GetString(Convert.FromBase64String(kept)).Contains(text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("b", "Drafts/Content/1")]
    [InlineData("a", "Drafts/Content/2")]
    [InlineData("a", "Drafts/FinalText/1")]
    [InlineData("a", "KnowledgeGaps/Content/1")]
    [InlineData("aD", "rafts/Content/1")]
    public void What_was_moved_to_another_row_column_table_or_organisation_does_not_open(string organisation, string place)
    {
        var kept = _keys.Cipher.Seal("a", "Drafts/Content/1", Encoding.UTF8.GetBytes(Mail));
        _keys.Cipher.Seal("b", "Drafts/Content/1", Encoding.UTF8.GetBytes(Mail));
        _keys.Cipher.Seal("aD", "Drafts/Content/1", Encoding.UTF8.GetBytes(Mail));
        Assert.Equal("content-damaged", Assert.Throws<DamagedException>(() => _keys.Cipher.Open(organisation, place, kept)).Code);
    }

    [Fact]
    public void A_flip_of_any_single_bit_is_noticed()
    {
        var kept = _keys.Cipher.Seal("a", "Drafts/Content/1", Encoding.UTF8.GetBytes(Mail));
        for (var bit = 0; bit < kept.Length * 8; bit++)
        {
            var changed = kept.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            var failure = Assert.Throws<DamagedException>(() => _keys.Cipher.Open("a", "Drafts/Content/1", changed));
            Assert.Equal(bit is >= 8 and < 40 ? "content-key-missing" : "content-damaged", failure.Code);
        }
    }

    [Fact]
    public void What_was_cut_short_or_made_longer_does_not_open()
    {
        var kept = _keys.Cipher.Seal("a", "Drafts/Content/1", Encoding.UTF8.GetBytes(Mail));
        for (var length = 0; length < kept.Length; length++)
        {
            Assert.Throws<DamagedException>(() => _keys.Cipher.Open("a", "Drafts/Content/1", kept.AsSpan(0, length)));
        }

        Assert.Throws<DamagedException>(() => _keys.Cipher.Open("a", "Drafts/Content/1", [.. kept, 0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dear Ms Okafor")]
    [InlineData("RGVhciBNcyBPa2Fmb3I=")]
    public void A_text_that_was_never_sealed_is_not_taken_for_one(string plain) =>
        Assert.Equal("content-damaged", Assert.Throws<DamagedException>(() => _keys.Cipher.OpenText("a", "Drafts/Content/1", plain)).Code);

    [Fact]
    public void A_newer_key_seals_and_the_older_one_still_opens()
    {
        var old = _keys.Cipher.SealText("a", "Drafts/Content/1", Mail);
        _keys.Keys.Make("a");
        var young = _keys.Cipher.SealText("a", "Drafts/Content/1", Mail);
        Assert.Equal(Mail, _keys.Cipher.OpenText("a", "Drafts/Content/1", old));
        Assert.Equal(Mail, _keys.Cipher.OpenText("a", "Drafts/Content/1", young));
        Assert.Equal((1, 2), (Convert.FromBase64String(old)[4], Convert.FromBase64String(young)[4]));
    }
}
