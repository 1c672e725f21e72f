/** Shows how far a running draft is, for eyes as a bar of stages and for ears as one sentence. */
import { type Stage, stages } from "../api/shapes";
import type { Words } from "../language/english";
import { fill } from "../language/words";
import { element } from "../look/dom";
import type { DraftState } from "./draft-state";

export function progressBar(words: Words, stage: Stage): readonly HTMLElement[] {
  const reached = stages.indexOf(stage);
  return [
    element(
      "div",
      { class: "stages", "aria-hidden": "true" },
      ...stages.map((_, index) =>
        element("span", { class: index < reached ? "stage done" : index === reached ? "stage now" : "stage" }),
      ),
    ),
    element("p", { class: "small", "aria-hidden": "true" }, `${words.stageNames[stage]}…`),
  ];
}

export function statusText(words: Words, draft: DraftState): string {
  switch (draft.kind) {
    case "working":
      return words.stageNames[draft.progress.stage];
    case "ready":
      return fill(words.draftReady, {
        sentences: draft.draft.sentences.length,
        sources: draft.draft.citations.length,
        open: draft.draft.questions.filter((question) => question.outcome !== "answered").length,
      });
    case "stopped":
      return words.stopped;
    default:
      return "";
  }
}
