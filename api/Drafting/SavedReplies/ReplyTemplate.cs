using System.Text;
using HandlebarsDotNet;

namespace OutlookAssist.Drafting.SavedReplies;

/// <summary>The text of a saved reply as a Handlebars template of which only placeholders, <c>if</c> and <c>unless</c> are let in: nothing runs, nothing repeats.</summary>
internal sealed class ReplyTemplate
{
    private const int MostTags = 200;
    private const int DeepestBlock = 5;
    private const string Allowed = "A saved reply may have placeholders such as {{customer.name}}, and {{#if order_number}} … {{else}} … {{/if}} or {{#unless}}.";

    private static readonly IHandlebars Engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });

    private readonly HandlebarsTemplate<object, object> _compiled;

    private ReplyTemplate(HandlebarsTemplate<object, object> compiled) => _compiled = compiled;

    /// <summary>Reads a template; without one, <paramref name="fault"/> says what is wrong and in which line.</summary>
    public static ReplyTemplate? Read(string text, out string? fault)
    {
        var rewritten = new StringBuilder(text.Length);
        fault = Rewrite(text, rewritten);
        if (fault is not null)
        {
            return null;
        }

        try
        {
            return new ReplyTemplate(Engine.Compile(rewritten.ToString()));
        }
        catch (HandlebarsException)
        {
            fault = $"The placeholders cannot be read. {Allowed}";
            return null;
        }
    }

    /// <summary>The text with its values; a value that is not known leaves an open place in square brackets.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values)
    {
        var known = new Dictionary<string, object>(StringComparer.Ordinal);
        var shown = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var name in ReplyValues.Names)
        {
            var key = KeyOf(name);
            shown[key] = values.TryGetValue(name, out var value) ? value : ReplyValues.OpenPlace(name);
            known[key] = values.ContainsKey(name);
        }

        return _compiled(new Dictionary<string, object>(StringComparer.Ordinal) { ["shown"] = shown, ["known"] = known }).ReplaceLineEndings("\n").Trim();
    }

    /// <summary>Checks every tag and writes it anew in terms of our own two tables, so that nothing of the engine but looking up and asking whether is ever reached.</summary>
    private static string? Rewrite(string text, StringBuilder rewritten)
    {
        var blocks = new Stack<string>();
        var (at, tags) = (0, 0);
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            var line = text.AsSpan(0, open).Count('\n') + 1;
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                return $"Line {line}: a placeholder begins with {{{{ and does not end with }}}}.";
            }

            if (++tags > MostTags)
            {
                return $"A saved reply has at most {MostTags} placeholders.";
            }

            rewritten.Append(text, at, open - at);
            var tag = text[(open + 2)..close].Trim();
            if ((close + 2 < text.Length && text[close + 2] == '}') || (open > 0 && text[open - 1] == '\\'))
            {
                return $"Line {line}: write two braces, nothing before and after them. {Allowed}";
            }

            if (Translate(tag, blocks, rewritten) is { } fault)
            {
                return $"Line {line}: {fault}";
            }

            at = close + 2;
        }

        rewritten.Append(text, at, text.Length - at);
        return blocks.Count == 0 ? null : $"{{{{#{blocks.Peek()}}}}} is never closed: add {{{{/{blocks.Peek()}}}}}.";
    }

    private static string? Translate(string tag, Stack<string> blocks, StringBuilder rewritten)
    {
        switch (tag.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["#if" or "#unless", var name] when ReplyValues.Names.Contains(name):
                if (blocks.Count == DeepestBlock)
                {
                    return $"at most {DeepestBlock} blocks stand inside one another.";
                }

                blocks.Push(tag.StartsWith("#if", StringComparison.Ordinal) ? "if" : "unless");
                rewritten.Append("{{#").Append(blocks.Peek()).Append(" known.").Append(KeyOf(name)).Append("}}");
                return null;
            case ["#if" or "#unless", var unknown]:
                return $"there is no placeholder {Shown(unknown)}. There are: {string.Join(", ", ReplyValues.Names)}.";
            case ["else"] when blocks.Count > 0:
                rewritten.Append("{{else}}");
                return null;
            case ["/if" or "/unless"] when blocks.TryPeek(out var block) && tag == "/" + block:
                rewritten.Append("{{/").Append(blocks.Pop()).Append("}}");
                return null;
            case ["else" or "/if" or "/unless"]:
                return $"{{{{{tag}}}}} closes nothing that is open.";
            case [var name] when ReplyValues.Names.Contains(name):
                rewritten.Append("{{shown.").Append(KeyOf(name)).Append("}}");
                return null;
            case [var word] when word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.'):
                return $"there is no placeholder {Shown(word)}. There are: {string.Join(", ", ReplyValues.Names)}.";
            default:
                return $"{Shown(tag)} is not allowed. {Allowed}";
        }
    }

    private static string KeyOf(string name) => name.Replace('.', '_');

    private static string Shown(string tag) => $"{{{{{(tag.Length > 40 ? tag[..40] + "…" : tag).ReplaceLineEndings(" ")}}}}}";
}
