/** The pane itself: joins the mail on screen, the API and the drafts of this session, and draws what they say. */
import type { ApiClient, RatingOutcome } from "../api/client";
import { failureOf } from "../api/failure";
import type { Draft } from "../api/shapes";
import { applyLanguage, type Language, languageFor } from "../language/words";
import { applyTheme } from "../look/theme";
import { HostError, type InsertTarget, type MailHost, type OpenItem } from "../outlook/mail-host";
import type { Alternatives } from "./alternatives-view";
import { copyDraft } from "./clipboard";
import { advance, type DraftState, noDraft, startDraft, startRevision } from "./draft-state";
import { failureText, insertProblemText } from "./failure-text";
import { KeptDrafts } from "./kept-drafts";
import { askKnowledge, type Knowledge } from "./knowledge-notice";
import { PanelView } from "./panel-view";
import { replyContent } from "./reply-content";

export type Notice = {
  readonly kind: "success" | "error" | "info";
  readonly text: string;
  /** The draft that did not arrive; the notice offers the copy that always works, whichever mail is open by then. */
  readonly rescue?: Draft;
  /** Text to select and copy by hand, where even that is forbidden. */
  readonly byHand?: string;
};

/** Everything the view shows, in one value. */
export interface PanelState {
  readonly item: OpenItem | null;
  readonly draft: DraftState;
  readonly notice: Notice | null;
  readonly knowledge: Knowledge;
  readonly keepMarkers: boolean;
  readonly alternatives: Alternatives;
}

/** The second half of a double click must not open a second form. */
const doubleClickMilliseconds = 1_000;
const indexingPollMilliseconds = 3_000;

export class DraftPanel {
  private readonly kept = new KeptDrafts();
  private readonly language: Language;
  private readonly view: PanelView;
  private state: PanelState = {
    item: null,
    draft: noDraft,
    notice: null,
    knowledge: { kind: "unknown" },
    keepMarkers: false,
    alternatives: null,
  };
  private running: {
    readonly item: OpenItem;
    readonly controller: AbortController;
    /** What is shown when it is stopped. */
    readonly otherwise: DraftState;
  } | null = null;
  private opening: AbortController | null = null;
  private inserting = false;

  constructor(
    root: HTMLElement,
    private readonly host: MailHost,
    private readonly client: ApiClient,
    manageKnowledge: () => void,
  ) {
    this.language = languageFor(host.displayLanguage);
    this.view = new PanelView(root, this.language, host.kind, {
      draft: () => void this.draft(),
      stop: () => this.abortRunning(),
      insert: (target) => void this.insert(target),
      copy: (draft) => void this.copy(draft),
      discard: () => this.discard(),
      revise: (instruction) => void this.revise(instruction),
      undoRevision: () => this.undoRevision(),
      alternatives: () => void this.offerAlternatives(),
      take: (draft) => this.take(draft),
      styleOf: (section) => void this.showStyle(section),
      disclosed: (draft) => this.client.disclosure(draft.id, new AbortController().signal),
      keepMarkers: (keepMarkers) => this.change({ keepMarkers }),
      openLink: (address) => this.host.openLink(address),
      sourceAddress: (citation) => this.client.documentAddress(citation.documentId, citation.page),
      manageKnowledge,
      askAgain: () => void this.refreshKnowledge(),
    });
  }

  start(): void {
    applyLanguage(this.language, this.host.displayLanguage);
    applyTheme(this.host.isDark());
    this.host.onThemeChanged(() => applyTheme(this.host.isDark()));
    this.host.onItemChanged(() => void this.open());
    void this.open();
    void this.refreshKnowledge();
  }

  async refreshKnowledge(): Promise<void> {
    const knowledge = await askKnowledge(this.client, new AbortController().signal);
    this.change({ knowledge });
    if (knowledge.kind === "indexing") setTimeout(() => void this.refreshKnowledge(), indexingPollMilliseconds);
  }

  /** After everything was deleted on the server, nothing of it may stay here. */
  forget(): void {
    this.abortRunning();
    this.kept.clear();
    this.change({ draft: noDraft, notice: null });
    void this.refreshKnowledge();
  }

  private async open(): Promise<void> {
    this.opening?.abort();
    this.opening = new AbortController();
    const { signal } = this.opening;
    const item = await this.host.openItem(signal).catch(() => null);
    if (signal.aborted) return;
    const same = item?.key === this.state.item?.key;
    const draft = item ? this.kept.get(item.key) : noDraft;
    this.change({ item, draft, notice: same || this.state.notice?.rescue ? this.state.notice : null });
  }

  private async draft(): Promise<void> {
    const { item } = this.state;
    if (!item) return;
    this.abortRunning();
    const controller = new AbortController();
    this.running = { item, controller, otherwise: { kind: "stopped" } };
    this.change({ notice: null });
    this.keep(item, startDraft());
    try {
      const message = await this.host.readMessage(item.key, controller.signal);
      for await (const event of this.client.draft(message, this.view.options(), controller.signal))
        this.keep(item, advance(this.kept.get(item.key), event));
    } catch (error) {
      // Whoever aborted has already said what is shown instead.
      if (controller.signal.aborted) return;
      if (error instanceof HostError) this.keep(item, { kind: "unread", problem: error.problem });
      else this.keep(item, { kind: "failed", failure: failureOf(error) });
    }
    if (this.running?.controller === controller) this.running = null;
  }

  private async revise(instruction: string): Promise<void> {
    const { item, draft } = this.state;
    if (!item || draft.kind !== "ready") return;
    const controller = new AbortController();
    // A change that is stopped or fails leaves the draft as it was.
    this.running = { item, controller, otherwise: draft };
    this.change({ notice: null });
    this.keep(item, startRevision());
    try {
      const revised = await this.client.revise(draft.draft.id, instruction, controller.signal);
      this.keep(item, { kind: "ready", draft: revised, before: draft.draft });
    } catch (error) {
      if (controller.signal.aborted) return;
      this.keep(item, draft);
      const text = failureText(this.language.words, failureOf(error));
      if (this.state.item?.key === item.key) this.change({ notice: { kind: "error", text } });
    }
    if (this.running?.controller === controller) this.running = null;
  }

  private async offerAlternatives(): Promise<void> {
    const { item, draft } = this.state;
    if (!item || draft.kind !== "ready") return;
    this.change({ notice: { kind: "info", text: this.language.words.stageNames.writing } });
    try {
      const alternatives = await this.client.alternatives(draft.draft.id, new AbortController().signal);
      // Another draft may be on screen by now.
      if (this.state.draft === draft) this.change({ alternatives, notice: null });
    } catch (error) {
      const text = failureText(this.language.words, failureOf(error));
      if (this.state.draft === draft) this.change({ notice: { kind: "error", text } });
    }
  }

  private take(chosen: Draft): void {
    const { item, draft } = this.state;
    if (item && draft.kind === "ready") this.keep(item, { kind: "ready", draft: chosen, before: draft.draft });
  }

  /** Loaded when somebody opens it: most never do. */
  private async showStyle(section: HTMLElement): Promise<void> {
    const { StyleView } = await import("./style-view");
    const openMail = async () => {
      const { item } = this.state;
      if (!item) throw new HostError("no-item");
      return await this.host.readMessage(item.key, new AbortController().signal);
    };
    await new StyleView(section, this.language, this.client, openMail).start();
  }

  private undoRevision(): void {
    const { item, draft } = this.state;
    if (item && draft.kind === "ready" && draft.before) this.keep(item, { kind: "ready", draft: draft.before });
  }

  private abortRunning(): void {
    if (!this.running) return;
    const { item, controller, otherwise } = this.running;
    this.running = null;
    controller.abort();
    this.keep(item, otherwise);
  }

  private async insert(target: InsertTarget): Promise<void> {
    const { item, draft } = this.state;
    if (!item || draft.kind !== "ready" || this.inserting) return;
    this.inserting = true;
    const result = await this.host.insert(item.key, target, replyContent(draft.draft, this.state.keepMarkers));
    setTimeout(() => {
      this.inserting = false;
    }, doubleClickMilliseconds);
    const { words } = this.language;
    if (result.kind === "inserted") {
      this.rate(draft.draft, "inserted");
      const reply = this.host.kind === "preview" ? words.insertedPreview : words.insertedReply;
      const text = target === "compose" ? words.insertedCompose : reply;
      this.change({ notice: { kind: "success", text } });
    } else {
      const text = insertProblemText(words, result.problem);
      this.change({ notice: { kind: "error", text, rescue: draft.draft } });
    }
  }

  private async copy(draft: Draft): Promise<void> {
    const { html, text } = replyContent(draft, this.state.keepMarkers);
    const { words } = this.language;
    if (await copyDraft(html, text)) {
      this.rate(draft, "inserted");
      this.change({ notice: { kind: "success", text: words.copied } });
    } else this.change({ notice: { kind: "error", text: words.copyByHand, byHand: text } });
  }

  private discard(): void {
    const { item, draft } = this.state;
    if (!item || draft.kind !== "ready") return;
    this.rate(draft.draft, "discarded");
    this.keep(item, noDraft);
    this.change({ notice: { kind: "info", text: this.language.words.discarded } });
  }

  /** Ratings teach the product; a person who drafts must never notice whether one arrived. */
  private rate(draft: Draft, outcome: RatingOutcome): void {
    this.client.rate(draft.id, outcome, new AbortController().signal).catch(() => undefined);
  }

  private keep(item: OpenItem, draft: DraftState): void {
    this.kept.set(item.key, draft);
    if (this.state.item?.key === item.key) this.change({ draft });
  }

  private change(part: Partial<PanelState>): void {
    // Alternatives belong to the draft that they were asked for.
    const gone = part.draft !== undefined && part.draft !== this.state.draft ? { alternatives: null } : {};
    this.state = { ...this.state, ...gone, ...part };
    this.view.show(this.state);
  }
}
