/** A draft grows with its events and stops growing when it has ended. */
import { decodeDraft } from "../../../addin/src/api/decode";
import type { DraftEvent, Sentence } from "../../../addin/src/api/shapes";
import { advance, type DraftState, startDraft, visible } from "../../../addin/src/draft/draft-state";
import { KeptDrafts } from "../../../addin/src/draft/kept-drafts";
import { draftAnswer } from "../api/answers";

const hello: Sentence = { text: "Hello", support: "courtesy", citations: [], risks: [] };
const sentence: DraftEvent = { type: "sentence", sentence: hello };

it("shows sentences as they arrive and the draft at the end", () => {
  const draft = decodeDraft(draftAnswer);
  if (!draft) throw new Error("not a draft");
  const writing = advance(advance(startDraft(), { type: "stage", stage: "writing" }), sentence);
  expect(visible(writing).sentences).toEqual([hello]);
  expect(advance(writing, { type: "done", draft })).toEqual({ kind: "ready", draft });
});

it("ignores events after a stop", () => {
  const stopped: DraftState = { kind: "stopped" };
  expect(advance(stopped, sentence)).toBe(stopped);
});

it("keeps drafts by mail and forgets the oldest", () => {
  const kept = new KeptDrafts();
  for (let index = 0; index < 31; index++) kept.set(`mail-${index}`, { kind: "stopped" });
  expect(kept.get("mail-0").kind).toBe("none");
  expect(kept.get("mail-30").kind).toBe("stopped");
});
