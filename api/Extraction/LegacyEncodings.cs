using System.Text;

namespace OutlookAssist.Extraction;

/// <summary>Guesses which of the encodings from before UTF-8 a text was written in, by which of them reads most like words.</summary>
internal static class LegacyEncodings
{
    /// <summary>So many bytes decide; a whole book would not decide better.</summary>
    private const int Sample = 32 * 1024;

    // Ties go to the earlier one, so the most common comes first.
    private static readonly string[] Candidates =
        ["windows-1252", "windows-1251", "koi8-r", "windows-1250", "windows-1253", "windows-1255", "windows-1256", "shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"];

    /// <summary>The most frequent characters of Chinese in both scripts and of Korean: bytes read in the wrong encoding hardly hit them.</summary>
    private static readonly HashSet<char> Frequent =
    [
        .. "的一是不了在人有我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小无同么经法当起与好看学进种将还分此心前面又定见只主没公从请您",
        .. "這為來個們說國時於會後對著裡過發無麼經當與學進種將還見沒從請們",
        .. "이다의에는을를가은로하고지기사한서리니시아나도자대어수일인정해과스그게라부들제보상만으면여요합있",
    ];

    /// <summary>The likeliest encoding; windows-1252 when nothing speaks for another.</summary>
    public static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var best = TextEncodings.Named("windows-1252")!;
        var bestScore = double.NegativeInfinity;
        foreach (var name in Candidates)
        {
            var encoding = Encoding.GetEncoding(TextEncodings.Named(name)!.CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
            var score = Score(encoding.GetString(sample));
            if (score > bestScore + 0.02)
                (best, bestScore) = (encoding, score);
        }

        return best;
    }

    /// <summary>Points per character beyond ASCII: words of one script score, mixtures and odd signs do not.</summary>
    private static double Score(string text)
    {
        double points = 0;
        var count = 0;
        var previous = ' ';
        foreach (var character in text)
        {
            if (character > 0x7F)
            {
                count++;
                points += Points(character, previous);
            }

            previous = character;
        }

        return count == 0 ? 0 : points / count;
    }

    private static double Points(char character, char previous) => character switch
    {
        '\uFFFD' => -6,
        < '\u00A0' => -4,
        '\u2019' or '\u201C' or '\u201D' or '\u2013' or '\u2014' or '\u2026' or '\u20AC' or '\u00A0' or '\u00A7' or '\u00B0' => 0.6,
        // A capital after a small letter is what one encoding read as another looks like.
        _ when char.IsUpper(character) && char.IsLower(previous) => -2,
        // Western and Greek or Cyrillic letters do not meet inside a word.
        >= '\u0370' and <= '\u06FF' => char.IsAsciiLetter(previous) ? -2 : IsSame(character, previous) ? 1.5 : 0.9,
        >= '\u00C0' and <= '\u017F' => previous > '\u00BF' && char.IsLetter(previous) ? -0.5 : char.IsAsciiLetter(previous) || previous == ' ' ? (character <= '\u00FF' ? 1 : 0.85) : 0,
        // A double-byte text has hardly a lone sign; the common ideographs and kana are what its words are made of.
        >= '\u3040' and <= '\u30FF' => 1.6,
        >= '\u4E00' and <= '\u9FFF' => Frequent.Contains(character) ? 2 : 0.5,
        >= '\uAC00' and <= '\uD7A3' => Frequent.Contains(character) ? 2 : 0.5,
        >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFF60' => 1,
        >= '\uFF61' and <= '\uFF9F' => -1.5,
        >= '\uE000' and <= '\uF8FF' => -5,
        _ => -1,
    };

    private static bool IsSame(char character, char previous) => previous >= 0x370 && (character >> 8) == (previous >> 8);
}
