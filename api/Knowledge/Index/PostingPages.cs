using System.Runtime.InteropServices;

namespace OutlookAssist.Knowledge.Index;

/// <summary>Walks the postings of one term page by page.</summary>
internal struct PostingPages
{
    private const int HeaderSize = 6;

    private readonly byte[] _bytes;
    private readonly int _headers;
    private readonly int _count;
    private int _index;
    private int _offset;

    /// <summary>Stands before the first page of a term.</summary>
    public PostingPages(PassageSegment segment, int term)
    {
        _bytes = segment.Postings;
        var start = segment.PostingStarts[term];
        _count = MemoryMarshal.Read<ushort>(_bytes.AsSpan(start));
        _headers = start + sizeof(ushort);
        _index = -1;
        _offset = _headers + (_count * HeaderSize);
    }

    /// <summary>The page it stands on.</summary>
    public readonly int Page => Header(0);

    /// <summary>The highest impact on the page.</summary>
    public readonly int HighestImpact => Header(4);

    /// <summary>Numbers inside the page, ascending.</summary>
    public readonly ReadOnlySpan<ushort> Numbers => MemoryMarshal.Cast<byte, ushort>(_bytes.AsSpan(_offset, 2 * Count));

    /// <summary>The impact of each number.</summary>
    public readonly ReadOnlySpan<byte> Impacts => _bytes.AsSpan(_offset + (2 * Count), Count);

    private readonly int Count => Header(2) + 1;

    /// <summary>Steps to the next page; false after the last.</summary>
    public bool Next()
    {
        if (_index >= 0)
            _offset += SizeOf(Count);
        return ++_index < _count;
    }

    /// <summary>The bytes that the postings of one page take; even, so that numbers stay aligned.</summary>
    public static int SizeOf(int count) => ((3 * count) + 1) & ~1;

    private readonly int Header(int field) => MemoryMarshal.Read<ushort>(_bytes.AsSpan(_headers + (_index * HeaderSize) + field));
}
