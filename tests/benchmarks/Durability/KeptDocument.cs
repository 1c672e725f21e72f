using System.Globalization;
using System.Text;

namespace OutlookAssist.Benchmarks.Durability;

/// <summary>A document whose every paragraph says which document, version and paragraph it is, so that any mixture shows.</summary>
internal sealed class KeptDocument(string id, int paragraphs)
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
        var version = Enumerable.Range(1, Sent).FirstOrDefault(candidate => page.Contains(Mark(candidate, 0), StringComparison.Ordinal));
        if (version == 0)
            return (0, $"{Id} shows none of its versions");
        for (var paragraph = 0; paragraph < paragraphs; paragraph++)
        {
            if (page.Split(Mark(version, paragraph)).Length != 2)
                return (version, $"{Id} version {version} shows paragraph {paragraph} {page.Split(Mark(version, paragraph)).Length - 1} times");
        }

        return page.Split("The keeper of station").Length - 1 == paragraphs ? (version, null) : (version, $"{Id} version {version} is mixed with another");
    }

    private string Mark(int version, int paragraph) => $"Beacon {Id}x{version}v{paragraph}p.";
}
