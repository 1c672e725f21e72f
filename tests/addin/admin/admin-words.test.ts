/** Every language of the knowledge page says everything, and says sizes and failures its own way. */
import { failureSentence } from "../../../addin/src/admin/failure-sentence";
import { highlightedText } from "../../../addin/src/admin/highlighted-text";
import { isTag, readTags, tagLines } from "../../../addin/src/admin/tags";
import { adminLanguageFor } from "../../../addin/src/admin/words/admin-words";
import { problem } from "../../../addin/src/api/failure";
import { element } from "../../../addin/src/look/dom";

const english = adminLanguageFor("en-US");

function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, part]) => sentences(part, `${path}.${key}`));
}
const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();

it.each(["de-DE", "fr-FR", "es-ES"])("%s has the same gaps as English", (tag) => {
  const own = new Map(sentences(adminLanguageFor(tag).words));
  for (const [path, text] of sentences(english.words)) expect(gaps(own.get(path) ?? ""), path).toBe(gaps(text));
});

it("says sizes as people do", () => {
  expect([0, 999, 1_500, 52_428_800].map((bytes) => english.size(bytes))).toEqual([
    "0 byte",
    "999 byte",
    "1.5 kB",
    "52 MB",
  ]);
  expect(adminLanguageFor("de-DE").size(1_500)).toBe("1,5 kB");
});

it("repeats the server's remedy in English and says its own elsewhere", () => {
  const refused = problem({ code: "empty-document", detail: "The server's own words." }, 422);
  expect(failureSentence(english, refused)).toBe("The server's own words.");
  expect(failureSentence(adminLanguageFor("de"), refused)).toContain("Die Datei ist leer");
  expect(failureSentence(english, problem({ code: "too-large" }, 413))).toContain("Split it");
  expect(failureSentence(english, { kind: "offline" })).toContain("cannot be reached");
});

it("marks words as elements and never as markup", () => {
  const shown = element(
    "p",
    {},
    ...highlightedText("<b>tents</b> and tent", [
      { start: 17, length: 4 },
      { start: 3, length: 5 },
      { start: 4, length: 2 },
      { start: 90, length: 2 },
    ]),
  );
  expect(shown.textContent).toBe("<b>tents</b> and tent");
  expect([...shown.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["tents", "tent"]);
  expect(shown.querySelector("b")).toBeNull();
});

it("reads tags line by line", () => {
  expect(readTags("a: b\n\n a:c\nurl:https://x")).toEqual({ a: ["b", "c"], url: ["https://x"] });
  expect(readTags("nothing")).toBeNull();
  expect(readTags("")).toEqual({});
  expect(tagLines({ a: ["b", "c"] })).toEqual(["a:b", "a:c"]);
  expect([isTag("a:"), isTag(":b"), isTag("a:b")]).toEqual([false, false, true]);
});
