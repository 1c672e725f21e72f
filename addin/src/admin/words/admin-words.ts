/** Picks the knowledge page's words and the way numbers, sizes and dates look in them. */
import { type Language, languageFor } from "../../language/words";
import { type AdminWords, english } from "./english";
import { french } from "./french";
import { german } from "./german";
import { spanish } from "./spanish";

const dictionaries: Readonly<Record<string, AdminWords>> = { en: english, de: german, fr: french, es: spanish };

export interface AdminLanguage {
  readonly words: AdminWords;
  /** The pane's words, for failures that both share. */
  readonly pane: Language;
  number(value: number): string;
  size(bytes: number): string;
  date(time: string): string;
}

export function adminLanguageFor(displayLanguage: string): AdminLanguage {
  const pane = languageFor(displayLanguage);
  const primary = pane.tag.toLowerCase().split("-")[0] ?? "en";
  const numbers = new Intl.NumberFormat(pane.tag);
  const dates = new Intl.DateTimeFormat(pane.tag, { dateStyle: "medium", timeStyle: "short" });
  return {
    words: dictionaries[primary] ?? english,
    pane,
    number: (value) => numbers.format(value),
    size: (bytes) => sizeText(bytes, pane.tag),
    date: (time) => (Number.isNaN(Date.parse(time)) ? "" : dates.format(new Date(time))),
  };
}

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

function sizeText(bytes: number, tag: string): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const format = { style: "unit", unit: units[step] ?? "byte", maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 };
  return new Intl.NumberFormat(tag, format as Intl.NumberFormatOptions).format(value);
}
