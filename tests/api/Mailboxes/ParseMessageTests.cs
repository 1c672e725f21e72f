using System.Diagnostics;
using System.Text;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Mailboxes;

public sealed class ParseMessageTests
{
    static ParseMessageTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static ParsedMessage Parse(string raw) => Parse(Encoding.Latin1.GetBytes(raw.ReplaceLineEndings("\r\n")));

    private static ParsedMessage Parse(byte[] raw) => ParseMessage.Parse(raw) ?? throw new InvalidOperationException("It was taken for empty.");

    private static byte[] Join(params object[] pieces) =>
        [.. pieces.SelectMany(piece => piece is byte[] bytes ? bytes : Encoding.ASCII.GetBytes(((string)piece).ReplaceLineEndings("\r\n")))];

    [Fact]
    public void A_simple_message_is_read_with_its_header()
    {
        var parsed = Parse("""
            Received: from a by b; Fri, 20 Nov 2026 10:05:00 +0100
            Message-ID: <1@example.com>
            From: "Ruiz, Ana" <ana@example.com>
            To: Bo <bo@example.com>, cy@example.com (Cy), Team: dee@example.com;
            Subject: =?utf-8?Q?Gr=C3=BC?= =?utf-8?B?w59l?= and more
            Date: Thu, 19 Nov 2026 09:00:00 GMT

            When does it arrive?

            On 18 Nov 2026 10:00, Bo wrote:
            > On Friday.
            """);

        Assert.Equal("<1@example.com>", parsed.Message.InternetMessageId);
        Assert.Equal(new MailAddress("Ruiz, Ana", "ana@example.com"), parsed.Message.From);
        Assert.Equal(["bo@example.com", "cy@example.com", "dee@example.com"], parsed.Message.To!.Select(to => to.Address));
        Assert.Equal("Grüße and more", parsed.Message.Subject);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 9, 5, 0, TimeSpan.Zero), parsed.Message.ReceivedAt);
        Assert.Equal("When does it arrive?", parsed.NewText);
        Assert.Contains("> On Friday.", parsed.QuotedText, StringComparison.Ordinal);
        Assert.Empty(parsed.Defects);
    }

    [Fact]
    public void Nested_parts_give_the_text_once_and_list_the_files()
    {
        var parsed = Parse("""
            From: ana@example.com
            Content-Type: multipart/mixed; boundary="outer"

            A preamble nobody sees.
            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            It costs =E2=82=AC 5 and=
             no more.
            --inner
            Content-Type: text/html

            <p>It costs &euro; 5 and no more.</p>
            --inner--
            --outer
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*0*=utf-8''Rech; filename*1*=nung%20%E2%82%AC.pdf
            Content-Transfer-Encoding: base64

            JVBERi0x
            --outer--
            An epilogue nobody sees.
            """);

        Assert.Equal("text", parsed.Message.Body!.ContentType);
        Assert.Equal("It costs € 5 and no more.", parsed.NewText);
        Assert.Equal(new MessageAttachment("Rechnung €.pdf", "application/pdf", 6), Assert.Single(parsed.Message.Attachments!));
        Assert.Empty(parsed.Defects);
    }

    [Theory]
    [InlineData("gb2312", "发票在哪里")]
    [InlineData("GBK", "请问多少钱")]
    [InlineData("Big5", "請問多少錢")]
    [InlineData("iso-2022-jp", "返品できますか")]
    [InlineData("Shift_JIS", "返品できますか")]
    [InlineData("EUC-KR", "언제 도착합니까")]
    [InlineData("windows-1251", "Когда придёт заказ")]
    [InlineData("koi8-r", "Когда придет заказ")]
    [InlineData("windows-1250", "Kiedy dotrze paczka – zażółć")]
    [InlineData("iso-8859-1", "Größe?")]
    [InlineData("utf-16le", "Hello ✓")]
    public void Text_of_every_common_charset_is_decoded_in_body_and_subject(string charset, string text)
    {
        var bytes = Encoding.GetEncoding(charset).GetBytes(text);
        var raw = Join($"Subject: =?{charset}?B?{Convert.ToBase64String(bytes)}?=\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(bytes)}\n");

        var parsed = Parse(raw);

        Assert.Equal(text, parsed.Message.Subject);
        Assert.Equal(text, parsed.NewText);
        Assert.Empty(parsed.Defects);
    }

    [Fact]
    public void Utf7_is_left_as_it_came()
    {
        var parsed = Parse("Content-Type: text/html; charset=utf-7\n\n+ADw-script+AD4-alert(1)+ADw-/script+AD4-");

        Assert.Contains("+ADw-script+AD4-", parsed.NewText, StringComparison.Ordinal);
        Assert.Contains(parsed.Defects, defect => defect.Contains("UTF-7", StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_without_a_charset_are_guessed()
    {
        Assert.Equal("Größe", Parse(Join("Subject: x\n\n", Encoding.UTF8.GetBytes("Größe"))).NewText);
        Assert.Equal("Größe", Parse(Join("Subject: x\n\n", Encoding.Latin1.GetBytes("Größe"))).NewText);
        Assert.Equal("Größe", Parse(Join("Subject: ", Encoding.UTF8.GetBytes("Größe"), "\n\nx")).Message.Subject);
    }

    [Fact]
    public void Uuencoded_and_flowed_bodies_are_read()
    {
        Assert.Equal("Cat", Parse("Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a.txt\n#0V%T\n`\nend\n").NewText);
        Assert.Equal("One long line.\n> quoted too", Parse("Content-Type: text/plain; format=flowed\n\nOne \nlong line.\n> quoted \n> too\n").Message.Body!.Content!.ReplaceLineEndings("\n").TrimEnd());
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nWhen?", "has no end")]
    [InlineData("Content-Type: multipart/mixed\n\n--b\nContent-Type: text/plain\n\nWhen?\n--b--\n", "no boundary")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\nWhen?", "")]
    [InlineData("Subject: x\nthis is no header\nFrom: a@example.com\n\nWhen?", "header line")]
    [InlineData("Content-Type: text/plain; charset=klingon\n\nWhen?", "charset is unknown")]
    [InlineData("Content-Transfer-Encoding: rot13\n\nWhen?", "transfer encoding is unknown")]
    [InlineData("Date: yesterday\n\nWhen?", "date")]
    [InlineData("When?", "header line")]
    public void A_malformed_message_keeps_its_words_and_names_the_defect(string raw, string defect)
    {
        var parsed = Parse(raw);

        Assert.Equal("When?", parsed.NewText);
        Assert.Contains(defect, string.Join(' ', parsed.Defects), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Outlooks_own_attachment_format_is_named()
    {
        var parsed = Parse("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\n\nx\n--b--\n");

        Assert.Contains(parsed.Defects, defect => defect.Contains("TNEF", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\r\n ")]
    public void Nothing_is_no_message(string raw) => Assert.Null(ParseMessage.Parse(Encoding.ASCII.GetBytes(raw)));

    [Fact]
    public void Parts_nested_without_end_are_cut_off()
    {
        var raw = new StringBuilder();
        for (var depth = 0; depth < 3000; depth++)
            raw.Append("Content-Type: multipart/mixed; boundary=\"b").Append(depth).Append("\"\n\n--b").Append(depth).Append('\n');

        Assert.NotEmpty(Parse(raw.ToString()).Defects);
    }

    [Fact]
    public void Ten_mebibytes_of_attachment_are_measured_in_time()
    {
        var raw = Join("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n", Convert.ToBase64String(new byte[10 << 20], Base64FormattingOptions.InsertLineBreaks), "\n--b--\n");
        var clock = Stopwatch.StartNew();

        Assert.Equal(10 << 20, Assert.Single(Parse(raw).Message.Attachments!).Size);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void No_mutation_of_a_message_makes_it_fail()
    {
        byte[][] seeds =
        [
            Join("From: \"A\" <a@example.com>\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?iso-2022-jp?B?GyRCSlZJShsoQg==?=\nDate: Fri, 20 Nov 2026 10:00:00 +0100\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: quoted-printable\n\n=B7=A2=C6=B1=\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPHA+SGk8L3A+\n--b\nContent-Disposition: attachment; filename*0*=utf-8''a%20; filename*1=b\n\nx\n--b--\n"),
            Join("Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; format=flowed; delsp=yes\n\nHi \nthere\nOn 1 Jan 2026 10:00, A <a@example.com> wrote:\n> old\n-- \nAna\n--x\nContent-Type: text/html\n\n<div style='display:none'>x</div><table><tr><td>&euro;<a href='http://e.example'>l</a><!--[if mso]>y<![endif]--></table>\n--x--\n"),
            Join("Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a.txt\n#0V%T\n`\nend\n"),
        ];
        // A fixed seed: the same 4,000 mutations every time.
        var random = new Random(20261120);
        for (var round = 0; round < 4000; round++)
        {
            var seed = seeds[random.Next(seeds.Length)];
            var mutant = new List<byte>(seed);
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                var at = random.Next(mutant.Count);
                switch (random.Next(5))
                {
                    case 0:
                        mutant[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        mutant.RemoveRange(at, Math.Min(random.Next(1, 40), mutant.Count - at));
                        break;
                    case 2:
                        mutant.InsertRange(at, seed.Skip(random.Next(seed.Length)).Take(random.Next(1, 60)));
                        break;
                    case 3:
                        mutant.Insert(at, (byte)"\r\n:;=?\"<>(-&%'"[random.Next(14)]);
                        break;
                    default:
                        mutant.RemoveRange(at, mutant.Count - at);
                        break;
                }

                if (mutant.Count == 0)
                    mutant.Add((byte)'x');
            }

            ParseMessage.Parse(mutant.ToArray());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_thousand_broken_mails_are_read_without_an_error(int seed)
    {
        var mutator = new OutlookAssist.Evaluation.Sets.MailMutator([.. Seeds.Select(Encoding.Latin1.GetBytes)], seed);
        for (var round = 0; round < 1000; round++)
        {
            var parsed = ParseMessage.Parse(mutator.Next());
            if (parsed is null)
                continue;
            Assert.InRange(parsed.Turns.Count, 0, 51);
            var text = MessageReader.Read(parsed.Message).Text;
            Assert.True(parsed.NewText.Length > 0 || !text.Any(char.IsLetterOrDigit), $"Seed {seed}, round {round}: words, but no new text.");
        }
    }

    private static readonly string[] Seeds =
    [
        "From: Ana <ana@example.com>\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWhere is it?\r\n\r\nOn Mon, 2 Nov 2026 at 10:00, Bo <bo@example.com> wrote:\r\n> We will send it.\r\n> > Thanks.\r\n-- \r\nAna\r\n",
        "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=\"y z\"\r\n\r\n--y z\r\nContent-Type: text/plain; format=flowed; delsp=yes\r\n\r\nOne \r\ntwo.\r\n--y z\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<table><tr><td>=E4</td><td style=3D\"display:none\">no</td></tr></table><blockquote type=3Dcite>old</blockquote>\r\n--y z--\r\n--x\r\nContent-Type: application/pdf; name*0*=utf-8''a%20; name*1=b.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--x--\r\n",
        "Subject: =?iso-2022-jp?B?GyRCN28bKEI=?=\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n\u001b$B7o\u001b(B\r\n",
        "Subject: x\r\nContent-Type: message/rfc822\r\n\r\nSubject: y\r\nContent-Type: text/html\r\n\r\n<html><body><p>Hi<div><b>From:</b> Ana<br><b>Sent:</b> Monday<br><b>To:</b> Bo<br><b>Subject:</b> z</div>Old</body></html>",
        "From: big@example.com\r\nContent-Type: text/plain; charset=gb18030\r\nContent-Transfer-Encoding: base64\r\n\r\nxOO6ww==\r\n",
    ];
}
