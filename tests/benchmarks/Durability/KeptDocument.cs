using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OutlookAssist.Benchmarks.Durability;

/// <summary>A document whose every paragraph says which document, version and paragraph it is, so that any mixture shows.</summary>
internal sealed partial class KeptDocument(string id, int paragraphs)
{
    public string Id { get; } = id;

    /// <summary>The last version that the product accepted; 0 when none.</summary>
    public int Accepted { get; set; }

    /// <summary>The last version that was sent; the product may have accepted it without having been able to say so.</summary>
    public int Sent { get; set; }

    /// <summary>Whether any version has been ready: from then on one always answers.</summary>
    public bool IsKnown { get; set; }

    /// <summary>The text of a version.</summary>
    public byte[] TextOf(int version)
    {
        var text = new StringBuilder();
        for (var paragraph = 0; paragraph < paragraphs; paragraph++)
            text.Append(CultureInfo.InvariantCulture, $"{Mark(version, paragraph)} The keeper of station {(paragraph * 7) % 97} checks the lamp, the lens and the clockwork every morning and writes down what was found.\n\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The version that a page shows, or the sentence that says what is wrong with it.</summary>
    public (int Version, string? Wrong) Read(string page)
    {
        var marks = AnyMark().Matches(page).Where(mark => mark.Groups[1].Value == Id).Select(mark => (Version: Number(mark.Groups[2]), Paragraph: Number(mark.Groups[3]))).ToList();
        if (marks.Count == 0)
            return (0, $"{Id} shows none of its versions");
        var version = marks[0].Version;
        if (marks.Any(mark => mark.Version != version))
            return (version, $"{Id} version {version} is mixed with another");
        var different = marks.Select(mark => mark.Paragraph).Distinct().Count();
        return different == paragraphs && marks.Count == paragraphs ? (version, null) : (version, $"{Id} version {version} shows {marks.Count} paragraphs, {different} of them different, and has {paragraphs}");
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Beacon ([a-z]\d+)x(\d+)v(\d+)p\.")]
    private static partial Regex AnyMark();

    private string Mark(int version, int paragraph) => $"Beacon {Id}x{version}v{paragraph}p.";
}
