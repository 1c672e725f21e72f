/** One document of the list; updated in place, so that the focus stays where it is while its state moves on. */
import { button } from "../draft/draft-actions";
import { fill } from "../language/words";
import { type Child, element, icon } from "../look/dom";
import { remedyFor } from "./failure-sentence";
import type { DocumentEntry } from "./knowledge-shapes";
import { TagEditor } from "./tag-editor";
import { tagLines } from "./tags";
import type { AdminLanguage } from "./words/admin-words";

export interface RowActions {
  address(documentId: string): string;
  replace(document: DocumentEntry): void;
  retry(document: DocumentEntry): void;
  cancel(document: DocumentEntry): void;
  delete(document: DocumentEntry): void;
  restore(document: DocumentEntry): void;
  tag(document: DocumentEntry, tags: DocumentEntry["tags"]): void;
}

export class DocumentRow {
  readonly root: HTMLLIElement;
  private readonly name = element("div", { class: "document-name" });
  private readonly state = element("div", { class: "document-state" });
  private readonly facts = element("p", { class: "quiet small" });
  private readonly tags = element("div", { class: "chips" });
  private readonly actions = element("div", { class: "document-actions" });
  private readonly editor: TagEditor;
  private shown = "";
  private shownActions = "";

  constructor(
    private document: DocumentEntry,
    private readonly isDeleted: boolean,
    private readonly language: AdminLanguage,
    private readonly handlers: RowActions,
  ) {
    this.editor = new TagEditor(language, (tags) => handlers.tag(this.document, tags));
    this.root = element(
      "li",
      { class: "document", tabindex: -1 },
      element("div", { class: "document-words" }, this.name, this.facts, this.tags, this.editor.root),
      this.state,
      this.actions,
    );
    this.update(document);
  }

  update(document: DocumentEntry): void {
    const seen = JSON.stringify(document);
    if (seen === this.shown) return;
    this.shown = seen;
    this.document = document;
    this.drawName();
    this.drawState();
    this.drawFacts();
    this.tags.hidden = tagLines(document.tags).length === 0;
    this.tags.replaceChildren(
      ...tagLines(document.tags).map((tag) => element("span", { class: "chip", dir: "auto" }, tag)),
    );
    this.drawActions();
  }

  private drawName(): void {
    const { documentId, name } = this.document;
    if (this.name.textContent === name) return;
    const label = element("bdi", {}, name);
    const address = this.handlers.address(documentId);
    this.name.replaceChildren(
      icon("document"),
      this.isDeleted ? label : element("a", { href: address, target: "_blank", rel: "noopener" }, label),
    );
  }

  private drawState(): void {
    const { words } = this.language;
    const { state, progress, failure, failureCode, answering, name } = this.document;
    const parts: Child[] = [element("span", { class: `chip state-${state}` }, words.states[state])];
    if (state === "extracting" || state === "indexing")
      parts.push(element("progress", { max: 1, value: progress, "aria-label": `${name}: ${words.states[state]}` }));
    if (state === "failed")
      parts.push(element("p", { class: "remedy" }, remedyFor(this.language, failureCode, failure)));
    if (state !== "ready" && answering) parts.push(element("p", { class: "quiet small" }, words.previousAnswers));
    this.state.replaceChildren(...parts.filter((part) => part !== null && part !== false));
  }

  private drawFacts(): void {
    const { words, number, size, date } = this.language;
    const { pages, passages, hiddenText, uploadedAt } = this.document;
    const facts = [
      size(this.document.size),
      pages !== null && fill(words.pages, { n: number(pages) }),
      passages > 0 && fill(words.passages, { n: number(passages) }),
      date(uploadedAt),
      hiddenText && words.hiddenText,
    ];
    this.facts.textContent = facts.filter((fact) => fact !== false && fact !== "").join(" · ");
  }

  private drawActions(): void {
    const { words } = this.language;
    const { state, name } = this.document;
    const wanted = this.isDeleted ? "restore" : state === "failed" ? "retry" : state === "ready" ? "" : "cancel";
    if (this.shownActions === `${wanted} ${name}`) return;
    this.shownActions = `${wanted} ${name}`;
    const hadFocus = this.actions.contains(document.activeElement);
    const act = (text: string, label: string, kind: string, action: () => void) => {
      const made = button(text, kind, action);
      made.setAttribute("aria-label", fill(label, { name }));
      return made;
    };
    const { handlers } = this;
    this.actions.replaceChildren(
      ...(this.isDeleted
        ? [act(words.restore, words.restoreName, "", () => handlers.restore(this.document))]
        : [
            ...(wanted === "retry" ? [act(words.retry, words.retryName, "", () => handlers.retry(this.document))] : []),
            ...(wanted === "cancel"
              ? [act(words.cancel, words.cancelName, "subtle", () => handlers.cancel(this.document))]
              : []),
            act(words.replace, words.replaceName, "subtle", () => handlers.replace(this.document)),
            act(words.tags, words.tagsOf, "subtle", () => this.editor.open(this.document)),
            act(words.delete, words.deleteName, "subtle", () => handlers.delete(this.document)),
          ]),
    );
    // The button that had the focus may be gone: its row keeps the place.
    if (hadFocus) this.root.focus({ preventScroll: true });
  }
}
