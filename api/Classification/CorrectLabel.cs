using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Classification.Models;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Mailboxes;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;

namespace OutlookAssist.Classification;

/// <summary>Takes, lists and undoes corrections; one that would make other corrected mails worse is kept for the record but changes nothing.</summary>
internal sealed class CorrectLabel(OutlookAssistDatabase database, ContentCipher cipher, KnownTriage known, TimeProvider time)
{
    private const int MostCorrections = 500;
    private const int LongestSubject = 500;

    // Each correction is measured against all others, so they come one after the other.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>201 with what became of it, or 400 naming the field, or 409 when there are too many.</summary>
    public async Task<Results<Created<CorrectionView>, ProblemHttpResult>> AddAsync(CorrectionRequest request, Caller caller, CancellationToken cancellation)
    {
        if (MessageRules.Examine(request.Message, "message") is { } fault)
        {
            return Problems.Validation(fault.Field, fault.Detail);
        }

        await Turn.WaitAsync(cancellation);
        try
        {
            var triage = (await known.ForAsync(caller.Organisation, cancellation)) with { Corrections = null };
            if (ExamineLabels(request.Labels, triage) is { } problem)
            {
                return problem;
            }

            var before = StoredCorrectionTable.Open(
                await database.Set<StoredCorrection>().AsNoTracking().Where(row => row.Organisation == caller.Organisation && !row.Refused).OrderBy(row => row.Id).ToListAsync(cancellation), cipher);
            if (before.Count >= MostCorrections)
            {
                return Problems.Conflict($"There are {MostCorrections} corrections. Undo some, or put what they teach into the examples of a label.");
            }

            var correction = Read(request, caller);
            Measure(correction, before, triage);
            var view = await KeepAsync(correction, cancellation);
            known.Forget(caller.Organisation);
            return TypedResults.Created($"/api/classifications/corrections/{correction.Id}", view);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>All corrections of the organisation, the newest first.</summary>
    public async Task<Ok<CorrectionList>> ListAsync(Caller caller, CancellationToken cancellation)
    {
        var rows = await database.Set<StoredCorrection>().AsNoTracking().Where(row => row.Organisation == caller.Organisation).OrderByDescending(row => row.Id).ToListAsync(cancellation);
        return TypedResults.Ok(new CorrectionList([.. StoredCorrectionTable.Open(rows, cipher).Select(CorrectionView.Of)]));
    }

    /// <summary>204, or 404: the next mail is judged as if it had never been given.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(long id, Caller caller, CancellationToken cancellation)
    {
        var correction = await database.Set<StoredCorrection>().FirstOrDefaultAsync(row => row.Id == id && row.Organisation == caller.Organisation, cancellation);
        if (correction is null)
        {
            return Problems.NotFound("There is no correction with this identifier.");
        }

        database.Remove(correction);
        await database.SaveChangesAsync(cancellation);
        known.Forget(caller.Organisation);
        return TypedResults.NoContent();
    }

    private async Task<CorrectionView> KeepAsync(StoredCorrection correction, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        correction.Id = await database.NextKeyAsync("ClassificationCorrections", cancellation);
        var view = CorrectionView.Of(correction);
        StoredCorrectionTable.Seal(correction, cipher);
        database.Add(correction);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return view;
    }

    private static ProblemHttpResult? ExamineLabels(CorrectionLabels? labels, OrganisationTriage triage)
    {
        var given = CorrectionLayer.Parts.Select(part => (Part: part, Label: labels?.Of(part))).Where(one => one.Label is not null).ToList();
        if (given.Count == 0)
        {
            return Problems.Validation("labels", "Say what is right: sentiment, urgency, category or intent.");
        }

        foreach (var (part, label) in given)
        {
            if (!triage.Knows(part, label!))
            {
                return Problems.Validation($"labels.{part}", "This is none of the labels in force; see GET /api/classifications/labels.");
            }
        }

        return null;
    }

    /// <summary>Would the corrections before still be made right by one another? Measured on each as if it had not been given.</summary>
    private static void Measure(StoredCorrection correction, List<StoredCorrection> before, OrganisationTriage triage)
    {
        var without = new CorrectionLayer(before, triage).Held;
        var with = new CorrectionLayer([.. before, correction], triage).Held;
        correction.HeldBack = without.Count;
        correction.RightBefore = without.Count(held => held.Value);
        correction.RightAfter = without.Keys.Count(held => with[held]);
        correction.Refused = correction.RightAfter < correction.RightBefore;
    }

    private StoredCorrection Read(CorrectionRequest request, Caller caller)
    {
        var mail = MessageReader.Read(request.Message!);
        // Neither who it was about nor any number that belongs to somebody is kept.
        static string Keep(string text, int most) => new MaskPersonalData().Mask(NeutralizePersons.Neutralize(text.Length > most ? text[..most] : text)).Text;
        return new StoredCorrection
        {
            Organisation = caller.Organisation,
            Person = caller.Person,
            Subject = Keep(mail.Message.Subject ?? "", LongestSubject),
            Text = Keep(mail.NewText, TextFeatures.LongestText),
            Sentiment = request.Labels!.Sentiment,
            Urgency = request.Labels.Urgency,
            Category = request.Labels.Category,
            Intent = request.Labels.Intent,
            CreatedTicks = time.GetUtcNow().Ticks,
        };
    }
}

/// <summary>A mail and what is right about it.</summary>
internal sealed record CorrectionRequest(Message? Message = null, CorrectionLabels? Labels = null);

/// <summary>The right labels; what is left out was right or is not known.</summary>
internal sealed record CorrectionLabels(string? Sentiment = null, string? Urgency = null, string? Category = null, string? Intent = null)
{
    /// <summary>The label of a part.</summary>
    public string? Of(string part) => part switch { "sentiment" => Sentiment, "urgency" => Urgency, "category" => Category, _ => Intent };
}

/// <summary>The corrections, the newest first.</summary>
internal sealed record CorrectionList(IReadOnlyList<CorrectionView> Corrections);

/// <summary>A correction as it is shown.</summary>
/// <param name="Id">By which it is undone.</param>
/// <param name="CreatedAt">When it was given.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Text">The mail, masked.</param>
/// <param name="Labels">What is right.</param>
/// <param name="Applied">False when it was refused, because it made other corrected mails worse.</param>
/// <param name="Effect">What was measured.</param>
internal sealed record CorrectionView(long Id, DateTimeOffset CreatedAt, string By, string Text, CorrectionLabels Labels, bool Applied, CorrectionEffect Effect)
{
    /// <summary>The view of what is stored.</summary>
    public static CorrectionView Of(StoredCorrection row) => new(
        row.Id,
        new DateTimeOffset(row.CreatedTicks, TimeSpan.Zero),
        row.Person,
        row.Text,
        new CorrectionLabels(row.Sentiment, row.Urgency, row.Category, row.Intent),
        !row.Refused,
        new CorrectionEffect(row.HeldBack, row.RightBefore, row.RightAfter));
}

/// <summary>Of the labels corrected before, each held back in turn: how many the other corrections make right, without this one and with it.</summary>
internal sealed record CorrectionEffect(int HeldBack, int RightBefore, int RightAfter);
