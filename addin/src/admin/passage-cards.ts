/** Draws found passages: document, page, relevance, the marked words, and a way to the original. */

import { fill } from "../language/words";
import { element, icon } from "../look/dom";
import { highlightedText } from "./highlighted-text";
import type { KnowledgeClient } from "./knowledge-client";
import type { FoundPassage } from "./knowledge-shapes";
import type { AdminLanguage } from "./words/admin-words";

export function passageCards(
  { words }: AdminLanguage,
  client: Pick<KnowledgeClient, "documentAddress">,
  passages: readonly FoundPassage[],
): HTMLElement {
  return element(
    "ol",
    { class: "sources" },
    ...passages.map((passage) =>
      element(
        "li",
        { class: "source" },
        element(
          "p",
          { class: "source-name" },
          icon("document"),
          element("bdi", {}, passage.documentName),
          passage.page !== null && element("span", { class: "quiet" }, fill(words.page, { n: passage.page })),
          element("span", { class: "chip" }, fill(words.relevance, { percent: Math.round(passage.relevance * 100) })),
        ),
        passage.heading !== "" && element("p", { class: "quiet small", dir: "auto" }, passage.heading),
        element(
          "blockquote",
          { dir: "auto", class: "passage", tabindex: "0" },
          ...highlightedText(passage.text, passage.highlights),
        ),
        element(
          "a",
          { href: client.documentAddress(passage.documentId, passage.page), target: "_blank", rel: "noopener" },
          passage.page === null ? words.openDocument : fill(words.openAtPage, { n: passage.page }),
        ),
      ),
    ),
  );
}
