using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OutlookAssist.Privacy;

namespace OutlookAssist.LanguageModels;

/// <summary>Puts real values into a JSON answer that arrives in pieces: a placeholder may be cut in two, so what could be the beginning of one waits.</summary>
internal sealed class RestorePlaceholders(MaskPersonalData mask)
{
    private const int LongestPlaceholder = 48;
    private const string EscapedOpen = "\\u003c";
    private const string EscapedClose = "\\u003e";

    private readonly StringBuilder _waiting = new();

    /// <summary>What may be passed on after this piece.</summary>
    public string Add(string piece)
    {
        _waiting.Append(piece);
        var text = _waiting.ToString();
        var safe = SafeLength(text);
        _waiting.Remove(0, safe);
        return Restore(text[..safe]);
    }

    /// <summary>What is left at the end.</summary>
    public string End()
    {
        var rest = Restore(_waiting.ToString());
        _waiting.Clear();
        return rest;
    }

    private static int SafeLength(string text)
    {
        for (var at = Math.Max(0, text.Length - LongestPlaceholder); at < text.Length; at++)
        {
            var rest = text.AsSpan(at);
            if (rest[0] == '<' && !rest.Contains('>'))
            {
                return at;
            }

            if (rest[0] == '\\' && (rest.Length < EscapedOpen.Length
                ? EscapedOpen.AsSpan().StartsWith(rest, StringComparison.OrdinalIgnoreCase)
                : rest.StartsWith(EscapedOpen, StringComparison.OrdinalIgnoreCase) && rest.IndexOf(EscapedClose, StringComparison.OrdinalIgnoreCase) < 0))
            {
                return at;
            }
        }

        return text.Length;
    }

    private string Restore(string text)
    {
        var plain = text.Contains(EscapedOpen, StringComparison.OrdinalIgnoreCase)
            ? text.Replace(EscapedOpen, "<", StringComparison.OrdinalIgnoreCase).Replace(EscapedClose, ">", StringComparison.OrdinalIgnoreCase)
            : text;
        var restored = new StringBuilder(plain.Length);
        var at = 0;
        while (plain.IndexOf('<', at) is >= 0 and var open && plain.IndexOf('>', open) is > 0 and var close)
        {
            var inner = plain.LastIndexOf('<', close);
            var placeholder = plain[inner..(close + 1)];
            var value = mask.Restore(placeholder);
            restored.Append(plain, at, inner - at);
            // The value stands inside a JSON string.
            restored.Append(ReferenceEquals(value, placeholder) || value == placeholder ? placeholder : JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString());
            at = close + 1;
        }

        return restored.Append(plain, at, plain.Length - at).ToString();
    }
}
