/** Keeps the drafts of this session by mail, in memory only: going to another mail and back loses nothing, closing the pane leaves nothing. */
import type { ItemKey } from "../outlook/mail-host";
import { type DraftState, noDraft } from "./draft-state";

const kept = 30;

export class KeptDrafts {
  private readonly states = new Map<ItemKey, DraftState>();

  get(key: ItemKey): DraftState {
    return this.states.get(key) ?? noDraft;
  }

  set(key: ItemKey, state: DraftState): void {
    this.states.delete(key);
    this.states.set(key, state);
    const oldest = this.states.keys().next();
    if (this.states.size > kept && !oldest.done) this.states.delete(oldest.value);
  }

  clear(): void {
    this.states.clear();
  }
}
