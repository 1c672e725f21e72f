using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace OutlookAssist.Language;

/// <summary>What a single letter is and what it is compared as, so that "Réclamation", "reclamation" and "ＲＥＣＬＡＭＡＴＩＯＮ" are one word.</summary>
internal static class Letters
{
    private static readonly char[] Plain = PlainForms();

    // One letter here is two letters to somebody who types without it.
    private static readonly FrozenDictionary<char, string> Spelled = new Dictionary<char, string>
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['ĳ'] = "ij",
    }.ToFrozenDictionary();

    /// <summary>The letter without its accent. Only Latin and Greek: elsewhere a mark makes another letter.</summary>
    public static char WithoutAccent(char letter) => letter < Plain.Length ? Plain[letter] : letter;

    /// <summary>Removes accents and spells out ligatures in place; the buffer must have room for twice the length.</summary>
    /// <returns>The new length.</returns>
    public static int RemoveAccents(Span<char> word, int length)
    {
        if (Ascii.IsValid(word[..length]))
            return length;
        Span<char> source = stackalloc char[length];
        word[..length].CopyTo(source);
        var written = 0;
        foreach (var letter in source)
        {
            if (Spelled.TryGetValue(letter, out var spelled))
            {
                spelled.CopyTo(word[written..]);
                written += spelled.Length;
            }
            else if (letter is < '\u0300' or > '\u036F')
            {
                word[written++] = WithoutAccent(letter);
            }
        }

        return written;
    }

    /// <summary>Which rules for taking words out of a text hold at this character.</summary>
    public static Script ScriptOf(char letter) => letter switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') or (>= '\uFB00' and <= '\uFB06') or (>= '\uFF10' and <= '\uFF5A') => Script.Latin,
        >= '\u0370' and <= '\u03FF' or (>= '\u1F00' and <= '\u1FFF') => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0590' and <= '\u05FF' or (>= '\uFB1D' and <= '\uFB4F') => Script.Hebrew,
        >= '\u0600' and <= '\u077F' or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') => Script.Arabic,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        >= '\u0E80' and <= '\u0EFF' or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') => Script.Unspaced,
        >= '\u3041' and <= '\u309F' => Script.Hiragana,
        >= '\u30A0' and <= '\u30FF' or (>= '\uFF66' and <= '\uFF9F') => Script.Katakana,
        >= '\u1100' and <= '\u11FF' or (>= '\u3130' and <= '\u318F') or (>= '\uAC00' and <= '\uD7A3') => Script.Hangul,
        >= '\u3400' and <= '\u9FFF' or (>= '\uF900' and <= '\uFAFF') or '\u3005' or (>= '\uD840' and <= '\uDFFF') => Script.Han,
        _ => Script.Other,
    };

    /// <summary>Scripts that put no spaces between words: a search there goes by pairs of characters.</summary>
    public static bool IsUnspaced(Script script) =>
        script is Script.Thai or Script.Unspaced or Script.Hiragana or Script.Katakana or Script.Hangul or Script.Han;

    private static char[] PlainForms()
    {
        var forms = new char[0x2000];
        for (var code = 0; code < forms.Length; code++)
        {
            var letter = (char)code;
            forms[code] = letter switch
            {
                'ø' => 'o',
                'đ' or 'ð' => 'd',
                'ł' => 'l',
                'ı' => 'i',
                'ħ' => 'h',
                'ς' => 'σ',
                _ when code is >= 0xC0 and < 0x250 or >= 0x370 and < 0x400 or >= 0x1E00 => Decomposed(letter),
                _ => letter,
            };
        }

        return forms;
    }

    private static char Decomposed(char letter)
    {
        if (!char.IsLetter(letter))
            return letter;
        var parts = letter.ToString().Normalize(NormalizationForm.FormD);
        return parts.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(parts[1]) == UnicodeCategory.NonSpacingMark ? parts[0] : letter;
    }
}

/// <summary>Families of letters that this module treats differently.</summary>
internal enum Script
{
    /// <summary>Spaced words without rules of their own.</summary>
    Other,
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Devanagari,
    Thai,

    /// <summary>Lao, Burmese, Khmer: written without spaces.</summary>
    Unspaced,
    Hiragana,
    Katakana,
    Hangul,
    Han,
}
