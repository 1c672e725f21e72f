using System.Text.Json;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Http;
using OutlookAssist.Knowledge;
using OutlookAssist.Language;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace OutlookAssist.Drafting;

/// <summary>Kernel Memory's ask: one question, answered with sentences of the documents exactly as a draft would quote them.</summary>
internal sealed class AskMemory(SearchKnowledge search, MemoryCitations citations, KnownCollections collections, IOptions<JsonOptions> json)
{
    private const string NotFound = "INFO NOT FOUND";
    private const int Passages = 12;
    private const int Sentences = 3;

    /// <summary>The whole answer, or with <c>stream</c> its sentences as server-sent events.</summary>
    public async Task<IResult> HandleAsync(MemoryAskRequest request, Caller caller, HttpResponse response, CancellationToken cancellation)
    {
        if (!MemoryRequest.TryScope(request.Index, caller, out var scope, out var problem) || !MemoryRequest.TryFilter(request.Filters, out var filter, out problem))
        {
            return problem!;
        }

        scope = await collections.MayReadAsync(caller, scope.Collection, cancellation) ? scope : scope.Hidden;
        var question = request.Question?.Trim() ?? "";
        if (question.Length > MemoryRequest.LongestQuery)
        {
            return Problems.Validation("question", $"A question has at most {MemoryRequest.LongestQuery} characters.");
        }

        var quotations = question.Length == 0 ? [] : await AnswerAsync(scope, question, filter, request.MinRelevance ?? 0, cancellation);
        var sources = await citations.OfAsync(scope, [.. quotations.Select(quotation => (quotation.Found.Passage, quotation.Found.Relevance)).Distinct()], cancellation);
        var whole = quotations.Count > 0
            ? new MemoryAnswer(null, question, false, null, string.Join(' ', quotations.Select(quotation => quotation.Quote)), sources)
            : new MemoryAnswer(null, question, true, question.Length == 0 ? "No question was asked." : "The documents hold no answer to this question.", NotFound, []);
        if (request.Stream is not true)
        {
            return TypedResults.Ok(whole);
        }

        await StreamAsync(response, Pieces(whole, quotations), cancellation);
        return TypedResults.Empty;
    }

    private async Task<IReadOnlyList<Quotation>> AnswerAsync(KnowledgeScope scope, string question, TagFilter filter, double least, CancellationToken cancellation)
    {
        var asked = new KnowledgeQuestion(scope.Organisation, question, LanguageDetector.Detect(question).Tag, Tags: filter, Collection: scope.Collection);
        var findings = await search.FindAsync(asked, Passages, cancellation);
        var relevant = findings with { Passages = [.. findings.Passages.Where(passage => passage.Relevance >= least)] };
        return AnswerSelection.Select(relevant, Sentences);
    }

    /// <summary>A client that joins the pieces has the whole answer.</summary>
    private static IEnumerable<MemoryAnswer> Pieces(MemoryAnswer whole, IReadOnlyList<Quotation> quotations)
    {
        yield return whole with { StreamState = "reset", Text = whole.NoResult ? whole.Text : "", RelevantSources = null };
        foreach (var (index, quotation) in quotations.Index())
        {
            yield return new MemoryAnswer("append", null, false, null, index == 0 ? quotation.Quote : " " + quotation.Quote, null);
        }

        yield return whole with { StreamState = "last", Text = "" };
    }

    private async Task StreamAsync(HttpResponse response, IEnumerable<MemoryAnswer> pieces, CancellationToken cancellation)
    {
        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no";
        foreach (var piece in pieces)
        {
            await response.WriteAsync($"data: {JsonSerializer.Serialize(piece, json.Value.SerializerOptions)}\n\n", cancellation);
            await response.Body.FlushAsync(cancellation);
        }

        await response.WriteAsync("data: [DONE]\n\n", cancellation);
    }
}
