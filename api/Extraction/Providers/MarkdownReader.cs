using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OutlookAssist.Extraction.Providers;

/// <summary>Reads Markdown by its structure: headings, lists, tables with headers, code; marks and link targets are left out.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().UseDefinitionLists().UseFootnotes().UseYamlFrontMatter().Build();

    /// <summary>Adds the text to the document.</summary>
    public static void Read(string text, DocumentBuilder document)
    {
        document.Budget.CheckParsed(text.Length);
        foreach (var piece in MarkdownPieces.Cut(text))
        {
            document.Budget.SpendCharacters(0);
            if (piece.Length > MarkdownPieces.Longest)
                PlainTextReader.Read(piece, document);
            else
                ReadPiece(piece, document);
        }
    }

    private static void ReadPiece(string text, DocumentBuilder document)
    {
        MarkdownDocument tree;
        try
        {
            tree = Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses nesting that no person writes; the words are still there.
            PlainTextReader.Read(text, document);
            return;
        }

        AddBlocks(tree, document, depth: 0);
        document.Title ??= (tree.Descendants<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1)?.Inline is { } inline) ? Words(inline) : null;
    }

    private static void AddBlocks(ContainerBlock container, DocumentBuilder document, int depth)
    {
        document.Budget.CheckDepth(depth);
        foreach (var block in container)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    document.Heading(Words(heading.Inline), heading.Level);
                    break;
                case Table table:
                    AddTable(table, document);
                    break;
                case ListBlock list:
                    foreach (var item in list.OfType<ListItemBlock>())
                        AddItem(item, list.IsOrdered ? $"{item.Order}. " : "", document, depth);
                    break;
                case YamlFrontMatterBlock or LinkReferenceDefinitionGroup:
                    break;
                case CodeBlock code:
                    document.Preformatted(code.Lines.ToString());
                    break;
                case HtmlBlock html:
                    HtmlReader.ReadFragment(html.Lines.ToString(), document);
                    break;
                case LeafBlock { Inline: not null } leaf:
                    document.Paragraph(Words(leaf.Inline));
                    break;
                case ContainerBlock inner:
                    AddBlocks(inner, document, depth + 1);
                    break;
            }
        }
    }

    private static void AddItem(ListItemBlock item, string number, DocumentBuilder document, int depth)
    {
        document.Budget.CheckDepth(depth);
        var first = item.FirstOrDefault() as ParagraphBlock;
        if (first is not null)
            document.ListItem(number + Words(first.Inline));
        foreach (var block in item)
        {
            if (block == first)
                continue;
            if (block is ContainerBlock inner and not Table and not ListBlock)
                AddBlocks(inner, document, depth + 1);
            else if (block is ListBlock list)
                foreach (var sub in list.OfType<ListItemBlock>())
                    AddItem(sub, list.IsOrdered ? $"{sub.Order}. " : "", document, depth + 1);
            else if (block is LeafBlock { Inline: not null } leaf)
                document.Paragraph(Words(leaf.Inline));
            else if (block is CodeBlock code)
                document.Preformatted(code.Lines.ToString());
            else if (block is Table table)
                AddTable(table, document);
        }
    }

    private static void AddTable(Table table, DocumentBuilder document)
    {
        var rows = table.OfType<TableRow>().ToList();
        TableWords.AddTo(
            document,
            rows.Select(row => (IReadOnlyList<string>)row.OfType<TableCell>().Select(cell => string.Join(' ', cell.Descendants<LeafBlock>().Select(leaf => Words(leaf.Inline)))).ToList()).ToList(),
            rows.TakeWhile(row => row.IsHeader).Count());
    }

    private static string Words(ContainerInline? inline)
    {
        var text = new StringBuilder();
        if (inline is not null)
            Append(inline, text, 0);
        return text.ToString();
    }

    private static void Append(ContainerInline container, StringBuilder text, int depth)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content);
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded);
                    break;
                case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    text.Append(' ');
                    break;
                case ContainerInline inner when depth < 200:
                    Append(inner, text, depth + 1);
                    break;
            }
        }
    }
}
