/** Sentences find their paragraphs again. */
import type { Sentence, Support } from "../../../addin/src/api/shapes";
import { layoutSentences } from "../../../addin/src/draft/sentence-layout";

const sentence = (text: string, support: Support = "cited"): Sentence => ({ text, support, citations: [], risks: [] });
const words = (layout: ReturnType<typeof layoutSentences>) =>
  layout.map((lines) => lines.map((line) => line.map((one) => one.text)));

it("follows the blank lines and line breaks of the text", () => {
  const sentences = ["Hi,", "A.", "B.", "C.", "Bye"].map((text) => sentence(text));
  expect(words(layoutSentences(sentences, "Hi,\n\nA. B.\nC.\n\nBye"))).toEqual([
    [["Hi,"]],
    [["A.", "B."], ["C."]],
    [["Bye"]],
  ]);
});

it("keeps repeated sentences apart", () => {
  const sentences = [sentence("Yes."), sentence("Yes.")];
  expect(words(layoutSentences(sentences, "Yes.\n\nYes."))).toEqual([[["Yes."]], [["Yes."]]]);
});

it("guesses a letter while the text is still unknown or does not fit", () => {
  const sentences = [sentence("Hi,", "courtesy"), sentence("A."), sentence("B."), sentence("Bye", "courtesy")];
  const letter = [[["Hi,"]], [["A.", "B."]], [["Bye"]]];
  expect(words(layoutSentences(sentences, ""))).toEqual(letter);
  expect(words(layoutSentences(sentences, "something else"))).toEqual(letter);
});
