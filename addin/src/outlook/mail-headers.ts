/** Picks from a mail's raw headers those that decide about replying; the rest stays on this machine. */

const wanted = new Set([
  "auto-submitted",
  "content-language",
  "list-id",
  "list-post",
  "list-unsubscribe",
  "precedence",
  "reply-to",
  "return-path",
  "x-auto-response-suppress",
  "x-autoreply",
  "x-priority",
  "importance",
]);

export function parseHeaders(raw: string): Record<string, string> {
  const headers: Record<string, string> = {};
  // A line that starts with white space continues the one before it (RFC 5322, 2.2.3).
  for (const line of raw.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (wanted.has(name.toLowerCase()) && !(name in headers)) headers[name] = line.slice(colon + 1).trim();
  }
  return headers;
}
