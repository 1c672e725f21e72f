using Microsoft.Extensions.Caching.Memory;
using OutlookAssist.Mailboxes;
using OutlookAssist.Privacy;

namespace OutlookAssist.Drafting;

/// <summary>Remembers the mails of the latest drafts while the process lives, so that a draft can be changed although no mail is kept on the disk.</summary>
internal sealed class RecentMails : IDisposable
{
    private const long MostLetters = 32_000_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(4);
    private readonly MemoryCache _mails = new(new MemoryCacheOptions { SizeLimit = MostLetters });

    /// <summary>Remembers what a draft answers, and how it was wanted.</summary>
    public void Remember(string draftId, AnsweredMail answered) =>
        _mails.Set(draftId, answered, new MemoryCacheEntryOptions { Size = answered.Mail.Text.Length + answered.Mail.QuotedText.Length + 1_000, SlidingExpiration = Remembered });

    /// <summary>What the draft answers, or null when that is forgotten.</summary>
    public AnsweredMail? Of(string draftId) => _mails.Get<AnsweredMail>(draftId);

    /// <summary>Forgets the mails that a person wrote or is named in.</summary>
    public int Forget(string address)
    {
        var theirs = _mails.Keys.Where(key => _mails.TryGetValue<AnsweredMail>(key, out var answered) && IsAbout(answered!, address)).ToList();
        theirs.ForEach(_mails.Remove);
        return theirs.Count;
    }

    /// <inheritdoc />
    public void Dispose() => _mails.Dispose();

    private static bool IsAbout(AnsweredMail answered, string address) =>
        new[] { answered.Mail.Message.From }.Concat(answered.Mail.Message.To ?? []).Concat(answered.Mail.Message.Cc ?? []).Any(person => string.Equals(person?.Address?.Trim(), address, StringComparison.OrdinalIgnoreCase))
        || PersonAddress.IsIn(answered.Mail.Text, address) || PersonAddress.IsIn(answered.Mail.QuotedText, address) || PersonAddress.IsIn(answered.Options.Instructions, address) || PersonAddress.IsIn(answered.Options.Fact, address);
}

/// <summary>A mail that was answered, how the answer was wanted, and the answer.</summary>
internal sealed record AnsweredMail(ReadableMessage Mail, DraftOptions Options, string Text);
