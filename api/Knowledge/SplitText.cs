using OutlookAssist.Extraction;

namespace OutlookAssist.Knowledge;

/// <summary>Cuts a document into passages along its own seams: headings first, then paragraphs, then sentences, never across a page.</summary>
internal static class SplitText
{
    /// <summary>Characters that a passage aims at: a few sentences say enough to answer and little enough to be precise.</summary>
    public const int Target = 700;

    /// <summary>Characters that no passage passes.</summary>
    public const int Limit = 1200;

    /// <summary>A section shorter than this takes a subsection in rather than standing alone.</summary>
    private const int Fragment = 80;

    /// <summary>Cuts the document; passages are numbered through from 0.</summary>
    public static IReadOnlyList<PassageDraft> Split(ExtractedDocument document)
    {
        var passages = new List<PassageDraft>();
        var path = new HeadingPath();
        foreach (var page in document.Pages)
            new PageSplit(page.Number, path, passages).Run(page.Blocks);
        return passages;
    }

    private sealed class PageSplit(int? page, HeadingPath path, List<PassageDraft> passages)
    {
        private readonly List<TextBlock> open = [];
        private int length;
        private string heading = "";

        public void Run(IReadOnlyList<TextBlock> blocks)
        {
            for (var index = 0; index < blocks.Count; index++)
            {
                var block = blocks[index];
                if (block.Text.Length == 0)
                    continue;
                if (EndsBefore(blocks, index))
                    Close();
                if (block.Kind == BlockKind.Heading)
                    path.Enter(block);
                if (block.Text.Length > Limit)
                    AddInPieces(block);
                else
                    Add(block);
            }

            Close();
        }

        private bool EndsBefore(IReadOnlyList<TextBlock> blocks, int index)
        {
            if (open.Count == 0)
                return false;
            var block = blocks[index];
            var body = open.Where(part => part.Kind != BlockKind.Heading).Sum(part => part.Text.Length);
            if (block.Kind == BlockKind.Heading)
            {
                // A heading at the foot of a page has nothing to introduce there, so it stays with what is before it.
                var introduces = blocks.Skip(index + 1).Any(next => next.Kind != BlockKind.Heading);
                if (!introduces)
                    return length + 1 + block.Text.Length > Limit;
                return body > 0 && !(body < Fragment && block.Level > path.Level) || length + 1 + block.Text.Length > Target;
            }

            // What would be left open must not end in a heading: then the block goes in however long the passage gets.
            var needed = Ahead(blocks, index);
            if (open[^1].Kind == BlockKind.Heading)
                return body > 0 ? false : length + 1 + block.Text.Length > Limit && block.Text.Length <= Limit && length > Limit / 2;
            if (length + 1 + needed <= Target)
                return false;
            // Half a passage takes a whole paragraph rather than leave two stumps.
            return length >= Target / 2 || length + 1 + needed > Limit;
        }

        /// <summary>The length that has to fit: a lead-in sentence ("You need:") counts with the first items of its list.</summary>
        private static int Ahead(IReadOnlyList<TextBlock> blocks, int index)
        {
            var needed = blocks[index].Text.Length;
            if (blocks[index].Kind != BlockKind.Paragraph || !blocks[index].Text.EndsWith(':'))
                return needed;
            for (var next = index + 1; next < blocks.Count && blocks[next].Kind == BlockKind.ListItem && needed + blocks[next].Text.Length < Limit; next++)
                needed += 1 + blocks[next].Text.Length;
            return needed;
        }

        private void Add(TextBlock block)
        {
            if (open.Count > 0 && length + 1 + block.Text.Length > Limit)
                Close();
            if (open.Count == 0)
                heading = path.Words;
            length += block.Text.Length + (open.Count > 0 ? 1 : 0);
            open.Add(block);
        }

        private void AddInPieces(TextBlock block)
        {
            // The first piece fills the passage that is open, so that a heading keeps its text.
            foreach (var piece in Sentences.Pieces(block.Text, Target, Math.Max(Target / 2, Target - length)))
            {
                if (length + 1 + piece.Length > Target && open.Any(part => part.Kind != BlockKind.Heading))
                    Close();
                Add(block with { Text = piece });
            }
        }

        private void Close()
        {
            if (open.Count == 0)
                return;
            passages.Add(new PassageDraft(passages.Count, page, heading, string.Join('\n', open.Select(block => block.Text))));
            open.Clear();
            length = 0;
        }
    }
}
