using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Classification;
using OutlookAssist.Data;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Knowledge;

namespace OutlookAssist.Drafting.SavedReplies;

/// <summary>Offers saved replies as passages beside those of documents: filled in for this mail, judged by the same words, cited by their name.</summary>
internal sealed class SavedReplySource(OutlookAssistDatabase database)
{
    private const string Prefix = "saved-reply:";
    private const int MostCompiled = 2_000;
    private const int MostSentences = 40;

    // A template is read once for each of its versions.
    private static readonly ConcurrentDictionary<(string Id, long Version), ReplyTemplate?> Compiled = new();

    /// <summary>Whether a passage is a saved reply.</summary>
    public static bool Is(Passage passage) => passage.DocumentId.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether a sentence of a saved reply has a place that nobody could fill in for the person.</summary>
    public static bool HasOpenPlace(Passage passage, string text) => Is(passage) && ReplyValues.Names.Any(name => text.Contains(ReplyValues.OpenPlace(name), StringComparison.Ordinal));

    /// <summary>All of a saved reply, sentence by sentence.</summary>
    public static IReadOnlyList<Quotation> Whole(FoundPassage found) =>
        [.. found.Analysis.Sentences.Take(MostSentences).Select(sentence => new Quotation(found, found.Passage.Text.Substring(sentence.Start, sentence.Length).Trim())).Where(quotation => quotation.Quote.Length > 0)];

    /// <summary>The findings with the saved replies that answer a question put in front, better ones first.</summary>
    public async Task<IReadOnlyList<(MailRequest Request, KnowledgeFindings Findings)>> AddAsync(
        IReadOnlyList<(MailRequest Request, KnowledgeFindings Findings)> questions, string organisation, string language, Func<IReadOnlyDictionary<string, string>> values, CancellationToken cancellation)
    {
        if (questions.Count == 0)
        {
            return questions;
        }

        var primary = language.Split('-')[0];
        var replies = await database.Set<SavedReply>().AsNoTracking().Where(reply => reply.Organisation == organisation && reply.Language == primary).OrderBy(reply => reply.Name).ToListAsync(cancellation);
        if (replies.Count == 0)
        {
            return questions;
        }

        var known = values();
        var candidates = replies.Select((reply, index) => PassageOf(reply, index, known)).OfType<AnalyzedPassage>().ToList();
        return [.. questions.Select(question => (question.Request, question.Findings with { Passages = Merge(question.Findings, candidates) }))];
    }

    private static IReadOnlyList<FoundPassage> Merge(KnowledgeFindings findings, List<AnalyzedPassage> candidates)
    {
        var fitting = RankPassages.Rank(findings.Query, candidates).Where(found => found.Relevance >= AnswerSelection.EnoughRelevance).ToList();
        if (fitting.Count == 0)
        {
            return findings.Passages;
        }

        // Somebody wrote it for exactly this question: it goes before a document that speaks of the same.
        var best = findings.Passages.Count == 0 ? 0 : findings.Passages[0].Score;
        var lift = Math.Max(0, best - fitting[0].Score) + double.Epsilon;
        return [.. fitting.Select(found => found with { Score = found.Score + lift }), .. findings.Passages];
    }

    private static AnalyzedPassage? PassageOf(SavedReply reply, int index, IReadOnlyDictionary<string, string> values)
    {
        if (Compiled.Count > MostCompiled)
        {
            Compiled.Clear();
        }

        var template = Compiled.GetOrAdd((reply.Id, reply.ChangedTicks), _ => ReplyTemplate.Read(reply.Text, out var _));
        return template?.Fill(values) is { Length: > 0 } text
            ? AnalyzedPassage.Of(new Passage(-1 - index, Prefix + reply.Id, reply.Name, reply.Name, reply.Language, 0, null, null, reply.Questions.ReplaceLineEndings(" "), text, 0))
            : null;
    }
}
