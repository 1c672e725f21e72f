using System.ComponentModel.DataAnnotations;

namespace OutlookAssist.Extraction;

/// <summary>How much time, memory and text one uploaded document may cost before it is given up as <c>too-complex</c>.</summary>
internal sealed class ExtractionOptions
{
    /// <summary>Seconds that one document may take.</summary>
    [Range(1, 600)]
    public int DocumentSeconds { get; set; } = 18;

    /// <summary>Pages, slides or sheets of one document.</summary>
    [Range(1, 100_000)]
    public int Pages { get; set; } = 5_000;

    /// <summary>Characters of text taken from one document.</summary>
    [Range(1_000, 200_000_000)]
    public int Characters { get; set; } = 20_000_000;

    /// <summary>Characters of HTML, Markdown or JSON, whose parsed form takes many times the memory of the text.</summary>
    [Range(100_000, 200_000_000)]
    public int ParsedCharacters { get; set; } = 16_000_000;

    /// <summary>Elements of one HTML page.</summary>
    [Range(1_000, 10_000_000)]
    public int Elements { get; set; } = 500_000;

    /// <summary>Bytes that the parts of a zipped document may have when unpacked, all together.</summary>
    [Range(1_048_576, 2_147_483_647)]
    public long ExpandedBytes { get; set; } = 160L * 1024 * 1024;

    /// <summary>Parts in a zipped document.</summary>
    [Range(10, 1_000_000)]
    public int Entries { get; set; } = 20_000;

    /// <summary>How many times larger than its packed form a part of more than a megabyte may be.</summary>
    [Range(10, 10_000)]
    public int ExpansionRatio { get; set; } = 250;

    /// <summary>Levels of nesting in HTML, XML, JSON and RTF.</summary>
    [Range(16, 10_000)]
    public int Depth { get; set; } = 256;

    /// <summary>Megabytes that the PDF reader's process may hold.</summary>
    [Range(128, 8_192)]
    public int ReaderMegabytes { get; set; } = 640;

    /// <summary>Seconds after which a PDF reader that has nothing to do is stopped.</summary>
    [Range(1, 3_600)]
    public int ReaderIdleSeconds { get; set; } = 20;
}
