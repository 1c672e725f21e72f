using System.Globalization;
using System.Text;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>Writes small PDF files by hand, so that a test says in its own lines what stands where on a page.</summary>
internal sealed class SmallPdf
{
    private readonly List<string> pages = [];
    private string? title;

    /// <summary>Sets the title in the document's properties.</summary>
    public SmallPdf Titled(string text)
    {
        title = text;
        return this;
    }

    /// <summary>Adds a page (612 × 792 points) with raw drawing operators; F1 is Helvetica and F2 Helvetica-Bold.</summary>
    public SmallPdf Page(string operators)
    {
        pages.Add(operators);
        return this;
    }

    /// <summary>One line of text at a place, its size in points.</summary>
    public static string Line(double x, double y, double size, string text, string font = "F1") =>
        string.Create(CultureInfo.InvariantCulture, $"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET\n");

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', Enumerable.Range(0, pages.Count).Select(index => $"{6 + (2 * index)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            $"<< /Title ({title}) >>",
        };
        for (var index = 0; index < pages.Count; index++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {7 + (2 * index)} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>");
            objects.Add($"<< /Length {pages[index].Length} >>\nstream\n{pages[index]}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var index = 0; index < objects.Count; index++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
