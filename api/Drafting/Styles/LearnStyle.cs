using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Language;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Drafting.Styles;

/// <summary>Replies that the person sent.</summary>
internal sealed record StyleSamples(IReadOnlyList<Message>? Messages = null);

/// <summary>How many were learned from, and which were not and why.</summary>
internal sealed record LearnedSamples(int Learned, IReadOnlyList<IgnoredSample> Ignored);

/// <summary>A mail that says nothing about the person's style; <c>Reason</c> is forwarded, automatic, too-short, known or language.</summary>
internal sealed record IgnoredSample(int Index, string Reason);

/// <summary>Learns how a person writes from replies the person sent: only when asked to, only forms on our lists, never from quoted words, forwards or signatures.</summary>
internal sealed class LearnStyle(OutlookAssistDatabase database)
{
    private const int MostMessages = 50;
    private const int FewestWords = 5;
    private const int ShortReply = 60;
    private const int LongReply = 150;
    private const double SureOfLanguage = 0.5;

    /// <summary>What was learned; 409 while the person has not switched it on.</summary>
    public async Task<Results<Ok<LearnedSamples>, ProblemHttpResult>> HandleAsync(StyleSamples samples, Caller caller, CancellationToken cancellation)
    {
        if (samples.Messages is not { Count: > 0 and <= MostMessages } messages)
        {
            return Problems.Validation("messages", $"Give 1 to {MostMessages} replies that you sent.");
        }

        foreach (var (index, message) in messages.Index())
        {
            if (MessageRules.Examine(message, $"messages[{index}]") is { } fault)
            {
                return Problems.Validation(fault.Field, fault.Detail);
            }
        }

        await using var transaction = await database.BeginWriteAsync(cancellation);
        if (await FindAsync(caller, cancellation) is not { Enabled: true } stored)
        {
            return Problems.Conflict("Your style is not learned until you switch it on.");
        }

        var style = stored.Read();
        var ignored = new List<IgnoredSample>();
        foreach (var (index, message) in messages.Index())
        {
            if (Read(style, MessageReader.Read(message)) is { } reason)
            {
                ignored.Add(new IgnoredSample(index, reason));
            }
        }

        stored.Write(style);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return TypedResults.Ok(new LearnedSamples(messages.Count - ignored.Count, ignored));
    }

    /// <summary>Learns from what a person made of a draft, where the person has switched it on.</summary>
    public async Task FromRatingAsync(string text, Caller caller, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        if (!caller.IsKey && await FindAsync(caller, cancellation) is { Enabled: true } stored)
        {
            var style = stored.Read();
            Read(style, MessageReader.Read(new Message(Body: new MessageBody("text", text))));
            stored.Write(style);
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }

    private Task<StoredStyle?> FindAsync(Caller caller, CancellationToken cancellation) =>
        database.Set<StoredStyle>().FirstOrDefaultAsync(style => style.Organisation == caller.Organisation && style.Person == caller.Person, cancellation);

    /// <summary>Counts one reply in, or says why not.</summary>
    private static string? Read(WritingStyle style, ReadableMessage mail)
    {
        if (ReplyPhrases.ForwardPrefixes.Any(prefix => (mail.Message.Subject ?? "").TrimStart().StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
        {
            return "forwarded";
        }

        if (AutomaticMail.Judge(mail.Message).IsAutomatic)
        {
            return "automatic";
        }

        string[] lines = [.. mail.NewText.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var words = mail.NewText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (lines.Length == 0 || words < FewestWords)
        {
            return "too-short";
        }

        if (LanguageDetector.Detect(mail.NewText) is not { Confidence: >= SureOfLanguage } guess)
        {
            return "language";
        }

        // The closing often opens what is cut off as the signature; nothing below it is looked at.
        var greeting = StyleWords.Greeting(lines[0]);
        var closing = StyleWords.Closing(mail.Signature.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "") ?? StyleWords.Closing(lines[^1]);
        var shown = new List<(string, string, string)>
        {
            ("tone", "", StyleWords.ToneOf(mail.NewText, greeting, closing, guess.Tag)),
            ("length", "", words <= ShortReply ? "short" : words <= LongReply ? "standard" : "detailed"),
        };
        if (greeting is not null)
        {
            shown.Add(("greeting", guess.Tag, greeting));
        }

        if (closing is not null)
        {
            shown.Add(("closing", guess.Tag, closing));
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.NewText)).AsSpan(0, 8));
        return style.Learn(digest, shown) ? null : "known";
    }
}
