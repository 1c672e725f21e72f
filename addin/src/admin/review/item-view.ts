/** The mail beside its draft, with what can be decided about it. */
import { button } from "../../draft/draft-actions";
import { messageBar, questionList, warningBars } from "../../draft/findings-view";
import { fill, nameOf } from "../../language/words";
import { type Child, element, icon } from "../../look/dom";
import type { AdminLanguage } from "../words/admin-words";
import { markedDraft, riskSummary } from "./marked-draft";
import type { ReviewQueue } from "./review-queue";
import { isOpen, type ReviewDetail, type ReviewItem, type ReviewMail } from "./review-shapes";
import type { ReviewWords } from "./review-words";

export interface ItemActions {
  approve(): void;
  reject(): void;
  edit(): void;
  save(text: string): void;
  cancelEdit(): void;
  release(): void;
  undo(): void;
  back(): void;
  address(documentId: string, page: number | null): string;
}

export type ItemState =
  | { readonly kind: "none" }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly sentence: string }
  | { readonly kind: "shown"; readonly detail: ReviewDetail; readonly editing: boolean };

export class ItemView {
  readonly root = element("section", { class: "review-item", tabindex: -1 });
  private readonly editor = element("textarea", { rows: 12, dir: "auto", maxlength: 100_000 });
  private drawn: unknown = null;

  constructor(
    private readonly words: ReviewWords,
    private readonly language: AdminLanguage,
    private readonly queue: ReviewQueue,
    private readonly actions: ItemActions,
  ) {
    this.root.setAttribute("aria-label", words.mail);
    this.editor.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.actions.save(this.editor.value);
      else if (event.key === "Escape") this.actions.cancelEdit();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  show(state: ItemState): void {
    // What is typed stays while news about the same item arrives.
    const shown = state.kind === "shown" ? state : null;
    const item = shown ? (this.queue.get(shown.detail.item.id) ?? shown.detail.item) : null;
    const inputs = JSON.stringify([
      state.kind,
      shown?.editing,
      shown?.detail.item.id,
      item,
      shown?.detail.text,
      this.queue.me,
      state.kind === "failed" ? state.sentence : "",
    ]);
    if (inputs === this.drawn) return;
    const keepsText = shown?.editing === true && this.root.contains(this.editor);
    this.drawn = inputs;
    if (shown && item) this.draw(shown.detail, item, shown.editing, keepsText);
    else this.root.replaceChildren(this.notice(state));
  }

  focus(): void {
    this.root.focus({ preventScroll: true });
  }

  focusEditor(): void {
    this.editor.focus();
  }

  private notice(state: ItemState): HTMLElement {
    if (state.kind === "failed") return messageBar("error", state.sentence);
    return element("p", { class: "empty" }, state.kind === "loading" ? this.words.loading : this.words.choose);
  }

  private draw(detail: ReviewDetail, item: ReviewItem, editing: boolean, keepsText: boolean): void {
    const { words } = this;
    const hadFocus = keepsText && document.activeElement === this.editor;
    const caret = [this.editor.selectionStart, this.editor.selectionEnd] as const;
    if (editing && !keepsText) this.editor.value = detail.text;
    this.root.replaceChildren(
      element(
        "div",
        { class: "review-item-head" },
        element(
          "div",
          { class: "review-back" },
          button(words.back, "subtle", () => this.actions.back()),
        ),
        element("h2", { dir: "auto" }, item.subject || words.noSubject),
        ...this.standing(item, detail),
      ),
      element("div", { class: "review-columns" }, this.mail(detail.mail), this.draft(detail, item, editing)),
    );
    if (hadFocus) {
      this.editor.focus();
      this.editor.setSelectionRange(...caret);
    }
  }

  private standing(item: ReviewItem, detail: ReviewDetail): readonly Child[] {
    const { words, language, queue } = this;
    const { decision } = item;
    if (decision) {
      const what = nameOf(words.views, item.state);
      const text =
        item.state === "discarded"
          ? fill(words.discardedFor, { reason: nameOf(words.discardReasons, decision.reason) })
          : fill(words.decidedBy, { what, name: decision.name, when: language.date(decision.at) });
      const why = item.state === "rejected" ? nameOf(words.reasons, decision.reason) : "";
      const changed =
        decision.editDistance === null
          ? ""
          : fill(words.distance, { percent: language.number(Math.round(decision.editDistance * 1000) / 10) });
      const delivery: Readonly<Record<string, string>> = words.delivery;
      return [
        messageBar(
          item.state === "approved" ? "success" : "info",
          [text, why, changed, detail.comment, delivery[decision.delivery] ?? ""]
            .filter((part) => part !== "")
            .join(" · "),
        ),
      ];
    }
    if (queue.isTaken(item)) return [messageBar("warning", fill(words.handledBy, { name: item.claim?.name ?? "" }))];
    if (item.dueAt === null) return [];
    const when = language.date(new Date(item.dueAt).toISOString());
    return [element("p", { class: "small quiet" }, fill(item.breached ? words.overdue : words.due, { when }))];
  }

  private mail(mail: ReviewMail | null): HTMLElement {
    const { words, language } = this;
    const box = (children: readonly Child[]) =>
      element(
        "article",
        { class: "card review-mail", "aria-label": words.mail },
        element("h3", {}, words.mail),
        ...children,
      );
    if (!mail) return box([element("p", { class: "quiet" }, words.mailGone)]);
    const line = (name: string, value: string) =>
      value !== "" &&
      element("p", { class: "small" }, element("span", { class: "quiet" }, `${name}: `), element("bdi", {}, value));
    const folded = (name: string, text: string) =>
      text.trim() !== "" && element("details", {}, element("summary", {}, name), plain(text, "review-words quiet"));
    return box([
      line(words.from, mail.from),
      line(words.to, mail.to.join(", ")),
      line(words.copy, mail.cc.join(", ")),
      line(words.received, language.date(mail.receivedAt)),
      plain(mail.newText, "review-words"),
      line(words.attachments, mail.attachments.join(", ")),
      folded(words.signature, mail.signature),
      folded(words.quoted, mail.quotedText),
    ]);
  }

  private draft(detail: ReviewDetail, item: ReviewItem, editing: boolean): HTMLElement {
    const { words } = this;
    const pane = this.language.pane.words;
    const { draft } = detail;
    const changed = draft !== null && detail.text !== draft.reply.text;
    const own = draft === null || changed;
    return element(
      "article",
      { class: "card review-reply", "aria-label": words.draft },
      element("h3", {}, words.draft),
      draft === null && !editing && detail.text === "" && element("p", { class: "quiet" }, words.draftMissing),
      ...(draft ? warningBars(pane, draft.warnings) : []),
      editing && this.editForm(draft !== null),
      !editing && own && detail.text !== "" && plain(detail.text, "draft-text review-words"),
      !editing && changed && element("p", { class: "small quiet" }, words.yourText),
      draft !== null && !changed && riskSummary(words, detail.risks),
      draft !== null && !changed && markedDraft(words, draft, detail.risks),
      draft !== null &&
        changed &&
        element(
          "details",
          {},
          element("summary", {}, words.draft),
          riskSummary(words, detail.risks),
          markedDraft(words, draft, detail.risks),
        ),
      isOpen(item) && !editing && this.buttons(item),
      !isOpen(item) &&
        (item.decision?.undoUntil ?? 0) > Date.now() &&
        element(
          "div",
          { class: "row" },
          button(words.undo, "", () => this.actions.undo()),
        ),
      draft !== null && element("div", { class: "review-questions" }, ...questionList(pane, draft.questions)),
      draft !== null && draft.citations.length > 0 && this.sources(detail),
    );
  }

  private editForm(hasDraft: boolean): HTMLElement {
    const { words } = this;
    return element(
      "div",
      { class: "review-edit" },
      element("label", { class: "field" }, element("span", {}, words.replyText), this.editor),
      element("p", { class: "small quiet" }, words.editHint),
      element(
        "div",
        { class: "row" },
        button(words.save, "primary", () => this.actions.save(this.editor.value)),
        button(words.cancel, "", () => this.actions.cancelEdit()),
        hasDraft && button(words.takeBack, "subtle", () => this.actions.save("")),
      ),
    );
  }

  private buttons(item: ReviewItem): HTMLElement {
    const { words, queue } = this;
    const taken = queue.isTaken(item);
    const act = (text: string, kind: string, action: () => void) => {
      const made = button(text, kind, () => !taken && action());
      made.setAttribute("aria-disabled", String(taken));
      return made;
    };
    return element(
      "div",
      { class: "row review-actions" },
      act(words.approve, "primary", () => this.actions.approve()),
      act(words.edit, "", () => this.actions.edit()),
      act(words.reject, "danger", () => this.actions.reject()),
      queue.isMine(item) && button(words.release, "subtle", () => this.actions.release()),
    );
  }

  private sources(detail: ReviewDetail): HTMLElement {
    const { words } = this;
    return element(
      "div",
      { class: "review-sources" },
      element("h3", {}, words.sources),
      element(
        "ol",
        { class: "sources" },
        ...(detail.draft?.citations ?? []).map((citation) =>
          element(
            "li",
            { class: "source", id: `review-source-${citation.marker}`, tabindex: -1 },
            element(
              "p",
              { class: "source-name" },
              element("span", { class: "source-number" }, `[${citation.marker}]`),
              icon("document"),
              element(
                "a",
                { href: this.actions.address(citation.documentId, citation.page), target: "_blank", rel: "noopener" },
                element("bdi", {}, citation.documentName),
              ),
              citation.page !== null && element("span", { class: "quiet" }, fill(words.page, { n: citation.page })),
            ),
            element("blockquote", { dir: "auto" }, citation.quote),
          ),
        ),
      ),
    );
  }
}

function plain(text: string, kind: string): HTMLElement {
  return element("div", { class: kind, dir: "auto" }, text);
}
