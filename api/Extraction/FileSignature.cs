using System.Buffers.Binary;

namespace OutlookAssist.Extraction;

/// <summary>What a file's first bytes say it is.</summary>
internal enum SignatureKind
{
    /// <summary>Too short or too odd to say.</summary>
    Unknown,

    /// <summary>Reads as text in some encoding.</summary>
    Text,

    /// <summary>Bytes that are no text and no known format.</summary>
    Binary,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>A zip archive, Office documents included.</summary>
    Zip,

    /// <summary>The container of Office before 2007, of messages and of encrypted Office files.</summary>
    Ole,

    /// <summary>A program.</summary>
    Executable,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>A packed archive other than zip.</summary>
    Archive,

    /// <summary>Sound or film.</summary>
    Media,
}

/// <summary>Recognises formats by their first bytes, because a name is only a claim.</summary>
internal static class FileSignature
{
    /// <summary>How far a PDF's mark may stand behind its beginning.</summary>
    private const int PdfMarkWithin = 1024;

    /// <summary>The kind of file that begins like this.</summary>
    public static SignatureKind Of(ReadOnlySpan<byte> head)
    {
        if (head[..Math.Min(head.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) is var mark and >= 0 && (mark == 0 || !IsZip(head)))
            return SignatureKind.Pdf;
        if (IsZip(head))
            return SignatureKind.Zip;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return SignatureKind.Ole;
        if (IsExecutable(head))
            return SignatureKind.Executable;
        if (IsImage(head))
            return SignatureKind.Image;
        if (IsArchive(head))
            return SignatureKind.Archive;
        if (head.StartsWith("OggS"u8) || head.StartsWith("ID3"u8) || (head.Length > 11 && (head[4..].StartsWith("ftyp"u8) || (head.StartsWith("RIFF"u8) && !head[8..].StartsWith("WEBP"u8)))))
            return SignatureKind.Media;
        return LooksLikeText(head) ? SignatureKind.Text : SignatureKind.Binary;
    }

    /// <summary>The kind in words, after "is".</summary>
    public static string Name(SignatureKind kind) => kind switch
    {
        SignatureKind.Pdf => "a PDF",
        SignatureKind.Zip => "a zip archive or an Office document",
        SignatureKind.Ole => "a file of an older Office version or a saved message",
        SignatureKind.Executable => "a program",
        SignatureKind.Image => "a picture",
        SignatureKind.Archive => "a packed archive",
        SignatureKind.Media => "a sound or film",
        SignatureKind.Text => "plain text",
        _ => "not a document of that type",
    };

    /// <summary>An extension that stands for the kind, to find a remedy by; empty where there is none.</summary>
    public static string Extension(SignatureKind kind) => kind switch
    {
        SignatureKind.Image => ".png",
        SignatureKind.Archive => ".zip",
        _ => "",
    };

    private static bool IsZip(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) || head.StartsWith("PK\u0007\u0008"u8);

    private static bool IsExecutable(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\u007fELF"u8))
            return true;
        // A text may begin with the letters MZ; a program goes on with bytes that no text has.
        if (head.StartsWith("MZ"u8))
            return head.Length < 4 || head[2..Math.Min(head.Length, 64)].IndexOfAnyInRange((byte)0, (byte)8) >= 0;
        return head.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(head) is 0xFEEDFACE or 0xFEEDFACF or 0xCEFAEDFE or 0xCFFAEDFE or 0xCAFEBABE or 0x0061736D;
    }

    private static bool IsImage(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
        || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || head.StartsWith("GIF8"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0x49, 0x49, 0x2A, 0x00])
        || head.StartsWith((ReadOnlySpan<byte>)[0x4D, 0x4D, 0x00, 0x2A])
        || (head.StartsWith("RIFF"u8) && head.Length > 11 && head[8..].StartsWith("WEBP"u8))
        || (head.StartsWith("BM"u8) && head.Length > 14 && head[6..10].IndexOfAnyExcept((byte)0) < 0)
        || (head.Length > 11 && (head[4..].StartsWith("ftyphei"u8) || head[4..].StartsWith("ftypavif"u8)));

    private static bool IsArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
        || head.StartsWith("7z\u00bc"u8[..2]) && head.Length > 3 && head[2] == 0xBC
        || head.StartsWith("Rar!"u8)
        || head.StartsWith("BZh"u8) && head.Length > 9 && head[4] == 0x31
        || head.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58])
        || (head.Length > 262 && head[257..].StartsWith("ustar"u8));

    private static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return true;
        var zeros = head.Count((byte)0);
        if (zeros > 0)
            return TextEncodings.DetectWide(head) is not null;
        var odd = 0;
        foreach (var value in head)
        {
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B or 0x0B or 0x08 or 0x1A))
                odd++;
        }

        return odd * 50 <= head.Length;
    }
}
