using System.Collections.Frozen;

namespace OutlookAssist.Mailboxes;

/// <summary>The few ways in which an element can matter to the text of a mail.</summary>
internal enum HtmlTag : byte
{
    /// <summary>Changes nothing but looks.</summary>
    Inline,

    /// <summary>Begins and ends a line.</summary>
    Block,

    /// <summary>Begins and ends a paragraph, with an empty line around it.</summary>
    Paragraph,

    /// <summary>Has no content, and no meaning for text.</summary>
    Void,

    /// <summary>br.</summary>
    LineBreak,

    /// <summary>hr.</summary>
    Rule,

    /// <summary>ul, dl, menu.</summary>
    BulletList,

    /// <summary>ol.</summary>
    NumberedList,

    /// <summary>li.</summary>
    ListItem,

    /// <summary>table.</summary>
    Table,

    /// <summary>tr.</summary>
    Row,

    /// <summary>td, th.</summary>
    Cell,

    /// <summary>a.</summary>
    Link,

    /// <summary>pre.</summary>
    Preformatted,

    /// <summary>blockquote.</summary>
    Quote,

    /// <summary>Elements whose content no mail client shows as text.</summary>
    Dropped,
}

/// <summary>Knows the elements by name.</summary>
internal static class HtmlTags
{
    private static readonly FrozenDictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> ByName = Build();

    /// <summary>The kind of an element; unknown ones are inline, as in a browser.</summary>
    public static HtmlTag Find(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var tag) ? tag : HtmlTag.Inline;

    private static FrozenDictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var names = new Dictionary<string, HtmlTag>(StringComparer.OrdinalIgnoreCase);
        void Add(HtmlTag tag, string list)
        {
            foreach (var name in list.Split(' '))
                names[name] = tag;
        }

        Add(HtmlTag.Block, "div section article header footer main aside nav address center fieldset form figure figcaption details summary caption dt dd legend body html tbody thead tfoot");
        Add(HtmlTag.Paragraph, "p h1 h2 h3 h4 h5 h6");
        Add(HtmlTag.Void, "img input meta link area base col embed source track wbr param");
        Add(HtmlTag.LineBreak, "br");
        Add(HtmlTag.Rule, "hr");
        Add(HtmlTag.BulletList, "ul dl menu dir");
        Add(HtmlTag.NumberedList, "ol");
        Add(HtmlTag.ListItem, "li");
        Add(HtmlTag.Table, "table");
        Add(HtmlTag.Row, "tr");
        Add(HtmlTag.Cell, "td th");
        Add(HtmlTag.Link, "a");
        Add(HtmlTag.Preformatted, "pre listing plaintext");
        Add(HtmlTag.Quote, "blockquote");
        Add(HtmlTag.Dropped, "script style title textarea iframe noembed noframes xmp template svg math object select xml audio video canvas");
        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
