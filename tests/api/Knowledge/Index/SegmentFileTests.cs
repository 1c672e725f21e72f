using OutlookAssist.Knowledge.Index;

namespace OutlookAssist.Tests.Api.Knowledge.Index;

/// <summary>A file is read as it was written or not at all.</summary>
public sealed class SegmentFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("outlookassist-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_saved_is_what_is_loaded()
    {
        var segment = SegmentMergeTests.Segment(3, "the quick brown fox", "jumps over the lazy dog", "überraschende Größe 東京");

        SegmentMergeTests.AssertSame(segment, SegmentFile.Load(SegmentFile.Save(segment, _folder.FullName))!);
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_not_loaded()
    {
        var path = SegmentFile.Save(SegmentMergeTests.Segment(3, "apple pear", "pear quince"), _folder.FullName);
        var bytes = File.ReadAllBytes(path);
        for (var place = 0; place < bytes.Length; place++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[place] ^= 0x41;
            File.WriteAllBytes(path, damaged);
            Assert.Null(SegmentFile.Load(path));
        }
    }

    [Fact]
    public void A_file_cut_anywhere_is_not_loaded()
    {
        var path = SegmentFile.Save(SegmentMergeTests.Segment(3, "apple pear", "pear quince"), _folder.FullName);
        var bytes = File.ReadAllBytes(path);
        for (var length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Null(SegmentFile.Load(path));
        }
    }

    [Fact]
    public void Files_that_a_crash_left_unfinished_are_removed()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "half.unfinished"), "half");

        Assert.Empty(SegmentFile.List(_folder.FullName, tidy: true));
        Assert.Empty(_folder.GetFiles());
    }
}
