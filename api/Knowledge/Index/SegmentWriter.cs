using System.Runtime.InteropServices;

namespace OutlookAssist.Knowledge.Index;

/// <summary>Writes a segment term by term, in ordinal order, each with its passages in ascending order.</summary>
internal sealed class SegmentWriter(string scope, int expectedPostingBytes)
{
    private readonly List<char> _letters = [];
    private readonly List<int> _termEnds = [];
    private readonly List<int> _frequencies = [];
    private readonly List<int> _starts = [];
    private byte[] _bytes = new byte[Math.Max(64, expectedPostingBytes)];
    private int _length;

    // The postings of the term that is being written.
    private int[] _numbers = new int[256];
    private byte[] _impacts = new byte[256];
    private int _count;

    /// <summary>One posting of the next term.</summary>
    public void Add(int number, byte impact)
    {
        if (_count == _numbers.Length)
        {
            Array.Resize(ref _numbers, 2 * _count);
            Array.Resize(ref _impacts, 2 * _count);
        }

        _numbers[_count] = number;
        _impacts[_count++] = impact;
    }

    /// <summary>Ends the term; one without postings is left out.</summary>
    public void EndTerm(ReadOnlySpan<char> term)
    {
        if (_count == 0)
            return;
        _letters.AddRange(term);
        _termEnds.Add(_letters.Count);
        _frequencies.Add(_count);
        _starts.Add(_length);
        var pages = 1;
        for (var index = 1; index < _count; index++)
            pages += _numbers[index] >> PassageSegment.PageBits != _numbers[index - 1] >> PassageSegment.PageBits ? 1 : 0;
        Reserve(2 + (pages * 7) + (_count * 3));
        Put(pages);
        for (var first = 0; first < _count; first = PageEnd(first))
        {
            var end = PageEnd(first);
            Put(_numbers[first] >> PassageSegment.PageBits);
            Put(end - first - 1);
            Put(_impacts.AsSpan(first, end - first).Max());
        }

        for (var first = 0; first < _count; first = PageEnd(first))
            PutPage(first, PageEnd(first));
        _count = 0;
    }

    /// <summary>The finished segment.</summary>
    public PassageSegment Build(PassageRun[] runs) =>
        new(scope, runs, [.. _letters], [.. _termEnds], [.. _frequencies], [.. _starts], _length == _bytes.Length ? _bytes : _bytes.AsSpan(0, _length).ToArray());

    private int PageEnd(int first)
    {
        var page = _numbers[first] >> PassageSegment.PageBits;
        if (_numbers[_count - 1] >> PassageSegment.PageBits == page)
            return _count;
        var end = _numbers.AsSpan(first, _count - first).BinarySearch((page + 1) << PassageSegment.PageBits);
        return first + (end < 0 ? ~end : end);
    }

    private void PutPage(int first, int end)
    {
        var numbers = MemoryMarshal.Cast<byte, ushort>(_bytes.AsSpan(_length, 2 * (end - first)));
        for (var index = first; index < end; index++)
            numbers[index - first] = (ushort)_numbers[index];
        _impacts.AsSpan(first, end - first).CopyTo(_bytes.AsSpan(_length + (2 * (end - first))));
        _length += PostingPages.SizeOf(end - first);
    }

    private void Put(int value)
    {
        MemoryMarshal.Write(_bytes.AsSpan(_length), (ushort)value);
        _length += sizeof(ushort);
    }

    private void Reserve(int more)
    {
        if (_length + more > _bytes.Length)
            Array.Resize(ref _bytes, checked((int)Math.Min(Array.MaxLength, Math.Max(_length + (long)more, _bytes.Length + (_bytes.Length / 2L)))));
    }
}

file static class Spans
{
    public static int Max(this Span<byte> values)
    {
        var highest = 0;
        foreach (var value in values)
            highest = Math.Max(highest, value);
        return highest;
    }
}
