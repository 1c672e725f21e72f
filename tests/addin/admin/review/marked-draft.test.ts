import { markedSentence } from "../../../../addin/src/admin/review/marked-draft";
import type { Risk } from "../../../../addin/src/admin/review/review-shapes";
import { reviewWordsFor } from "../../../../addin/src/admin/review/review-words";

const words = reviewWordsFor("en");

function draw(text: string, ...risks: readonly Partial<Risk>[]): HTMLElement {
  const box = document.createElement("p");
  const whole = risks.map((risk) => ({
    sentence: 0,
    start: 0,
    length: 1,
    kind: "number" as const,
    proven: false,
    ...risk,
  }));
  box.append(...markedSentence(words, text, whole));
  return box;
}

it("each place is marked where it stands, and says what it is to those who do not see it", () => {
  const box = draw(
    "Within 14 days, says Ana.",
    { start: 7, length: 7, proven: true },
    { start: 21, length: 3, kind: "name" },
  );
  const marks = [...box.querySelectorAll("mark")].map((mark) => mark.textContent);
  expect(marks).toEqual(["14 days (Figure, stands in the source)", "Ana (Name, not word for word in the source)"]);
  expect(box.querySelector("mark.proven")?.textContent).toContain("14 days");
});

it("places that overlap or reach beyond the text are left out, and no text is lost", () => {
  const box = draw("14 days", { start: 0, length: 7 }, { start: 3, length: 4 }, { start: 5, length: 50 });
  expect(box.querySelectorAll("mark").length).toBe(1);
  expect(box.textContent).toContain("14 days");
});

it("markup in a draft stays text", () => {
  const box = draw("<img src=x onerror=alert(1)>", { start: 0, length: 4 });
  expect(box.querySelector("img")).toBeNull();
  expect(box.textContent).toContain("<img");
});
