using System.Globalization;
using System.Text;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Reads Rich Text: paragraphs, headings by style or outline level, lists and tables; whatever is not running text is skipped group by group.</summary>
internal sealed class RtfReader
{
    private readonly byte[] bytes;
    private readonly DocumentBuilder document;
    private readonly RtfText text;
    private readonly Stack<Group> groups = new();
    private Group group = new();
    private int at;
    private bool isClosed;

    private RtfReader(byte[] bytes, DocumentBuilder document)
    {
        (this.bytes, this.document) = (bytes, document);
        text = new RtfText(document);
    }

    /// <summary>Adds the file to the document.</summary>
    public static void Read(byte[] bytes, DocumentBuilder document)
    {
        var start = bytes.AsSpan(0, Math.Min(bytes.Length, 64)).IndexOf("{\\rt"u8);
        if (start < 0)
            throw ExtractionFailures.Damaged("Rich Text document");
        var reader = new RtfReader(bytes, document) { at = start };
        reader.Run();
    }

    private void Run()
    {
        // What follows the last brace belongs to no document.
        while (at < bytes.Length && !(isClosed && groups.Count == 0))
        {
            var value = bytes[at++];
            switch (value)
            {
                case (byte)'{':
                    Open();
                    break;
                case (byte)'}':
                    Close();
                    break;
                case (byte)'\\':
                    Control();
                    break;
                case (byte)'\r' or (byte)'\n' or 0:
                    break;
                default:
                    Byte(value);
                    break;
            }
        }

        text.Finish();
    }

    private void Open()
    {
        document.Budget.CheckDepth(groups.Count);
        text.FlushBytes();
        groups.Push(group);
        group = group with { JustOpened = true };
    }

    private void Close()
    {
        text.FlushBytes();
        if (group.Destination == RtfDestination.StyleSheet && groups.TryPeek(out var outer) && outer.Destination == RtfDestination.StyleSheet)
            text.FinishStyleName();
        if (group.Destination == RtfDestination.Title && groups.TryPeek(out var info) && info.Destination != RtfDestination.Title)
            text.FinishTitle();
        if (groups.TryPop(out var previous))
            group = previous;
        isClosed = true;
        text.Use(group.CodePage);
    }

    private void Control()
    {
        if (at >= bytes.Length)
            return;
        var next = bytes[at];
        if (!char.IsAsciiLetter((char)next))
        {
            at++;
            Symbol(next);
            return;
        }

        var start = at;
        while (at < bytes.Length && at - start < 32 && char.IsAsciiLetter((char)bytes[at]))
            at++;
        var word = Encoding.ASCII.GetString(bytes, start, at - start);
        var numberStart = at;
        if (at < bytes.Length && bytes[at] == '-')
            at++;
        while (at < bytes.Length && at - numberStart < 11 && char.IsAsciiDigit((char)bytes[at]))
            at++;
        int? number = int.TryParse(Encoding.ASCII.GetString(bytes, numberStart, at - numberStart), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        if (at < bytes.Length && bytes[at] == ' ')
            at++;
        Word(word, number);
        group = group with { JustOpened = false };
    }

    private void Symbol(byte symbol)
    {
        switch ((char)symbol)
        {
            case '\'':
                if (at + 1 < bytes.Length && byte.TryParse(Encoding.ASCII.GetString(bytes, at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                {
                    at += 2;
                    Byte(value);
                }

                break;
            case '*' when group.JustOpened:
                // A destination that a reader need not know is skipped unless its name says otherwise.
                group = group with { IsOptional = true };
                break;
            case '~':
                Characters("\u00A0");
                break;
            case '_':
                Characters("-");
                break;
            case '\\' or '{' or '}':
                Byte(symbol);
                break;
            case '\r' or '\n':
                Word("par", null);
                break;
        }
    }

    private void Word(string word, int? number)
    {
        if (RtfWords.Destination(word, group.IsOptional) is { } destination && (group.JustOpened || group.IsOptional))
        {
            text.FlushBytes();
            group = group with { Destination = destination, IsOptional = false };
            text.Enter(destination);
            return;
        }

        if (group.IsOptional)
        {
            group = group with { Destination = RtfDestination.Skip, IsOptional = false };
            return;
        }

        switch (word)
        {
            case "bin":
                at = (int)Math.Min(bytes.Length, (long)at + Math.Max(0, number ?? 0));
                break;
            case "ansicpg":
                text.DefaultCodePage = number ?? 1252;
                group = group with { CodePage = text.DefaultCodePage };
                break;
            case "mac":
                text.DefaultCodePage = 10000;
                group = group with { CodePage = 10000 };
                break;
            case "uc":
                group = group with { Fallback = Math.Clamp(number ?? 1, 0, 8) };
                break;
            case "u":
                text.FlushBytes();
                Characters(((char)(ushort)(number ?? 0)).ToString());
                SkipFallback();
                break;
            case "f" when group.Destination == RtfDestination.FontTable:
                text.DefineFont(number ?? 0);
                break;
            case "fcharset" when group.Destination == RtfDestination.FontTable:
                text.DefineCharset(number ?? 0);
                break;
            case "f":
                group = group with { CodePage = text.CodePageOfFont(number ?? 0) };
                break;
            case "plain":
                group = group with { IsHidden = false, CodePage = text.DefaultCodePage };
                break;
            case "v" or "deleted":
                group = group with { IsHidden = number != 0 };
                break;
            case "fs":
                group = group with { IsTiny = number is >= 0 and <= 2 };
                break;
            default:
                if (group.Destination is RtfDestination.Body or RtfDestination.StyleSheet)
                    text.Apply(word, number, group.Destination == RtfDestination.StyleSheet);
                break;
        }
    }

    /// <summary>Behind a Unicode character stands what old programs show in its place.</summary>
    private void SkipFallback()
    {
        for (var count = 0; count < group.Fallback && at < bytes.Length; count++)
        {
            if (bytes[at] == '\\' && at + 3 < bytes.Length && bytes[at + 1] == '\'')
                at += 4;
            else if (bytes[at] is (byte)'{' or (byte)'}' or (byte)'\\')
                return;
            else
                at++;
        }
    }

    private void Byte(byte value)
    {
        group = group with { JustOpened = false };
        if (group.Destination == RtfDestination.Skip || group.Destination == RtfDestination.FontTable)
            return;
        if (group.IsHidden || group.IsTiny)
        {
            if (value > ' ' && group.Destination == RtfDestination.Body)
                document.ReportHidden();
            return;
        }

        text.Use(group.CodePage);
        text.Add(value, group.Destination);
    }

    private void Characters(string characters)
    {
        if (group.Destination is RtfDestination.Skip or RtfDestination.FontTable)
            return;
        if (group.IsHidden || group.IsTiny)
            document.ReportHidden();
        else
            text.Add(characters, group.Destination);
    }

    /// <summary>What holds until the group's closing brace.</summary>
    private sealed record Group
    {
        public RtfDestination Destination { get; init; } = RtfDestination.Body;

        public bool JustOpened { get; init; }

        public bool IsOptional { get; init; }

        public bool IsHidden { get; init; }

        public bool IsTiny { get; init; }

        public int CodePage { get; init; } = 1252;

        public int Fallback { get; init; } = 1;
    }
}
