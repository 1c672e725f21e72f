/** Tags as lines of text that a person edits, and back. */
import type { Tags } from "./knowledge-shapes";

export function tagLines(tags: Tags): readonly string[] {
  return Object.entries(tags).flatMap(([key, values]) => values.map((value) => `${key}:${value}`));
}

export function isTag(text: string): boolean {
  return /^\s*[^:\s][^:]*:\s*\S/.test(text);
}

/** Null when a line is not `key:value`. */
export function readTags(text: string): Tags | null {
  const tags: Record<string, string[]> = {};
  for (const line of text.split("\n").filter((candidate) => candidate.trim() !== "")) {
    if (!isTag(line)) return null;
    const colon = line.indexOf(":");
    const key = line.slice(0, colon).trim();
    const values = Object.hasOwn(tags, key) ? (tags[key] ?? []) : [];
    tags[key] = [...values, line.slice(colon + 1).trim()];
  }
  return tags;
}
