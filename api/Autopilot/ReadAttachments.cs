using System.Text;
using OutlookAssist.Extraction;
using OutlookAssist.Mailboxes;
using OutlookAssist.Mailboxes.Mime;

namespace OutlookAssist.Autopilot;

/// <summary>Turns the attachments of a mail into text, within limits; one that cannot be read is passed over.</summary>
internal sealed class ReadAttachments(ExtractText extract)
{
    private const int Most = 10;
    private const int LargestBytes = 20 << 20;
    private const int MostCharacters = 20_000;

    /// <summary>A mail that says less than this speaks through its attachments.</summary>
    private const int FewWords = 200;

    /// <summary>The mail with what its attachments say: as its own words where it has few of its own, else as what it brings along.</summary>
    public async Task<ReadableMessage> AddAsync(ReadableMessage mail, ReadOnlyMemory<byte> raw, CancellationToken cancellation)
    {
        if (mail.Message.Attachments is not { Count: > 0 })
        {
            return mail;
        }

        var text = new StringBuilder();
        foreach (var (name, content) in AttachmentContents.Of(raw).Where(file => file.Content.Length <= LargestBytes).Take(Most))
        {
            text.Append(await ReadAsync(name, content, cancellation));
            if (text.Length >= MostCharacters)
            {
                text.Length = MostCharacters;
                break;
            }
        }

        var found = text.ToString().Trim();
        return found.Length == 0 ? mail
            : mail.NewText.Length < FewWords ? mail with { NewText = $"{mail.NewText}\n\n{found}", Text = $"{mail.Text}\n\n{found}" }
            : mail with { QuotedText = $"{mail.QuotedText}\n\n{found}".Trim() };
    }

    private async Task<string> ReadAsync(string name, byte[] content, CancellationToken cancellation)
    {
        try
        {
            using var file = new MemoryStream(content, writable: false);
            var document = await extract.ReadAsync(file, name, cancellation);
            return string.Join('\n', document.Pages.SelectMany(page => page.Blocks).Select(block => block.Text)) + "\n\n";
        }
        catch (ExtractionException failure) when (!failure.Retryable)
        {
            return "";
        }
    }
}
