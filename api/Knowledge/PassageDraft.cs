namespace OutlookAssist.Knowledge;

/// <summary>A piece of a document, small enough to be found and quoted, before it is stored.</summary>
/// <param name="Partition">Its number in the document, from 0.</param>
/// <param name="Page">The page it stands on, from 1, or null where the format has none.</param>
/// <param name="Heading">The headings over it, outermost first ("Shipping › Costs"); empty when there are none.</param>
/// <param name="Text">Its words; the passages of a page joined by line feeds are the page's text.</param>
internal sealed record PassageDraft(int Partition, int? Page, string Heading, string Text);
