using System.Text;
using OutlookAssist.Mailboxes;
using OutlookAssist.Privacy;

namespace OutlookAssist.Classification;

/// <summary>Reads a mail of ours as soon as the product is up, so that no person's mail is the one that waits for models to load and code to be compiled.</summary>
internal sealed class ReadFirstMail(IHostApplicationLifetime lifetime) : BackgroundService
{
    // Once by itself compiles, a few times more lets the compiler see what is used often.
    private const int Rounds = 3;

    // Parts, transfer encodings, a header in another charset, a history, a signature, a name, a number: what most mail has.
    private static readonly byte[] Mail = Encoding.Latin1.GetBytes(
        "From: =?iso-8859-1?Q?J=FCrgen?= <juergen@example.com>\r\nTo: shop@example.com\r\nSubject: =?utf-8?B?UsO8Y2tnYWJl?= 4711\r\nDate: Fri, 20 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        + "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHello,=20\r\n\r\nplease refund order A-4711 of 49,90 EUR by tomorrow. I am disappointed.\r\n\r\nKind regards\r\nJ=FCrgen Weber\r\n\r\nOn Thu, 19 Nov 2026 at 09:00, Shop <shop@example.com> wrote:\r\n> We will send it on Monday.\r\n"
        + "--c\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+SGVsbG8sPC9wPjxwPnBsZWFzZSA8Yj5yZWZ1bmQ8L2I+IG9yZGVyIEEtNDcxMSBieSB0b21vcnJvdy48L3A+PHVsPjxsaT5vbmU8L2xpPjwvdWw+\r\n--c--\r\n"
        + "--b\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--b--\r\n");

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var up = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var down = stoppingToken.Register(() => started.TrySetResult());
        await started.Task;
        for (var round = 0; round < Rounds && !stoppingToken.IsCancellationRequested; round++)
        {
            if (ParseMessage.Parse(Mail) is { } parsed)
            {
                ClassifyMessage.Classify(MessageReader.Read(parsed.Message), OrganisationTriage.BuiltIn);
                new MaskPersonalData().Mask(parsed.NewText);
            }
        }
    }
}
