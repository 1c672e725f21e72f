using OutlookAssist.Drafting.Checks;
using OutlookAssist.Knowledge;

namespace OutlookAssist.Drafting.Composers;

/// <summary>A sentence of a found passage as a candidate for an answer.</summary>
internal sealed class AnswerSentence
{
    private const int Shortest = 15;
    private const int Longest = 600;
    private const int MostItems = 8;

    /// <summary>A further sentence must say this much of what the first one says about the question, or it is noise.</summary>
    private const double WorthSaying = 0.3;

    /// <summary>A word that an earlier sentence already said counts this much again.</summary>
    private const double RepeatedShare = 0.35;

    private const double WholeShare = 1.1;
    private const double FragmentShare = 0.8;
    private const double WordsOfAPatientReader = 60;

    private readonly FoundPassage _found;
    private readonly int _place;
    private readonly int[] _terms;
    private readonly string _quote;

    private AnswerSentence(FoundPassage found, int place)
    {
        var sentences = found.Analysis.Sentences;
        _found = found;
        _place = place;
        var last = LastItem(found, place);
        _terms = [.. sentences[place..(last + 1)].SelectMany(sentence => sentence.Terms)];
        _quote = WithoutBullet(found.Passage.Text[sentences[place].Start..(sentences[last].Start + sentences[last].Length)]);
    }

    private bool IsUsable => _quote.Length is >= Shortest and <= Longest && !_quote.EndsWith('?') && !IsHeading;

    private bool IsUnfit => InjectionSigns.In(_quote) || LinksIn.AreMarkup(_quote);

    private bool IsHeading => !EndsLikeASentence(_quote) && HeadingPath.Innermost(_found.Passage.Heading).Equals(_quote, StringComparison.Ordinal);

    /// <summary>Picks up to <paramref name="count"/> sentences that together say most of what is asked, in reading order, and marks the words they cover.</summary>
    public static List<Quotation> Choose(QueryTerms query, List<FoundPassage> page, int count, bool[] covered)
    {
        var candidates = page.SelectMany(found => Enumerable.Range(0, found.Analysis.Sentences.Length).Select(place => new AnswerSentence(found, place)))
            .Where(candidate => candidate.IsUsable).ToList();
        var picked = new List<AnswerSentence>();
        var enough = 0.0;
        while (picked.Count < count && candidates.Count > 0)
        {
            var best = candidates.MaxBy(candidate => candidate.Score(query, covered, page[0], picked))!;
            var score = best.Score(query, covered, page[0], picked);
            if (score <= enough)
            {
                break;
            }

            if (best.IsUnfit)
            {
                // What was written to be obeyed or clicked says nothing about the matter.
                candidates.Remove(best);
                continue;
            }

            enough = Math.Max(enough, WorthSaying * score);

            picked.Add(best);
            candidates.RemoveAll(candidate => candidate == best || best._quote.Contains(candidate._quote, StringComparison.Ordinal));
            foreach (var index in best.Indexes(query))
            {
                covered[index] = true;
            }
        }

        return [.. picked.OrderBy(sentence => sentence._found.Passage.Partition).ThenBy(sentence => sentence._place)
            .Select(sentence => new Quotation(sentence._found, sentence._quote))];
    }

    private double Score(QueryTerms query, bool[] covered, FoundPassage best, List<AnswerSentence> picked)
    {
        var score = _terms.Where(key => query.IndexOf(key) >= 0).GroupBy(query.IndexOf)
            .Sum(word => word.Max(query.ShareOf) * query.Weights[word.Key] * (covered[word.Key] ? RepeatedShare : 1));
        return score * (1 - picked.Select(Likeness).DefaultIfEmpty().Max()) * (_found.Score / best.Score) * (EndsLikeASentence(_quote) ? WholeShare : FragmentShare) / (1 + (_terms.Length / WordsOfAPatientReader));
    }

    /// <summary>The share of its words that another sentence has already said, 0…1.</summary>
    private double Likeness(AnswerSentence said) => _terms.Length == 0 ? 1 : _terms.Count(said._terms.Contains) / (double)_terms.Length;

    private IEnumerable<int> Indexes(QueryTerms query) => _terms.Where(query.Shows).Select(query.IndexOf).Where(index => index >= 0).Distinct();

    /// <summary>A sentence that ends in a colon says nothing without the items under it.</summary>
    private static int LastItem(FoundPassage found, int place)
    {
        var sentences = found.Analysis.Sentences;
        string TextOf(int index) => found.Passage.Text.Substring(sentences[index].Start, sentences[index].Length).TrimEnd();
        if (!TextOf(place).EndsWith(':'))
        {
            return place;
        }

        var last = place;
        while (last + 1 < sentences.Length && last - place < MostItems && sentences[last + 1].Start + sentences[last + 1].Length - sentences[place].Start <= Longest && !TextOf(last + 1).EndsWith(':'))
        {
            last++;
        }

        return last;
    }

    private static bool EndsLikeASentence(string text) => text.Length > 0 && ".!;。！".Contains(text[^1], StringComparison.Ordinal);

    /// <summary>The bullet or number in front is layout and not words.</summary>
    private static string WithoutBullet(string sentence)
    {
        var start = 0;
        while (start < sentence.Length && (char.IsWhiteSpace(sentence[start]) || "•·▪●○◦*–—-".Contains(sentence[start], StringComparison.Ordinal)))
        {
            start++;
        }

        return sentence[start..].Trim();
    }
}
