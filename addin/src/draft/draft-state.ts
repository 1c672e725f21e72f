/** The life of one draft as a value: what is known so far, and what may follow. */
import type { Failure } from "../api/failure";
import type { Citation, Classification, Draft, DraftEvent, Sentence, Stage } from "../api/shapes";
import type { HostProblem } from "../outlook/mail-host";

/** What has arrived of a draft that is not finished. */
export interface Progress {
  readonly stage: Stage;
  readonly classification: Classification | null;
  readonly citations: readonly Citation[];
  readonly sentences: readonly Sentence[];
}

export type DraftState =
  | { readonly kind: "none" }
  | { readonly kind: "working"; readonly progress: Progress }
  | { readonly kind: "ready"; readonly draft: Draft; readonly before?: Draft }
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "unread"; readonly problem: HostProblem };

export const noDraft: DraftState = { kind: "none" };

export function startDraft(): DraftState {
  return { kind: "working", progress: { stage: "reading", classification: null, citations: [], sentences: [] } };
}

/** A finished draft that is being changed: nothing of the old one may be inserted meanwhile. */
export function startRevision(): DraftState {
  return { kind: "working", progress: { stage: "writing", classification: null, citations: [], sentences: [] } };
}

/** Events that come after the end (a stop, a failure) change nothing. */
export function advance(state: DraftState, event: DraftEvent): DraftState {
  if (state.kind !== "working") return state;
  const { progress } = state;
  switch (event.type) {
    case "stage":
      return { kind: "working", progress: { ...progress, stage: event.stage } };
    case "classification":
      return { kind: "working", progress: { ...progress, classification: event.classification } };
    case "citations":
      return { kind: "working", progress: { ...progress, citations: event.citations } };
    case "sentence":
      return { kind: "working", progress: { ...progress, sentences: [...progress.sentences, event.sentence] } };
    case "done":
      return { kind: "ready", draft: event.draft };
  }
}

export interface Visible {
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly classification: Classification | null;
  readonly text: string;
}

const nothing: readonly never[] = [];

/** What of a draft can be shown now, finished or not. Same state, same arrays: regions compare by identity. */
export function visible(state: DraftState): Visible {
  switch (state.kind) {
    case "working":
      return { ...state.progress, text: "" };
    case "ready":
      return { ...state.draft, text: state.draft.reply.text };
    default:
      return { sentences: nothing, citations: nothing, classification: null, text: "" };
  }
}
