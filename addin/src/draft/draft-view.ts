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
      sentence.text,
      sentence.citations.map((marker) => markerButton(words, marker, jump)),
    ),
    flag(words, sentence),
  );
}

/** A marker stays on the line of the word that it belongs to. */
function withMarkers(text: string, markers: readonly HTMLElement[]): readonly Child[] {
  if (markers.length === 0) return [text];
  const cut = text.lastIndexOf(" ") + 1;
  return [text.slice(0, cut), element("span", { class: "last-word" }, text.slice(cut), ...markers)];
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
