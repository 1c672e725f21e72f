using System.Text;
using OutlookAssist.Extraction;

namespace OutlookAssist.Tests.Api.Extraction;

public class DocumentTypesTests
{
    [Theory]
    [InlineData("a.txt", "Hello", DocumentType.PlainText)]
    [InlineData("A.MD", "# Hello", DocumentType.Markdown)]
    [InlineData("a.htm", "<p>Hello", DocumentType.Html)]
    [InlineData("a.pdf", "%PDF-1.7\n", DocumentType.Pdf)]
    [InlineData("a.pdf", "\n\n junk before the mark %PDF-1.4", DocumentType.Pdf)]
    [InlineData("a.docx", "PK\u0003\u0004rest", DocumentType.Docx)]
    [InlineData("a.txt", "MZ is how this sentence begins, and it goes on.", DocumentType.PlainText)]
    internal void A_document_is_known_by_its_name_and_content(string name, string content, DocumentType expected) =>
        Assert.Equal(expected, DocumentTypes.Examine(name, Encoding.Latin1.GetBytes(content)).Type);

    [Theory]
    [InlineData("a.pdf", "MZ\u0090\0\u0003\0\0\0")]
    [InlineData("a.txt", "\u007fELF\u0002\u0001\u0001")]
    [InlineData("a.txt", "PK\u0003\u0004rest")]
    [InlineData("a.docx", "%PDF-1.7 and more")]
    [InlineData("a.docx", "this is only text")]
    [InlineData("a.html", "\u0089PNG\r\n\u001a\n")]
    [InlineData("a.md", "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0001\u0002\u0003")]
    public void Content_that_contradicts_the_name_is_unsupported(string name, string content) =>
        Assert.Equal("unsupported-document", DocumentTypes.Examine(name, Encoding.Latin1.GetBytes(content)).Code);

    [Theory]
    [InlineData("mail.msg", ".eml")]
    [InlineData("old.doc", ".docx")]
    [InlineData("scan.jpeg", "recognised text")]
    [InlineData("setup.exe", "Upload one of")]
    [InlineData("noending", "Upload one of")]
    public void A_refusal_names_the_remedy(string name, string remedy)
    {
        var verdict = DocumentTypes.Examine(name, "anything"u8);
        Assert.Equal("unsupported-document", verdict.Code);
        Assert.Contains(remedy, verdict.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strange_ending_is_not_repeated_in_the_sentence() =>
        Assert.DoesNotContain("<script", DocumentTypes.Examine("a.<script>alert(1)", "anything"u8).Detail, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void An_empty_file_is_refused_as_empty_whatever_its_name() =>
        Assert.Equal("empty-document", DocumentTypes.Examine("a.exe", []).Code);
}
