/** Risky spots are marked where they stand, also where a marker cuts the last word off. */
import type { Sentence } from "../../../addin/src/api/shapes";
import { draftParagraphs } from "../../../addin/src/draft/draft-view";
import { english } from "../../../addin/src/language/english";

const sentence = (text: string, risks: Sentence["risks"], citations: readonly number[] = []): Sentence => ({
  text,
  citations,
  support: citations.length > 0 ? "cited" : "unsupported",
  risks,
});

const draw = (one: Sentence) => {
  const root = document.createElement("div");
  root.append(...draftParagraphs(english, [one], "", "en", () => undefined));
  return root;
};

const marks = (root: HTMLElement) =>
  [...root.querySelectorAll("mark")].map((mark) => `${mark.className} ${mark.textContent}`);

it("marks numbers and policies and keeps every word", () => {
  const root = draw(
    sentence("A refund of 20 euros.", [
      { start: 2, end: 8, kind: "policy" },
      { start: 12, end: 20, kind: "number" },
    ]),
  );
  expect(marks(root)).toEqual(["risk policy refund", "risk number 20 euros"]);
  expect(root.textContent).toContain("A refund of 20 euros.");
});

it("keeps the words whole where a source marker follows", () => {
  const root = draw(sentence("It costs 20 euros", [{ start: 9, end: 17, kind: "number" }], [1]));
  expect(marks(root)).toEqual(["risk number 20 ", "risk number euros"]);
  expect(root.querySelector(".sentence")?.textContent).toBe("It costs 20 euros[1]");
});

it("does not trust offsets that lie outside or overlap", () => {
  const root = draw(
    sentence("Short.", [
      { start: -5, end: 3, kind: "name" },
      { start: 1, end: 99, kind: "date" },
      { start: 4, end: 2, kind: "number" },
    ]),
  );
  expect(root.querySelector(".sentence")?.firstChild?.textContent).toBe("Sho");
  expect(root.textContent).toContain("Short.");
});
