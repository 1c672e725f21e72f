using System.Text;

namespace OutlookAssist.Mailboxes;

/// <summary>Reads who said and promised what in a mail and in the mails it quotes, so that a draft can be held against it.</summary>
internal static class ReadThread
{
    private const int MostTurns = 50;

    // What stands deeper is copied by programs; nobody reads it.
    private const int DeepestQuote = 20;

    /// <summary>The turns of a thread, oldest first; the mail itself is the last. Empty when it has no words.</summary>
    public static IReadOnlyList<Turn> Read(ReadableMessage mail)
    {
        var turns = new List<Turn>();
        if (mail.NewText.Length > 0)
        {
            var received = mail.Message.ReceivedAt;
            turns.Add(new Turn(mail.Message.From, received?.ToString("O", System.Globalization.CultureInfo.InvariantCulture), received is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null, mail.NewText, FindPromises.In(mail.NewText)));
        }

        foreach (var (header, text) in Divide(mail.QuotedText))
        {
            var words = QuotedText.Divide(text).NewText;
            if (words.Length == 0 || turns.Count == MostTurns)
                continue;
            var (author, sent) = header is null ? (null, null) : ReplyAuthor.Read(header);
            turns.Add(new Turn(author, sent, sent is null ? null : ReplyDate.Read(sent), words, FindPromises.In(words)));
        }

        turns.Reverse();
        return turns;
    }

    /// <summary>The stretches of quoted history, each with the header lines that announce it, newest first.</summary>
    private static List<(IReadOnlyList<string>? Header, string Text)> Divide(string quoted)
    {
        var stretches = new List<(IReadOnlyList<string>? Header, StringBuilder Text)>();
        if (quoted.Length == 0)
            return [];
        var (lines, depths) = Unquote(quoted);
        // At which depth of quotation which stretch goes on.
        var open = new int[DeepestQuote + 2];
        Array.Fill(open, -1);
        for (var at = 0; at < lines.Count; at++)
        {
            var depth = depths[at];
            var (kind, count) = ReplyHeader.Find(lines, at);
            if (kind != ReplyHeaderKind.None && stretches.Count < MostTurns)
            {
                // A rule or "Original Message" stands above the header itself.
                var isLead = kind == ReplyHeaderKind.Original || ReplyHeader.IsRule(lines[at].AsSpan().Trim());
                if (!isLead)
                {
                    stretches.Add((lines.GetRange(at, Math.Min(count, lines.Count - at)), new StringBuilder()));
                    for (var deeper = depth; deeper < open.Length; deeper++)
                        open[deeper] = deeper > depth || kind != ReplyHeaderKind.Attribution || !IsQuotedBelow(lines, depths, at + count, depth) ? stretches.Count - 1 : open[deeper];
                }

                at += Math.Max(1, count) - 1;
                continue;
            }

            if (open[depth] < 0)
            {
                if (lines[at].Length == 0)
                    continue;
                stretches.Add((null, new StringBuilder()));
                Array.Fill(open, stretches.Count - 1, depth, open.Length - depth);
            }

            stretches[open[depth]].Text.Append(lines[at]).Append('\n');
        }

        return [.. stretches.Select(stretch => (stretch.Header, stretch.Text.ToString()))];
    }

    /// <summary>True when what follows an attribution is quoted deeper than the attribution itself.</summary>
    private static bool IsQuotedBelow(List<string> lines, List<int> depths, int at, int depth)
    {
        while (at < lines.Count && string.IsNullOrWhiteSpace(lines[at]))
            at++;
        return at < lines.Count && depths[at] > depth;
    }

    private static (List<string> Lines, List<int> Depths) Unquote(string quoted)
    {
        var lines = new List<string>();
        var depths = new List<int>();
        foreach (var line in quoted.Split('\n'))
        {
            var at = 0;
            var depth = 0;
            while (at < line.Length && line[at] is '>' or '＞' || (at + 1 < line.Length && line[at] == ' ' && line[at + 1] is '>' or '＞'))
            {
                depth += line[at] == ' ' ? 0 : 1;
                at++;
            }

            lines.Add(line[at..].Trim());
            depths.Add(Math.Min(depth, DeepestQuote));
        }

        return (lines, depths);
    }
}
