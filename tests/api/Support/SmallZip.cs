using System.IO.Compression;
using System.Text;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>Writes zipped documents part by part.</summary>
internal static class SmallZip
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>An archive of named parts.</summary>
    public static byte[] Of(params (string Name, string Content)[] parts)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A Word document with this XML inside its body; styles "Heading1" and "Heading2" are known to it.</summary>
    public static byte[] Docx(string body, params (string Name, string Content)[] more) => Of(
    [
        ("_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/_rels/document.xml.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="r2" Type="{Office}/footnotes" Target="footnotes.xml"/></Relationships>"""),
        ("word/styles.xml", $"""<w:styles xmlns:w="{Word}"><w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Heading2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Own"><w:name w:val="House Style"/><w:basedOn w:val="Heading2"/></w:style></w:styles>"""),
        ("word/document.xml", $"""<w:document xmlns:w="{Word}"><w:body>{body}</w:body></w:document>"""),
        .. more,
    ]);

    /// <summary>A Word paragraph; <paramref name="properties"/> go before its text.</summary>
    public static string P(string text, string properties = "", string run = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";
}
