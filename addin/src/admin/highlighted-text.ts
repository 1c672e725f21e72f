/** Shows a text with the words that were searched for marked, as elements, never as markup. */
import { type Child, element } from "../look/dom";
import type { Highlight } from "./knowledge-shapes";

export function highlightedText(text: string, highlights: readonly Highlight[]): readonly Child[] {
  const parts: Child[] = [];
  let shown = 0;
  for (const { start, length } of [...highlights].sort((one, other) => one.start - other.start)) {
    if (start < shown || length <= 0 || start + length > text.length) continue;
    parts.push(text.slice(shown, start), element("mark", {}, text.slice(start, start + length)));
    shown = start + length;
  }
  return [...parts, text.slice(shown)];
}
