using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OutlookAssist.Knowledge.Index;

/// <summary>The sums of one page of passages while a search adds them up; reused, since a quarter of a megabyte per page is too much to throw away.</summary>
internal sealed class ScoreBoard
{
    [ThreadStatic]
    private static ScoreBoard? _ofThread;

    private readonly int[] _sums = new int[PassageSegment.PageSize];
    private readonly int[] _candidates = new int[PassageSegment.PageSize];
    private int _count;

    /// <summary>The board of this thread; a search uses it without awaiting in between.</summary>
    public static ScoreBoard OfThread => _ofThread ??= new ScoreBoard();

    /// <summary>The passages that may still be among the best, ascending.</summary>
    public ReadOnlySpan<int> Candidates => _candidates.AsSpan(0, _count);

    /// <summary>The sum of a passage so far.</summary>
    public int this[int number] => _sums[number];

    /// <summary>Forgets the sums of the first passages.</summary>
    public void Clear(int passages) => Array.Clear(_sums, 0, passages);

    /// <summary>Adds one term to every passage that holds it.</summary>
    public void AddAll(in PostingPages pages, int weight)
    {
        var numbers = pages.Numbers;
        var impacts = pages.Impacts;
        // A number has 16 bits and the board as many places: no check is needed, and it would cost a third of the time.
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_sums);
        for (var index = 0; index < numbers.Length && index < impacts.Length; index++)
            Unsafe.Add(ref sums, (nint)numbers[index]) += weight * impacts[index];
    }

    /// <summary>Makes those of the first passages candidates whose sum is at least <paramref name="minimum"/>.</summary>
    public void Choose(int passages, int minimum)
    {
        _count = 0;
        var least = new Vector<int>(minimum);
        var index = 0;
        for (; index <= passages - Vector<int>.Count; index += Vector<int>.Count)
        {
            if (Vector.GreaterThanOrEqualAny(new Vector<int>(_sums, index), least))
                Choose(index, index + Vector<int>.Count, minimum);
        }

        Choose(index, passages, minimum);
    }

    /// <summary>Strikes out candidates that are not set in <paramref name="allowed"/>.</summary>
    public void Keep(ReadOnlySpan<ulong> allowed)
    {
        var kept = 0;
        foreach (var number in Candidates)
        {
            _candidates[kept] = number;
            kept += (int)(allowed[number >> 6] >> number) & 1;
        }

        _count = kept;
    }

    /// <summary>Adds one term to the candidates that hold it, and strikes out those whose sum stays below <paramref name="minimum"/>.</summary>
    public void AddToCandidates(in PostingPages pages, int weight, int minimum)
    {
        var numbers = pages.Numbers;
        var impacts = pages.Impacts;
        var (at, kept) = (0, 0);
        for (var index = 0; index < _count; index++)
        {
            var number = _candidates[index];
            at = Seek(numbers, at, number);
            if (at < numbers.Length && numbers[at] == number)
                _sums[number] += weight * impacts[at];
            _candidates[kept] = number;
            kept += _sums[number] >= minimum ? 1 : 0;
        }

        _count = kept;
    }

    /// <summary>The first place from <paramref name="at"/> on that holds <paramref name="number"/> or more: by leaps, then by halving.</summary>
    private static int Seek(ReadOnlySpan<ushort> numbers, int at, int number)
    {
        var (low, leap) = (at, 1);
        while (low + leap < numbers.Length && numbers[low + leap] < number)
        {
            low += leap;
            leap *= 2;
        }

        var high = Math.Min(low + leap, numbers.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = numbers[middle] < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Choose(int from, int to, int minimum)
    {
        for (var index = from; index < to; index++)
        {
            if (_sums[index] >= minimum)
                _candidates[_count++] = index;
        }
    }
}
