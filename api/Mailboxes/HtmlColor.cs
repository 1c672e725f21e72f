using System.Globalization;

namespace OutlookAssist.Mailboxes;

/// <summary>Turns CSS colours into numbers, so that white on nearly white can be recognised.</summary>
internal static class HtmlColor
{
    /// <summary>The text colour of nothing at all.</summary>
    public const int Transparent = -3;

    /// <summary>0xRRGGBB; <see cref="HtmlLook.NoColor"/> for words that inherit; <see cref="HtmlLook.UnknownColor"/> for what is not understood.</summary>
    public static int Parse(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.IsEmpty || value.Length > 64)
            return HtmlLook.NoColor;
        if (value[0] == '#')
            return Hex(value[1..]);
        if (value.StartsWith("rgb", StringComparison.OrdinalIgnoreCase))
            return Rgb(value);
        Span<char> lower = stackalloc char[64];
        value.ToLowerInvariant(lower);
        return lower[..value.Length] switch
        {
            "white" => 0xFFFFFF,
            "black" => 0x000000,
            "windowtext" => 0x000000,
            "window" => 0xFFFFFF,
            "snow" => 0xFFFAFA,
            "ivory" => 0xFFFFF0,
            "ghostwhite" => 0xF8F8FF,
            "whitesmoke" => 0xF5F5F5,
            "red" => 0xFF0000,
            "blue" => 0x0000FF,
            "green" => 0x008000,
            "yellow" => 0xFFFF00,
            "gray" or "grey" => 0x808080,
            "silver" => 0xC0C0C0,
            "navy" => 0x000080,
            "transparent" => Transparent,
            "inherit" or "initial" or "unset" or "auto" or "currentcolor" => HtmlLook.NoColor,
            _ => HtmlLook.UnknownColor,
        };
    }

    /// <summary>The colour in a <c>background</c> shorthand; a picture makes it unknown, and a transparent one changes nothing.</summary>
    public static int ParseBackground(ReadOnlySpan<char> value, int before)
    {
        if (value.Contains('(') && !value.StartsWith("rgb", StringComparison.OrdinalIgnoreCase))
            return HtmlLook.UnknownColor;
        var space = value[0] is 'r' or 'R' ? -1 : value.IndexOf(' ');
        var color = Parse(space < 0 ? value : value[..space]);
        return color is Transparent or HtmlLook.NoColor || value.Equals("none", StringComparison.OrdinalIgnoreCase) ? before : color;
    }

    private static int Hex(ReadOnlySpan<char> digits)
    {
        if (digits.Length is 3 or 4 && int.TryParse(digits[..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var shortForm))
            return (((shortForm >> 8) & 15) * 0x110000) | (((shortForm >> 4) & 15) * 0x1100) | ((shortForm & 15) * 0x11);
        if (digits.Length >= 6 && int.TryParse(digits[..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var color))
            return digits.Length >= 8 && digits[6..8].SequenceEqual("00") ? Transparent : color;
        return HtmlLook.UnknownColor;
    }

    private static int Rgb(ReadOnlySpan<char> value)
    {
        var open = value.IndexOf('(');
        var result = 0;
        var parts = 0;
        foreach (var range in value[(open + 1)..].SplitAny(", /)"))
        {
            var part = value[(open + 1)..][range];
            if (part.IsEmpty)
                continue;
            if (!float.TryParse(part.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return HtmlLook.UnknownColor;
            if (++parts == 4)
                return number < 0.05f ? Transparent : result;
            result = (result << 8) | Math.Clamp((int)number, 0, 255);
        }

        return parts == 3 ? result : HtmlLook.UnknownColor;
    }
}
