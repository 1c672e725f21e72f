/** Lays the pane out once and redraws the parts whose content changed; also moves focus and speaks to screen readers. */
import type { Citation, DisclosedRequest, Draft, DraftOptions } from "../api/shapes";
import type { Language } from "../language/words";
import { type Child, element, Region } from "../look/dom";
import type { MailHost } from "../outlook/mail-host";
import { type AlternativeHandlers, alternativesBar } from "./alternatives-view";
import { disclosure } from "./disclosure-view";
import { type ActionHandlers, button, draftActions } from "./draft-actions";
import { DraftOptionsForm } from "./draft-options";
import type { Notice, PanelState } from "./draft-panel";
import { type DraftState, visible } from "./draft-state";
import { draftParagraphs } from "./draft-view";
import { failureText, readProblemText } from "./failure-text";
import { classificationChips, engineLine, groundingBar, messageBar, questionList, warningBars } from "./findings-view";
import { knowledgeBar } from "./knowledge-notice";
import { mailCard } from "./mail-card";
import { progressBar, statusText } from "./progress-view";
import { type RevisionHandlers, reviseBar } from "./revise-bar";
import { jumpToSource, sourceCards } from "./source-cards";

export interface PanelHandlers extends ActionHandlers, AlternativeHandlers, RevisionHandlers {
  draft(): void;
  stop(): void;
  openLink(address: string): void;
  sourceAddress(citation: Citation): string;
  manageKnowledge(): void;
  askAgain(): void;
  styleOf(section: HTMLElement): void;
  disclosed(draft: Draft): Promise<readonly DisclosedRequest[]>;
}

export class PanelView {
  private readonly mail = region("mail-card");
  private readonly notices = region("notices");
  private readonly outcome = region("outcome-notice");
  private readonly understood = region("understood");
  private readonly questions = region("question-list");
  private readonly draft = region("draft");
  private readonly actions = region("actions");
  private readonly revisions = region("revisions");
  private readonly alternatives = region("alternatives-region");
  private readonly sources = region("source-list");
  private readonly engine = region("engine-line");
  private readonly progress = region("progress");
  private readonly status = element("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  private readonly draftButton: HTMLButtonElement;
  private readonly stopButton: HTMLButtonElement;
  private readonly controls: HTMLElement;
  private readonly choices: DraftOptionsForm;
  private shown: DraftState["kind"] = "none";

  constructor(
    root: HTMLElement,
    private readonly language: Language,
    private readonly kind: MailHost["kind"],
    private readonly handlers: PanelHandlers,
  ) {
    const { words } = language;
    this.choices = new DraftOptionsForm(language);
    this.draftButton = button(words.draftReply, "primary wide", () => {
      if (this.shown !== "working") handlers.draft();
    });
    this.stopButton = button(words.stop, "", () => handlers.stop());
    this.controls = element(
      "div",
      { class: "controls" },
      element("div", { class: "row" }, this.draftButton, this.stopButton),
      this.choices.root,
      this.styleSection(),
    );
    root.replaceChildren(
      element(
        "div",
        { class: "pane", lang: language.tag },
        this.mail.root,
        this.controls,
        this.progress.root,
        this.status,
        this.notices.root,
        this.understood.root,
        this.questions.root,
        this.draft.root,
        this.outcome.root,
        this.actions.root,
        this.revisions.root,
        this.alternatives.root,
        this.sources.root,
        this.engine.root,
      ),
    );
  }

  options(): DraftOptions {
    return this.choices.read();
  }

  show(state: PanelState): void {
    const { words, tag } = this.language;
    const { item, draft } = state;
    const seen = visible(draft);
    const ready = draft.kind === "ready" ? draft.draft : null;
    const empty = ready?.grounding === "not-needed" && ready.reply.text.trim() === "";

    this.mail.show([item], () =>
      item ? mailCard(words, item, tag) : [element("p", { class: "empty" }, words.noItem)],
    );
    this.controls.hidden = item === null;
    this.showWork(draft);
    this.notices.show([state.knowledge, draft.kind === "failed" || draft.kind === "unread" ? draft : null], () => [
      ...this.failureBar(draft),
      ...knowledgeBar(words, state.knowledge, this.handlers.manageKnowledge, this.handlers.askAgain),
    ]);
    this.understood.show([seen.classification, ready], () => [
      seen.classification && classificationChips(words, seen.classification, tag),
      ...(ready ? warningBars(words, ready.warnings) : []),
      ready && groundingBar(words, ready),
    ]);
    this.questions.show([ready], () => questionList(words, ready?.questions ?? []));
    this.draft.show([seen.sentences, seen.text], () => {
      if (seen.sentences.length === 0) return [];
      const language = ready?.reply.language ?? "";
      return [
        element("h2", { tabindex: -1, class: "draft-title" }, words.draft),
        element(
          "div",
          { class: "draft-text" },
          ...draftParagraphs(words, seen.sentences, seen.text, language, jumpToSource),
        ),
      ];
    });
    this.outcome.show([state.notice], () => this.noticeBar(state.notice));
    const hint = this.kind === "preview" ? words.previewHint : words.signatureHint;
    this.actions.show([ready, item], () =>
      ready && item && !empty ? draftActions(words, item, ready, hint, state.keepMarkers, this.handlers) : [],
    );
    this.revisions.show([ready, item], () =>
      ready && item && !empty
        ? reviseBar(words, draft.kind === "ready" && draft.before !== undefined, this.handlers)
        : [],
    );
    this.alternatives.show([ready, item, state.alternatives], () =>
      ready && item && !empty ? alternativesBar(words, ready, state.alternatives, this.handlers) : [],
    );
    this.sources.show([seen.citations], () =>
      sourceCards(words, seen.citations, { address: this.handlers.sourceAddress, open: this.handlers.openLink }),
    );
    this.engine.show([ready], () =>
      ready ? [...engineLine(words, ready, tag), disclosure(words, () => this.handlers.disclosed(ready))] : [],
    );
    this.moveFocus(draft);
  }

  private styleSection(): HTMLElement {
    const content = element("div", { class: "style" });
    let asked = false;
    const details = element(
      "details",
      {
        class: "style-options",
        ontoggle: () => {
          if (details.open && !asked) {
            asked = true;
            this.handlers.styleOf(content);
          }
        },
      },
      element("summary", {}, this.language.words.styleTitle),
      content,
    );
    return details;
  }

  private showWork(draft: DraftState): void {
    const { words } = this.language;
    const working = draft.kind === "working";
    const stage = working ? draft.progress.stage : null;
    this.progress.show([stage], () => (stage === null ? [] : progressBar(words, stage)));
    // Disabled for good would drop the focus of whoever just pressed it.
    this.draftButton.setAttribute("aria-disabled", String(working));
    const again = draft.kind === "ready" || draft.kind === "failed" || draft.kind === "unread";
    this.draftButton.textContent = again ? words.tryAgain : words.draftReply;
    this.draftButton.classList.toggle("primary", draft.kind !== "ready");
    this.stopButton.hidden = !working;
    const text = statusText(words, draft);
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  private noticeBar(notice: Notice | null): readonly Child[] {
    if (!notice) return [];
    const { rescue } = notice;
    const copy = rescue ? button(this.language.words.copy, "link", () => this.handlers.copy(rescue)) : null;
    const bar = messageBar(notice.kind, notice.text, " ", copy);
    bar.setAttribute("role", notice.kind === "error" ? "alert" : "status");
    // The pane is small: what just happened must not lie outside of it.
    queueMicrotask(() => this.outcome.root.scrollIntoView({ block: "nearest" }));
    if (notice.byHand === undefined) return [bar];
    const text = element("textarea", {
      class: "by-hand",
      rows: 6,
      readonly: true,
      dir: "auto",
      "aria-label": notice.text,
    });
    text.value = notice.byHand;
    queueMicrotask(() => {
      text.focus();
      text.select();
    });
    return [bar, text];
  }

  private failureBar(draft: DraftState): readonly Child[] {
    const { words } = this.language;
    const text =
      draft.kind === "failed"
        ? failureText(words, draft.failure)
        : draft.kind === "unread"
          ? readProblemText(words, draft.problem)
          : null;
    if (text === null) return [];
    const bar = messageBar("error", text);
    bar.setAttribute("role", "alert");
    return [bar];
  }

  /** When a draft is done, whoever waited on its buttons reads on at the draft. */
  private moveFocus(draft: DraftState): void {
    const finished = this.shown === "working" && draft.kind === "ready";
    const waiting = document.activeElement === this.draftButton || document.activeElement === this.stopButton;
    const hiddenStop = document.activeElement === this.stopButton && this.stopButton.hidden;
    this.shown = draft.kind;
    if (finished && waiting) this.draft.root.querySelector<HTMLElement>(".draft-title")?.focus();
    else if (hiddenStop) this.draftButton.focus({ preventScroll: true });
  }
}

function region(name: string): Region {
  return new Region(element("section", { class: name, hidden: true }));
}
