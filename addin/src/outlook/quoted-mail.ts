/** Finds, in a reply that someone is writing, the mail that it answers; that mail is what a draft must read. */

/** Where clients put the beginning of the quoted mail: Outlook (three generations), Gmail, Apple Mail, Thunderbird. */
const quoteStarts = [
  "#divRplyFwdMsg",
  "#appendonsend",
  "div[style*='border-top:solid #E1E1E1']",
  "div[style*='border-top: 1pt solid']",
  "div.gmail_quote",
  "blockquote",
].join(",");

/** The lines "From, Sent, To, Subject" above the quoted text, which are not part of what the customer wrote. */
const quoteHeaders = "#divRplyFwdMsg, #appendonsend, div[style*='border-top'], .gmail_attr";

/** The quoted mail as HTML, freed of its quotation marks so that it reads as a mail; null when there is none. */
export function quotedMail(html: string): string | null {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  const start = body.querySelector(quoteStarts);
  if (!start) return null;
  const range = start.ownerDocument.createRange();
  range.setStartBefore(start);
  range.setEndAfter(body.lastChild ?? start);
  const holder = start.ownerDocument.createElement("div");
  holder.append(range.cloneContents());
  // Only the newest mail is unpacked; what it quotes in turn stays marked as history.
  if (!start.matches("blockquote")) holder.querySelector(quoteHeaders)?.remove();
  for (const wrapper of ["div.gmail_quote", "blockquote"]) {
    const first = holder.querySelector(wrapper);
    if (first && start.matches("div.gmail_quote, blockquote")) first.replaceWith(...first.childNodes);
  }
  return (holder.textContent ?? "").trim() === "" ? null : holder.outerHTML;
}

/** The same for a plain-text reply, which quotes below a line of dashes or underscores, or behind `>`. */
export function quotedText(text: string): string | null {
  const start = /^(?:-{3,}.*-{3,}|_{10,}|>.*)$/m.exec(text);
  if (!start) return null;
  // One level of marks goes; what the quoted mail quotes in turn keeps its own.
  const quoted = text
    .slice(start.index)
    .replace(/^(?:-{3,}.*-{3,}|_{10,})$/m, "")
    .replace(/^> ?/gm, "")
    .trim();
  return quoted === "" ? null : quoted;
}
