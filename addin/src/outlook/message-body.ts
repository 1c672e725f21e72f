/** Makes a mail body fit to be sent to the API: not empty, and under its limit. */

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
