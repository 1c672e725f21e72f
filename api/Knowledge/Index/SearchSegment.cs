namespace OutlookAssist.Knowledge.Index;

/// <summary>Finds the best passages of one segment: exact, but without touching what cannot be among the best (MaxScore, page by page).</summary>
internal static class SearchSegment
{
    /// <summary>Offers the best passages to <paramref name="top"/>.</summary>
    /// <param name="segment">Where to look.</param>
    /// <param name="allowed">One bit for each passage that may be found; null for all.</param>
    /// <param name="terms">What to look for, each with the weight of its rarity.</param>
    /// <param name="top">Takes the best.</param>
    public static void Run(PassageSegment segment, ulong[]? allowed, IReadOnlyList<WeightedTerm> terms, TopPassages top)
    {
        var lists = Open(segment, terms);
        var page = new PageTerm[lists.Count];
        for (var number = 0; number << PassageSegment.PageBits < segment.Passages; number++)
        {
            var count = 0;
            foreach (var list in lists)
            {
                if (list.StandsAt(number))
                    page[count++] = new PageTerm(list.Pages, list.Weight, list.Weight * list.Pages.HighestImpact);
            }

            RunPage(segment, number, allowed, page.AsSpan(0, count), top);
        }
    }

    private static void RunPage(PassageSegment segment, int page, ulong[]? allowed, Span<PageTerm> terms, TopPassages top)
    {
        // Weakest first: the weak terms that together cannot lift a passage to the threshold need not be read for passages that no other term names.
        terms.Sort((left, right) => left.Bound.CompareTo(right.Bound));
        Span<int> bounds = stackalloc int[terms.Length + 1];
        for (var index = 0; index < terms.Length; index++)
            bounds[index + 1] = bounds[index] + terms[index].Bound;
        if (bounds[^1] < top.Threshold)
            return;
        var weak = 0;
        while (bounds[weak + 1] < top.Threshold)
            weak++;

        var first = page << PassageSegment.PageBits;
        var passages = Math.Min(PassageSegment.PageSize, segment.Passages - first);
        var board = ScoreBoard.OfThread;
        board.Clear(passages);
        for (var index = weak; index < terms.Length; index++)
            board.AddAll(terms[index].Pages, terms[index].Weight);
        board.Choose(passages, Math.Max(1, top.Threshold - bounds[weak]));
        if (allowed is not null)
            board.Keep(allowed.AsSpan(first >> 6, (passages + 63) >> 6));
        for (var index = weak - 1; index >= 0; index--)
            board.AddToCandidates(terms[index].Pages, terms[index].Weight, top.Threshold - bounds[index]);
        foreach (var number in board.Candidates)
        {
            if (board[number] >= top.Threshold)
                top.Offer(board[number], segment, first + number);
        }
    }

    private static List<TermList> Open(PassageSegment segment, IReadOnlyList<WeightedTerm> terms)
    {
        var lists = new List<TermList>(terms.Count);
        foreach (var term in terms)
        {
            if (segment.Find(term.Stem) is >= 0 and var place)
                lists.Add(new TermList(new PostingPages(segment, place), term.Weight));
        }

        return lists;
    }

    private readonly record struct PageTerm(PostingPages Pages, int Weight, int Bound);

    private sealed class TermList
    {
        private PostingPages _pages;
        private bool _ended;

        public TermList(PostingPages pages, int weight)
        {
            _ended = !pages.Next();
            _pages = pages;
            Weight = weight;
        }

        public PostingPages Pages => _pages;

        public int Weight { get; }

        public bool StandsAt(int page)
        {
            while (!_ended && _pages.Page < page)
                _ended = !_pages.Next();
            return !_ended && _pages.Page == page;
        }
    }
}

/// <summary>A term and the weight of its rarity (see <see cref="Rarity"/>).</summary>
internal readonly record struct WeightedTerm(string Stem, int Weight);
