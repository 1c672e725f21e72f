using System.Buffers;
using System.Text;

namespace OutlookAssist.Privacy;

/// <summary>Replaces personal data by placeholders and puts it back, so that a model outside this process never sees it and a reply still names it.</summary>
/// <remarks>One instance serves one thread of mails: the same value gets the same placeholder in all of its texts.</remarks>
internal sealed class MaskPersonalData
{
    private static readonly SearchValues<string> PlaceholderEnds = SearchValues.Create([.. Enumerable.Range(0, 10).Select(digit => $"{digit}>")], StringComparison.Ordinal);

    private readonly Dictionary<(string Type, string Value), string> placeholders = [];
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>The text with placeholders such as <c>&lt;EMAIL_1&gt;</c>, and what they stand for.</summary>
    public MaskedText Mask(string text)
    {
        var found = FindPersonalData.Find(text);
        var mayClash = text.AsSpan().ContainsAny(PlaceholderEnds);
        var masked = new StringBuilder(text.Length);
        var entities = new List<MaskedEntity>(found.Count);
        var at = 0;
        foreach (var datum in found)
        {
            var placeholder = PlaceholderFor(datum.Type, text[datum.Start..datum.End], text, mayClash);
            masked.Append(text, at, datum.Start - at).Append(placeholder);
            entities.Add(new MaskedEntity(datum.Type, datum.Start, datum.End, datum.Score, placeholder));
            at = datum.End;
        }

        masked.Append(text, at, text.Length - at);
        return new MaskedText(masked.ToString(), entities);
    }

    /// <summary>Puts the values back wherever a placeholder of this thread stands.</summary>
    public string Restore(string masked)
    {
        var restored = new StringBuilder(masked.Length);
        var at = 0;
        while (at < masked.Length)
        {
            var open = masked.IndexOf('<', at);
            if (open < 0)
                break;
            restored.Append(masked, at, open - at);
            var close = masked.IndexOf('>', open);
            if (close < 0)
            {
                at = open;
                break;
            }

            if (values.TryGetValue(masked[open..(close + 1)], out var value))
            {
                restored.Append(value);
                at = close + 1;
            }
            else
            {
                restored.Append('<');
                at = open + 1;
            }
        }

        return restored.Append(masked, at, masked.Length - at).ToString();
    }

    private string PlaceholderFor(string type, string value, string text, bool mayClash)
    {
        if (placeholders.TryGetValue((type, value), out var known))
            return known;
        string placeholder;
        do
        {
            counts[type] = counts.GetValueOrDefault(type) + 1;
            placeholder = $"<{type}_{counts[type]}>";
        }
        // A text that already contains our form of words must come back unchanged.
        while (mayClash && text.Contains(placeholder, StringComparison.Ordinal));
        placeholders[(type, value)] = placeholder;
        values[placeholder] = value;
        return placeholder;
    }
}

/// <summary>A text without personal data; offsets of the entities are UTF-16 code units of the text before.</summary>
internal sealed record MaskedText(string Text, IReadOnlyList<MaskedEntity> Entities);

/// <summary>One masked stretch.</summary>
internal sealed record MaskedEntity(string Type, int Start, int End, double Score, string Placeholder);
