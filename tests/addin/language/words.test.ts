/** Every language says everything, with the same gaps to fill. */

import { directionOf } from "../../../addin/src/html/direction";
import { english } from "../../../addin/src/language/english";
import { french } from "../../../addin/src/language/french";
import { german } from "../../../addin/src/language/german";
import { spanish } from "../../../addin/src/language/spanish";
import { fill, languageFor, nameOf } from "../../../addin/src/language/words";

function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, part]) => sentences(part, `${path}.${key}`));
}
const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();

it.each([
  ["German", german],
  ["French", french],
  ["Spanish", spanish],
])("%s has the same words and gaps as English", (_, words) => {
  const own = new Map(sentences(words));
  for (const [path, text] of sentences(english)) {
    expect(own.get(path), path).toBeTruthy();
    expect(gaps(own.get(path) ?? ""), path).toBe(gaps(text));
  }
});

it("speaks the language of Outlook, and English where it cannot", () => {
  expect(languageFor("de-AT").words).toBe(german);
  expect(languageFor("ar-SA")).toEqual({ tag: "en", words: english });
  expect(languageFor("constructor").words).toBe(english);
  expect(languageFor("").tag).toBe("en");
});

it("knows which way a language is written", () => {
  expect([directionOf("ar-SA"), directionOf("he"), directionOf("de-DE")]).toEqual(["rtl", "rtl", "ltr"]);
});

it("fills known gaps only and names labels that came later", () => {
  expect(fill("{a} of {b}", { a: 1 })).toBe("1 of {b}");
  expect(nameOf(english.categories, "billing")).toBe("Billing");
  expect(nameOf(english.categories, "vip_care")).toBe("vip care");
});
