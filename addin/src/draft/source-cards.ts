/** Draws the sources: document, page and the quoted words, each with a way to open the document there. */
import type { Citation } from "../api/shapes";
import type { Words } from "../language/english";
import { fill } from "../language/words";
import { type Child, element, icon } from "../look/dom";

export interface SourceLinks {
  address(citation: Citation): string;
  open(address: string): void;
}

export function sourceCards(words: Words, citations: readonly Citation[], links: SourceLinks): readonly Child[] {
  if (citations.length === 0) return [];
  return [
    element("h2", {}, words.sources),
    element("ol", { class: "sources" }, ...citations.map((citation) => card(words, citation, links))),
  ];
}

function card(words: Words, citation: Citation, links: SourceLinks): HTMLElement {
  if (citation.source === "saved-reply") return savedReply(words, citation);
  const address = links.address(citation);
  const place = citation.page === null ? null : fill(words.page, { n: citation.page });
  const label = citation.page === null ? words.openSource : fill(words.openSourcePage, { n: citation.page });
  return element(
    "li",
    { class: "source", id: sourceId(citation.marker), tabindex: -1 },
    element(
      "p",
      { class: "source-name" },
      element("span", { class: "source-number" }, `[${citation.marker}]`),
      icon("document"),
      element("bdi", {}, citation.documentName),
      place !== null && element("span", { class: "quiet" }, place),
    ),
    element("blockquote", { dir: "auto" }, citation.quote),
    element(
      "a",
      {
        href: address,
        target: "_blank",
        rel: "noopener",
        onclick: (event) => {
          event.preventDefault();
          links.open(address);
        },
      },
      label,
    ),
  );
}

/** A saved reply has no pages; what it says is all there is to see. */
function savedReply(words: Words, citation: Citation): HTMLElement {
  return element(
    "li",
    { class: "source", id: sourceId(citation.marker), tabindex: -1 },
    element(
      "p",
      { class: "source-name" },
      element("span", { class: "source-number" }, `[${citation.marker}]`),
      icon("pen"),
      element("bdi", {}, citation.documentName),
      element("span", { class: "quiet" }, words.savedReply),
    ),
    element("blockquote", { dir: "auto" }, citation.quote),
  );
}

function sourceId(marker: number): string {
  return `source-${marker}`;
}

/** Moves the eye and the keyboard to a source card. */
export function jumpToSource(marker: number): void {
  const target = document.getElementById(sourceId(marker));
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}
