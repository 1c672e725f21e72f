using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.LanguageModels;
using OutlookAssist.Protection;

namespace OutlookAssist.Drafting;

/// <summary>How a draft should be different.</summary>
/// <param name="Instruction">In the person's own words: "shorter", "more formal", "mention the showroom".</param>
internal sealed record DraftRevision(string? Instruction = null);

/// <summary>Writes a draft again as a person wishes it; the mail is searched for anew, so every citation is checked anew.</summary>
internal sealed class ReviseDraft(DraftReply draft, RecentMails mails, ModelDoor door, OutlookAssistDatabase database, ContentCipher cipher)
{
    private const int LongestInstruction = 500;

    /// <summary>A new draft; the old one stays as it is.</summary>
    public async Task<Results<Ok<Draft>, ProblemHttpResult>> HandleAsync(string id, DraftRevision revision, Caller caller, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(revision.Instruction) || revision.Instruction.Length > LongestInstruction)
        {
            return Problems.Validation("instruction", $"Say what should be different, in at most {LongestInstruction} characters.");
        }

        if (await database.Set<StoredDraft>().FirstOrDefaultAsync(stored => stored.Id == id && stored.Organisation == caller.Organisation && stored.Person == caller.Person, cancellation) is not { } before)
        {
            return Problems.NotFound("There is no draft with this identifier.");
        }

        if (mails.Of(id) is not { } answered)
        {
            return Problems.Conflict("The mail of this draft is not remembered any more: mails are not kept. Draft the reply again, with the wish as its instruction.");
        }

        var instruction = revision.Instruction.Trim();
        var options = RevisionWish.Apply(instruction, answered.Options);
        if (door.IsOn)
        {
            options = options with { Instructions = string.Join('\n', new[] { answered.Options.Instructions, instruction }.Where(note => !string.IsNullOrWhiteSpace(note))) };
        }

        var sentences = JsonSerializer.Deserialize<Draft>(cipher.OpenText(before.Organisation, DraftTable.Content.PlaceOf(id), before.Content), JsonSerializerOptions.Web)!.Sentences.Select(sentence => sentence.Text).ToList();
        var revised = await draft.HandleAsync(answered.Mail, options, caller, Unobserved.Instance, cancellation, sentences);
        return TypedResults.Ok(options == answered.Options
            ? revised with { Warnings = [.. revised.Warnings, new DraftWarning("instruction-not-followed", "Without a language model only length, tone and language can be changed: shorter, more detailed, formal, friendly, apologetic, in German and so on.")] }
            : revised);
    }
}
