/** Finds the paragraphs of a draft: the API sends sentences and a text, and only the text knows where lines end. */
import type { Sentence } from "../api/shapes";

/** A paragraph holds lines, a line holds sentences. */
export type Layout = readonly (readonly (readonly Sentence[])[])[];

export function layoutSentences(sentences: readonly Sentence[], text: string): Layout {
  return fromText(sentences, text) ?? guess(sentences);
}

function fromText(sentences: readonly Sentence[], text: string): Layout | null {
  if (text === "") return null;
  const paragraphs: Sentence[][][] = [];
  let from = 0;
  for (const sentence of sentences) {
    const at = text.indexOf(sentence.text, from);
    if (at < 0) return null;
    const gap = text.slice(from, at);
    const lastParagraph = paragraphs.at(-1);
    const lastLine = lastParagraph?.at(-1);
    if (!lastParagraph || !lastLine || /\n[^\S\n]*\n/.test(gap)) paragraphs.push([[sentence]]);
    else if (gap.includes("\n")) lastParagraph.push([sentence]);
    else lastLine.push(sentence);
    from = at + sentence.text.length;
  }
  return paragraphs;
}

/** While sentences still stream in: a courtesy at the start or after facts stands on its own, as in a letter. */
function guess(sentences: readonly Sentence[]): Layout {
  const paragraphs: Sentence[][][] = [];
  let previous: Sentence | undefined;
  for (const sentence of sentences) {
    const line = paragraphs.at(-1)?.at(-1);
    const turns = (sentence.support === "courtesy") !== (previous?.support === "courtesy");
    const greetingBefore = paragraphs.length === 1 && previous?.support === "courtesy";
    if (!line || turns || greetingBefore) paragraphs.push([[sentence]]);
    else line.push(sentence);
    previous = sentence;
  }
  return paragraphs;
}
