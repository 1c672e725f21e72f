namespace OutlookAssist.Mailboxes;

/// <summary>The simple rules of a mail's own style sheets, because text can be hidden by a class as well as by an attribute.</summary>
/// <remarks>Only single selectors count (<c>p</c>, <c>.name</c>, <c>p.name</c>, <c>#name</c>); rules for some screens only (@media) do not.</remarks>
internal sealed class HtmlStyleSheet
{
    private const int MaximumRules = 2000;

    private readonly Dictionary<string, HtmlLook> looks = new(StringComparer.OrdinalIgnoreCase);

    private Dictionary<string, HtmlLook>.AlternateLookup<ReadOnlySpan<char>> BySelector => looks.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when no rule was kept, so that callers can skip the look-ups.</summary>
    public bool IsEmpty => looks.Count == 0;

    /// <summary>Adds the rules of one style element.</summary>
    public void Add(ReadOnlySpan<char> css)
    {
        while (looks.Count < MaximumRules)
        {
            var open = css.IndexOf('{');
            if (open < 0)
                return;
            var selectors = css[..open];
            var comment = selectors.LastIndexOf("*/");
            if (comment >= 0)
                selectors = selectors[(comment + 2)..];
            selectors = selectors[(selectors.LastIndexOfAny(";}") + 1)..].Trim().TrimStart("<!->").Trim();
            if (selectors.StartsWith("@"))
            {
                css = SkipBlock(css[(open + 1)..]);
                continue;
            }

            var close = css[open..].IndexOf('}');
            var declarations = close < 0 ? css[(open + 1)..] : css.Slice(open + 1, close - 1);
            AddRule(selectors, HtmlLook.Parse(declarations));
            if (close < 0)
                return;
            css = css[(open + close + 1)..];
        }
    }

    /// <summary>What the rules say about an element, weakest first: its tag, its classes, its id.</summary>
    public HtmlLook Find(ReadOnlySpan<char> tag, ReadOnlySpan<char> classes, ReadOnlySpan<char> id)
    {
        var look = HtmlLook.Nothing;
        if (BySelector.TryGetValue(tag, out var byTag))
            look = look.OverriddenBy(byTag);
        foreach (var range in classes.Split(' '))
        {
            if (!classes[range].IsEmpty)
                look = Override(look, ".", classes[range]);
        }

        return id.IsEmpty ? look : Override(look, "#", id);
    }

    private HtmlLook Override(HtmlLook look, ReadOnlySpan<char> prefix, ReadOnlySpan<char> name)
    {
        if (name.Length > 100)
            return look;
        Span<char> selector = stackalloc char[101];
        prefix.CopyTo(selector);
        name.CopyTo(selector[1..]);
        return BySelector.TryGetValue(selector[..(name.Length + 1)], out var stated) ? look.OverriddenBy(stated) : look;
    }

    private void AddRule(ReadOnlySpan<char> selectors, HtmlLook look)
    {
        if (look == HtmlLook.Nothing)
            return;
        foreach (var range in selectors.Split(','))
        {
            var selector = selectors[range].Trim();
            // "a:hover" and "td p" hold only sometimes, so they must not hide anything.
            if (selector.IsEmpty || selector.Length > 100 || selector.IndexOfAny(" :>+~[*") >= 0)
                continue;
            var dot = selector.IndexOf('.');
            if (dot > 0)
                selector = selector[dot..];
            var name = selector.ToString();
            looks[name] = looks.TryGetValue(name, out var known) ? known.OverriddenBy(look) : look;
        }
    }

    private static ReadOnlySpan<char> SkipBlock(ReadOnlySpan<char> css)
    {
        var depth = 1;
        while (depth > 0)
        {
            var brace = css.IndexOfAny('{', '}');
            if (brace < 0)
                return default;
            depth += css[brace] == '{' ? 1 : -1;
            css = css[(brace + 1)..];
        }

        return css;
    }
}
