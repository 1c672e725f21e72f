/** Draws a draft: its sentences with source markers and flags, in the paragraphs of the reply. */
import type { Sentence } from "../api/shapes";
import type { Words } from "../language/english";
import { fill } from "../language/words";
import { type Child, element, icon } from "../look/dom";
import { layoutSentences } from "./sentence-layout";

export function draftParagraphs(
  words: Words,
  sentences: readonly Sentence[],
  text: string,
  language: string,
  jump: (marker: number) => void,
): readonly HTMLElement[] {
  return layoutSentences(sentences, text).map((lines) =>
    element(
      "p",
      { dir: "auto", lang: language || undefined },
      ...lines.flatMap((line, index) => [
        index > 0 && element("br"),
        ...line.flatMap((sentence) => [sentenceView(words, sentence, jump), " "]),
      ]),
    ),
  );
}

function sentenceView(words: Words, sentence: Sentence, jump: (marker: number) => void): HTMLElement {
  return element(
    "span",
    { class: `sentence ${sentence.support}` },
    ...withMarkers(
      words,
      sentence,
      sentence.citations.map((marker) => markerButton(words, marker, jump)),
    ),
    flag(words, sentence),
  );
}

/** A marker stays on the line of the word that it belongs to. */
function withMarkers(words: Words, sentence: Sentence, markers: readonly HTMLElement[]): readonly Child[] {
  const { text } = sentence;
  if (markers.length === 0) return marked(words, sentence, 0, text.length);
  const cut = text.lastIndexOf(" ") + 1;
  return [
    ...marked(words, sentence, 0, cut),
    element("span", { class: "last-word" }, ...marked(words, sentence, cut, text.length), ...markers),
  ];
}

/** Numbers, dates, names and policies are marked for the eye; a spot that is cut in two is marked twice. */
function marked(words: Words, sentence: Sentence, from: number, to: number): readonly Child[] {
  const pieces: Child[] = [];
  let at = from;
  for (const risk of sentence.risks) {
    const start = Math.max(at, risk.start);
    const end = Math.min(to, risk.end);
    if (risk.kind === "unsupported" || start >= end) continue;
    if (start > at) pieces.push(sentence.text.slice(at, start));
    pieces.push(
      element("mark", { class: `risk ${risk.kind}`, title: words.risks[risk.kind] }, sentence.text.slice(start, end)),
    );
    at = end;
  }
  if (to > at) pieces.push(sentence.text.slice(at, to));
  return pieces;
}

function markerButton(words: Words, marker: number, jump: (marker: number) => void): HTMLElement {
  const label = fill(words.source, { n: marker });
  return element(
    "button",
    { type: "button", class: "marker", "aria-label": label, title: label, onclick: () => jump(marker) },
    `[${marker}]`,
  );
}

/** Colour alone would not reach everyone, so what needs a look also says so. */
function flag(words: Words, sentence: Sentence): Child {
  if (sentence.support === "slot") return element("span", { class: "flag" }, icon("pen"), words.slotFlag);
  if (sentence.support === "unsupported")
    return element("span", { class: "flag" }, icon("warning"), words.unsupportedFlag);
  return null;
}
