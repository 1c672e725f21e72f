/** Lays other drafts of the same reply side by side, so that a person can take the one that fits. */
import type { Alternative, Draft } from "../api/shapes";
import type { Words } from "../language/english";
import { fill, nameOf } from "../language/words";
import { type Child, element } from "../look/dom";
import { button } from "./draft-actions";
import { draftParagraphs } from "./draft-view";

export interface AlternativeHandlers {
  alternatives(): void;
  take(draft: Draft): void;
}

/** null: nobody has asked yet. */
export type Alternatives = readonly Alternative[] | null;

export function alternativesBar(
  words: Words,
  current: Draft,
  offered: Alternatives,
  handlers: AlternativeHandlers,
): readonly Child[] {
  if (offered === null)
    return [element("div", { class: "row" }, button(words.alternatives, "", handlers.alternatives))];
  if (offered.length === 0) return [element("p", { class: "quiet", role: "status" }, words.noAlternatives)];
  return [
    element("h2", { tabindex: -1, class: "alternatives-title" }, words.alternativesTitle),
    element(
      "div",
      { class: "alternatives" },
      card(words, words.currentDraft, current, null),
      ...offered.map((one) => card(words, nameOf(words.manners, one.name), one.draft, handlers)),
    ),
  ];
}

function card(words: Words, name: string, draft: Draft, handlers: AlternativeHandlers | null): HTMLElement {
  return element(
    "article",
    { class: "alternative", "aria-label": name },
    element("h3", {}, name),
    element(
      "div",
      { class: "draft-text" },
      ...draftParagraphs(words, withoutMarkers(draft), draft.reply.text, draft.reply.language, () => undefined),
    ),
    element("p", { class: "quiet small" }, fill(words.alternativeFacts, { sources: draft.citations.length })),
    handlers && button(words.takeAlternative, "", () => handlers.take(draft)),
  );
}

/** Markers would lead to the sources of another draft. */
function withoutMarkers(draft: Draft): Draft["sentences"] {
  return draft.sentences.map((sentence) => ({ ...sentence, citations: [] }));
}
