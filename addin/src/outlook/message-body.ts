/** Makes a mail body fit to be sent to the API: the mail to answer, not empty, and under the API's limit. */
import type { Message } from "../api/shapes";
import { quotedMail, quotedText } from "./quoted-mail";

/** The API refuses requests over 4 MiB; the rest of the request and JSON escapes need room too. */
export const bodyCharacterLimit = 2_500_000;

export function hasText(html: string): boolean {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const element of body.querySelectorAll("script, style, template")) element.remove();
  return (body.textContent ?? "").replace(/[\s\u00a0\u200b-\u200d\ufeff]+/g, "") !== "";
}

/** Pictures inside the mail are what makes it large, and no draft needs them. */
export function withinLimit(html: string): string {
  if (html.length <= bodyCharacterLimit) return html;
  return html.replace(/data:[^"')\s>]+/gi, "").slice(0, bodyCharacterLimit);
}

/** In a reply being written, the quoted mail is what is to be answered; a new mail stands for itself. */
export function bodyToAnswer(html: string, composing: boolean): Message["body"] | null {
  const quoted = composing ? quotedMail(html) : null;
  const plain = composing && quoted === null ? quotedText(plainText(html)) : null;
  if (plain !== null) return { contentType: "text", content: withinLimit(plain) };
  const content = quoted ?? html;
  return hasText(content) ? { contentType: "html", content: withinLimit(content) } : null;
}

function plainText(html: string): string {
  const body = new DOMParser().parseFromString(html.replace(/<br\b[^>]*>|<\/(?:p|div)>/gi, "$&\n"), "text/html").body;
  return body.textContent ?? "";
}
