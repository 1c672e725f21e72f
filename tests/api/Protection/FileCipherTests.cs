using System.Security.Cryptography;
using OutlookAssist.Http;
using OutlookAssist.Protection;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Protection;

/// <summary>A sealed file can be read from anywhere, and shows when a piece of it is changed, moved, missing or cut off.</summary>
public sealed class FileCipherTests : IDisposable
{
    private const string Place = "documents/one";
    private readonly TemporaryFolder _folder = new();
    private readonly SealingKeys _keys;

    public FileCipherTests() => _keys = new SealingKeys(_folder.Path);

    private string FilePath => Path.Combine(_folder.Path, "file");

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(FileCipher.PieceLength - 1)]
    [InlineData(FileCipher.PieceLength)]
    [InlineData(FileCipher.PieceLength + 1)]
    [InlineData((3 * FileCipher.PieceLength) + 17)]
    public async Task It_reads_as_it_was_written_from_any_position(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        await SealAsync(plain);
        await using var opened = _keys.Files.Open("a", Place, FilePath);
        Assert.Equal(length, opened.Length);
        Assert.Equal(plain, await WholeAsync(opened));
        var positions = new Random(7);
        for (var times = 0; times < 50 && length > 0; times++)
        {
            var start = positions.Next(length);
            var piece = new byte[Math.Min(positions.Next(1, 100_000), length - start)];
            opened.Position = start;
            await opened.ReadExactlyAsync(piece);
            Assert.True(piece.AsSpan().SequenceEqual(plain.AsSpan(start, piece.Length)));
        }

        opened.Position = length + 5;
        Assert.Equal(0, await opened.ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task What_is_on_the_disk_shows_nothing_of_it()
    {
        var plain = "The windmill turns left. "u8.ToArray();
        await SealAsync([.. Enumerable.Repeat(plain, 10_000).SelectMany(bytes => bytes)]);
        Assert.Equal(-1, (await File.ReadAllBytesAsync(FilePath)).AsSpan().IndexOf("windmill"u8));
    }

    [Theory]
    [InlineData("b", Place)]
    [InlineData("a", "documents/two")]
    public async Task A_file_in_the_place_of_another_does_not_open(string organisation, string place)
    {
        await SealAsync("text"u8.ToArray());
        _keys.Keys.Newest("b");
        Assert.Equal("content-damaged", Assert.Throws<DamagedException>(() => _keys.Files.Open(organisation, place, FilePath)).Code);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_does_not_open_wherever_it_was_cut()
    {
        await SealAsync(RandomNumberGenerator.GetBytes((2 * FileCipher.PieceLength) + 100));
        var whole = await File.ReadAllBytesAsync(FilePath);
        const int piece = FileCipher.PieceLength + FileCipher.TagLength;
        foreach (var length in new[] { 0, 10, FileCipher.HeaderLength, FileCipher.HeaderLength + 5, FileCipher.HeaderLength + piece, FileCipher.HeaderLength + (2 * piece), whole.Length - 1 })
        {
            await File.WriteAllBytesAsync(FilePath, whole[..length]);
            Assert.Equal("content-damaged", Assert.Throws<DamagedException>(() => _keys.Files.Open("a", Place, FilePath)).Code);
        }

        await File.WriteAllBytesAsync(FilePath, [.. whole, 0]);
        Assert.Throws<DamagedException>(() => _keys.Files.Open("a", Place, FilePath));
    }

    [Fact]
    public async Task A_piece_that_was_changed_or_swapped_with_another_is_never_given_out()
    {
        await SealAsync(RandomNumberGenerator.GetBytes((3 * FileCipher.PieceLength) + 100));
        var whole = await File.ReadAllBytesAsync(FilePath);
        const int piece = FileCipher.PieceLength + FileCipher.TagLength;
        foreach (var at in new[] { 5, 20, FileCipher.HeaderLength, FileCipher.HeaderLength + piece + 7, FileCipher.HeaderLength + piece - 1, whole.Length - 1 })
        {
            var changed = whole.ToArray();
            changed[at] ^= 4;
            await RefusedAsync(changed);
        }

        var swapped = whole.ToArray();
        whole.AsSpan(FileCipher.HeaderLength, piece).CopyTo(swapped.AsSpan(FileCipher.HeaderLength + piece));
        whole.AsSpan(FileCipher.HeaderLength + piece, piece).CopyTo(swapped.AsSpan(FileCipher.HeaderLength));
        await RefusedAsync(swapped);
        await RefusedAsync([.. whole.AsSpan(0, FileCipher.HeaderLength), .. whole.AsSpan(FileCipher.HeaderLength + piece)]);
    }

    [Fact]
    public async Task A_file_whose_writing_was_not_completed_does_not_open()
    {
        await using (var target = File.Create(FilePath))
        await using (var sealing = _keys.Files.Seal("a", Place, target))
        {
            await sealing.WriteAsync(new byte[(2 * FileCipher.PieceLength) + 5]);
        }

        Assert.Throws<DamagedException>(() => _keys.Files.Open("a", Place, FilePath));
    }

    private async Task RefusedAsync(byte[] changed)
    {
        await File.WriteAllBytesAsync(FilePath, changed);
        await Assert.ThrowsAsync<DamagedException>(async () =>
        {
            await using var opened = _keys.Files.Open("a", Place, FilePath);
            await WholeAsync(opened);
        });
    }

    private async Task SealAsync(byte[] plain)
    {
        await using var target = File.Create(FilePath);
        await using var sealing = _keys.Files.Seal("a", Place, target);
        await sealing.WriteAsync(plain);
        await sealing.CompleteAsync(CancellationToken.None);
    }

    private static async Task<byte[]> WholeAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
