using System.IO.Compression;
using System.Xml;

namespace OutlookAssist.Extraction;

/// <summary>Opens the parts of a zipped document within limits: a bomb, a broken archive or an entity trick ends as a sentence, not as a dead process.</summary>
internal sealed class ZippedDocument : IDisposable
{
    /// <summary>Parts up to this many bytes may be packed as tightly as they like; templates full of blanks are.</summary>
    private const long SmallPart = 1024 * 1024;

    private readonly ZipArchive archive;
    private readonly ExtractionBudget budget;
    private readonly string what;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    private ZippedDocument(ZipArchive archive, ExtractionBudget budget, string what)
    {
        (this.archive, this.budget, this.what) = (archive, budget, what);
        if (archive.Entries.Count > budget.Options.Entries)
            throw ExtractionFailures.TooComplex();
        foreach (var entry in archive.Entries)
        {
            // Names are only looked up and never become paths, so "../" in one leads nowhere.
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>Names of all parts.</summary>
    public IEnumerable<string> Names => parts.Keys;

    /// <summary>Opens the archive.</summary>
    /// <param name="file">The file, read from any position; it ends with the archive.</param>
    /// <param name="what">What the file claims to be, for the sentence if it is not.</param>
    /// <param name="budget">What it may cost.</param>
    public static ZippedDocument Open(Stream file, string what, ExtractionBudget budget)
    {
        try
        {
            Span<byte> head = stackalloc byte[8];
            if (file.ReadAtLeast(head, 8, throwOnEndOfStream: false) == 8 && head.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
                throw EncryptedOffice.IsInside(file) ? ExtractionFailures.Protected(what) : ExtractionFailures.Damaged(what);
            file.Position = 0;
            return new ZippedDocument(new ZipArchive(file, ZipArchiveMode.Read), budget, what);
        }
        catch (InvalidDataException)
        {
            file.Dispose();
            throw ExtractionFailures.Damaged(what);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>True when the archive has the part.</summary>
    public bool Has(string name) => parts.ContainsKey(name);

    /// <summary>A reader over an XML part, or null when there is none. Document type definitions end the document.</summary>
    public XmlReader? OpenXml(string name)
    {
        if (OpenPart(name) is not { } stream)
            return null;
        return XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = budget.Options.ExpandedBytes,
            MaxCharactersFromEntities = 1024,
            CheckCharacters = false,
        });
    }

    /// <summary>The bytes of a part, or null when there is none.</summary>
    public byte[]? ReadPart(string name)
    {
        if (OpenPart(name) is not { } stream)
            return null;
        using (stream)
        {
            var bytes = new MemoryStream();
            Guard(() => stream.CopyTo(bytes));
            return bytes.ToArray();
        }
    }

    /// <summary>Runs a reading step; what broken archives and broken XML throw becomes <c>damaged</c>.</summary>
    public void Guard(Action step)
    {
        try
        {
            step();
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            throw ExtractionFailures.Damaged(what);
        }
    }

    /// <inheritdoc />
    public void Dispose() => archive.Dispose();

    private Stream? OpenPart(string name)
    {
        if (!parts.TryGetValue(name.Replace('\\', '/').TrimStart('/'), out var entry))
            return null;
        if (entry.Length > SmallPart && entry.Length > entry.CompressedLength * budget.Options.ExpansionRatio)
            throw ExtractionFailures.TooComplex();
        try
        {
            return new CountedStream(entry.Open(), budget);
        }
        catch (InvalidDataException)
        {
            throw ExtractionFailures.Damaged(what);
        }
    }
}
