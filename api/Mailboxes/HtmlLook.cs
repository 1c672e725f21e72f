using System.Globalization;

namespace OutlookAssist.Mailboxes;

/// <summary>What CSS declarations say about whether a reader sees the text under them; everything else about looks is ignored.</summary>
internal readonly record struct HtmlLook
{
    /// <summary>A background that a picture or gradient paints: no colour can be called invisible on it.</summary>
    public const int UnknownColor = -2;

    /// <summary>No colour was stated.</summary>
    public const int NoColor = -1;

    // Two shades this close cannot be told apart on a screen.
    private const int NearlyEqual = 16;
    private const float SmallestReadableFont = 1.5f;
    private const float OffScreen = -400;

    private enum Stated : byte
    {
        Unset,
        Shown,
        Hidden,
    }

    private Stated Display { get; init; }

    private Stated Visibility { get; init; }

    private bool Clipped { get; init; }

    private float? FontSize { get; init; }

    private int Color { get; init; }

    private int Background { get; init; }

    /// <summary>A page without any style: black on white.</summary>
    public static HtmlLook Page { get; } = new() { FontSize = 16, Color = 0x000000, Background = 0xFFFFFF };

    /// <summary>States nothing.</summary>
    public static HtmlLook Nothing { get; } = new() { Color = NoColor, Background = NoColor };

    /// <summary>True when text directly under this look cannot be seen.</summary>
    public bool HidesText =>
        Display == Stated.Hidden || Clipped || Visibility == Stated.Hidden || FontSize < SmallestReadableFont || SameShade(Color, Background);

    /// <summary>The look of an element inside this one. What removes the box cannot be undone further in; colours and sizes can.</summary>
    public HtmlLook Inner(HtmlLook stated) => new()
    {
        Display = Display == Stated.Hidden || stated.Display == Stated.Hidden ? Stated.Hidden : Stated.Unset,
        Clipped = Clipped || stated.Clipped,
        Visibility = stated.Visibility == Stated.Unset ? Visibility : stated.Visibility,
        FontSize = stated.FontSize ?? FontSize,
        Color = stated.Color == NoColor ? Color : stated.Color,
        Background = stated.Background == NoColor ? Background : stated.Background,
    };

    /// <summary>These declarations with stronger ones laid over them.</summary>
    public HtmlLook OverriddenBy(HtmlLook stronger) => new()
    {
        Display = stronger.Display == Stated.Unset ? Display : stronger.Display,
        Clipped = Clipped || stronger.Clipped,
        Visibility = stronger.Visibility == Stated.Unset ? Visibility : stronger.Visibility,
        FontSize = stronger.FontSize ?? FontSize,
        Color = stronger.Color == NoColor ? Color : stronger.Color,
        Background = stronger.Background == NoColor ? Background : stronger.Background,
    };

    /// <summary>A look stated by old attributes: <c>bgcolor</c>, <c>color</c>, <c>hidden</c>.</summary>
    public HtmlLook WithAttribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (name.Equals("hidden", StringComparison.OrdinalIgnoreCase))
            return this with { Display = Stated.Hidden };
        if (name.Equals("bgcolor", StringComparison.OrdinalIgnoreCase))
            return value.IsEmpty ? this : this with { Background = HtmlColor.ParseBackground(value, Background) };
        if (name.Equals("background", StringComparison.OrdinalIgnoreCase))
            return this with { Background = UnknownColor };
        return this with { Color = HtmlColor.Parse(value) };
    }

    /// <summary>Reads declarations such as <c>color:#fff; font-size:0</c>.</summary>
    public static HtmlLook Parse(ReadOnlySpan<char> declarations)
    {
        var look = Nothing;
        bool overflowHidden = false, noExtent = false, positioned = false, farAway = false;
        Span<char> lower = stackalloc char[24];
        while (!declarations.IsEmpty)
        {
            var end = declarations.IndexOf(';');
            var declaration = end < 0 ? declarations : declarations[..end];
            declarations = end < 0 ? default : declarations[(end + 1)..];
            var colon = declaration.IndexOf(':');
            if (colon <= 0)
                continue;
            var name = declaration[..colon].Trim();
            var value = declaration[(colon + 1)..].Trim();
            var important = value.IndexOf('!');
            if (important > 0)
                value = value[..important].TrimEnd();
            if (value.IsEmpty || name.Length > 24)
                continue;

            name.ToLowerInvariant(lower);
            switch (lower[..name.Length])
            {
                case "display":
                    look = look with { Display = Is(value, "none") ? Stated.Hidden : Stated.Shown };
                    break;
                case "mso-hide":
                    look = look with { Display = Is(value, "all") ? Stated.Hidden : look.Display };
                    break;
                case "visibility":
                    look = look with { Visibility = Is(value, "hidden") || Is(value, "collapse") ? Stated.Hidden : Stated.Shown };
                    break;
                case "opacity":
                    look = look with { Clipped = look.Clipped || Number(value) < 0.05f };
                    break;
                case "font-size":
                    look = look with { FontSize = Size(value) ?? look.FontSize };
                    break;
                case "color":
                    look = look with { Color = HtmlColor.Parse(value) };
                    break;
                case "background" or "background-color" or "background-image":
                    look = look with { Background = HtmlColor.ParseBackground(value, look.Background) };
                    break;
                case "overflow":
                    overflowHidden = Is(value, "hidden");
                    break;
                case "height" or "max-height" or "width" or "max-width":
                    noExtent |= Size(value) is <= 1;
                    break;
                case "position":
                    positioned = Is(value, "absolute") || Is(value, "fixed");
                    break;
                case "left" or "right" or "top":
                    farAway |= Size(value) < OffScreen;
                    break;
                case "text-indent" or "margin-left" or "margin-top":
                    look = look with { Clipped = look.Clipped || Size(value) < OffScreen };
                    break;
                case "clip":
                    look = look with { Clipped = look.Clipped || value.StartsWith("rect(0", StringComparison.OrdinalIgnoreCase) };
                    break;
            }
        }

        return (overflowHidden && noExtent) || (positioned && farAway) ? look with { Clipped = true } : look;
    }

    private static bool Is(ReadOnlySpan<char> value, ReadOnlySpan<char> word) => value.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static float? Number(ReadOnlySpan<char> value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] is '.' or '-' or '+'))
            end++;
        return float.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A length in pixels; relative units are read against 16 pixels, percentages as unknown unless zero.</summary>
    private static float? Size(ReadOnlySpan<char> value)
    {
        if (Number(value) is not { } number)
            return null;
        if (number == 0)
            return 0;
        if (value.EndsWith("em", StringComparison.OrdinalIgnoreCase))
            return number * 16;
        if (value.EndsWith("in", StringComparison.OrdinalIgnoreCase))
            return number * 96;
        if (value.EndsWith("pt", StringComparison.OrdinalIgnoreCase))
            return number * 4 / 3;
        return value[^1] == '%' ? number * 0.16f : number;
    }

    private static bool SameShade(int color, int background)
    {
        if (color < 0 || background < 0)
            return color == HtmlColor.Transparent;
        return Math.Abs((color >> 16) - (background >> 16)) <= NearlyEqual
            && Math.Abs(((color >> 8) & 255) - ((background >> 8) & 255)) <= NearlyEqual
            && Math.Abs((color & 255) - (background & 255)) <= NearlyEqual;
    }
}
