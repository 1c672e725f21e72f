namespace OutlookAssist.Privacy.Names;

/// <summary>Brings a word to the form of the name lists: small letters without accents.</summary>
internal static class FoldedName
{
    /// <summary>Longest form that is looked up.</summary>
    public const int Longest = 32;

    private static readonly char[] Table = BuildTable();

    /// <summary>Writes the form and gives its length; 0 when the word is too long or of another script.</summary>
    public static int Write(ReadOnlySpan<char> word, Span<char> folded)
    {
        if (word.Length > Longest - 2)
            return 0;
        var length = 0;
        foreach (var character in word)
        {
            if (character >= Table.Length)
                return character == '’' && length > 0 ? Append(folded, ref length, '\'') : 0;
            var plain = Table[character];
            if (plain == 0)
                return 0;
            folded[length++] = plain;
            if (length >= Longest)
                return 0;
        }

        return length;
    }

    private static int Append(Span<char> folded, ref int length, char character)
    {
        folded[length++] = character;
        return length;
    }

    private static char[] BuildTable()
    {
        var table = new char[0x250];
        for (var code = 0; code < table.Length; code++)
        {
            var character = (char)code;
            if (!char.IsLetter(character) && character is not ('-' or '\''))
                continue;
            var plain = char.ToLowerInvariant(character.ToString().Normalize(System.Text.NormalizationForm.FormD)[0]);
            table[code] = plain < 128 ? plain : '\0';
        }

        // Letters that do not decompose.
        foreach (var (letters, plain) in (ReadOnlySpan<(string, char)>)[("ØøÖö", 'o'), ("Łł", 'l'), ("Đđ", 'd'), ("Ðð", 'd'), ("Þþ", 't'), ("Ææ", 'a'), ("Œœ", 'o'), ("ßẞ", 's'), ("Iıİ", 'i'), ("Ħħ", 'h'), ("Ŋŋ", 'n'), ("Ŧŧ", 't')])
        {
            foreach (var letter in letters)
            {
                if (letter < table.Length)
                    table[letter] = plain;
            }
        }

        return table;
    }
}
