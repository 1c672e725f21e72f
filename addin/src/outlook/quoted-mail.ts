/** Finds, in a reply that someone is writing, the mail that it answers; that mail is what a draft must read. */

/** Where clients put the beginning of the quoted mail: Outlook (three generations), Gmail, Apple Mail, Thunderbird. */
const quoteStarts = [
  "#divRplyFwdMsg",
  "#x_divRplyFwdMsg",
  "#appendonsend",
  "div[style*='border-top:solid #E1E1E1']",
  "div[style*='border-top: 1pt solid']",
  "div.gmail_quote",
  "blockquote[type='cite']",
  "blockquote",
].join(",");

/** The quoted part as HTML, or null when the mail is a new one. */
export function quotedMail(html: string): string | null {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  const start = body.querySelector(quoteStarts);
  if (!start) return null;
  const range = start.ownerDocument.createRange();
  range.setStartBefore(start);
  range.setEndAfter(body.lastChild ?? start);
  const holder = start.ownerDocument.createElement("div");
  holder.append(range.cloneContents());
  return (holder.textContent ?? "").trim() === "" ? null : holder.outerHTML;
}

/** Text mails quote below a line of dashes or underscores, or behind `>`. */
export function quotedText(text: string): string | null {
  const start = /^(?:-{3,}.*-{3,}|_{10,}|>.*)$/m.exec(text);
  if (!start) return null;
  const quoted = text.slice(start.index).replace(/^> ?/gm, "").trim();
  return quoted === "" ? null : quoted;
}
