/** Picks the pane's language and fills values into its sentences. */
import { directionOf } from "../html/direction";
import { english, type Words } from "./english";
import { french } from "./french";
import { german } from "./german";
import { spanish } from "./spanish";

const dictionaries: Readonly<Record<string, Words>> = { en: english, de: german, fr: french, es: spanish };

export interface Language {
  readonly tag: string;
  readonly words: Words;
}

/** A language that we do not speak gets English, marked as such, so that screen readers pronounce it right. */
export function languageFor(displayLanguage: string): Language {
  const tag = canonical(displayLanguage);
  const primary = tag.toLowerCase().split("-")[0] ?? "";
  const words = Object.hasOwn(dictionaries, primary) ? dictionaries[primary] : undefined;
  return words ? { tag, words } : { tag: "en", words: english };
}

/** `Intl` throws on a malformed tag, and some hosts report none. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en";
  } catch {
    return "en";
  }
}

/** The page follows Outlook's direction even where its words are English, as the rest of the window does. */
export function applyLanguage(language: Language, displayLanguage: string): void {
  document.documentElement.lang = language.tag;
  document.documentElement.dir = directionOf(displayLanguage);
}

export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** A word of a closed list, or the API's own word for one that was added later. */
export function nameOf(names: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key.replace(/[_-]+/g, " ");
}
