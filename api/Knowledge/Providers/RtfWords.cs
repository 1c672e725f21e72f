namespace OutlookAssist.Knowledge.Providers;

/// <summary>Where the text of a Rich Text group goes.</summary>
internal enum RtfDestination
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>Names of styles.</summary>
    StyleSheet,

    /// <summary>Fonts with their character sets.</summary>
    FontTable,

    /// <summary>The document's title.</summary>
    Title,

    /// <summary>The sign before a list item.</summary>
    ListMark,

    /// <summary>Nowhere.</summary>
    Skip,
}

/// <summary>Tells which Rich Text control words begin a part that is no running text.</summary>
internal static class RtfWords
{
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "pict", "object", "objdata", "info", "colortbl", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata", "colorschememapping", "datastore", "latentstyles",
        "xmlnstbl", "filetbl", "fldinst", "bkmkstart", "bkmkend", "datafield", "sp", "sn", "atnid", "atnauthor", "annotation", "atrfstart", "atrfend", "tc", "xe", "private", "author", "operator",
        "company", "subject", "doccomm", "keywords", "comment", "creatim", "revtim", "printim", "buptim", "nonshppict", "falt", "panose", "template", "userprops", "wgrffmtfilter", "ffdeftext",
        "list", "listlevel", "leveltext", "levelnumbers", "listname", "lfolevel", "listoverride", "pgdsctbl", "passwordhash", "mmathPr", "do", "docvar", "factoidname", "pnseclvl", "blipuid", "picprop", "shprslt",
    };

    /// <summary>The destination that a control word opens, or null for an ordinary word.</summary>
    public static RtfDestination? Destination(string word, bool isOptional) => word switch
    {
        "fonttbl" => RtfDestination.FontTable,
        "stylesheet" => RtfDestination.StyleSheet,
        "title" => RtfDestination.Title,
        "listtext" or "pntext" => RtfDestination.ListMark,
        "header" or "headerl" or "headerr" or "headerf" or "footer" or "footerl" or "footerr" or "footerf" or "footnote" => RtfDestination.Body,
        // Text boxes are optional in name only; their words are on the page.
        "result" => RtfDestination.Body,
        "shptxt" or "shpinst" when isOptional || word == "shptxt" => RtfDestination.Body,
        "htmltag" => RtfDestination.Skip,
        _ => Skipped.Contains(word) ? RtfDestination.Skip : null,
    };
}
