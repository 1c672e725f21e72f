/** The list of documents with its filter; draws what is loaded and asks for more on request. */
import { button } from "../draft/draft-actions";
import { messageBar } from "../draft/findings-view";
import { fill } from "../language/words";
import { element } from "../look/dom";
import { type DocumentList, noFilter } from "./document-list";
import { DocumentRow, type RowActions } from "./document-row";
import { failureSentence } from "./failure-sentence";
import { isTag } from "./tags";
import type { AdminLanguage } from "./words/admin-words";

const states = ["all", "ready", "working", "failed", "deleted"] as const;
const typingMilliseconds = 300;

export class DocumentsView {
  readonly root: HTMLElement;
  private readonly state: HTMLSelectElement;
  private readonly name = element("input", {
    type: "search",
    dir: "auto",
    maxlength: 200,
    oninput: () => this.chooseSoon(),
  });
  private readonly tag = element("input", { type: "text", dir: "auto", maxlength: 200, onchange: () => this.choose() });
  private readonly problem = element("p", { class: "problem", role: "alert" });
  private readonly notice = element("div", {});
  private readonly list = element("ul", { class: "documents" });
  private readonly count = element("p", { class: "quiet small", role: "status" });
  private readonly more: HTMLButtonElement;
  private rows = new Map<string, DocumentRow>();
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly language: AdminLanguage,
    private readonly documents: DocumentList,
    private readonly actions: RowActions,
  ) {
    const { words } = language;
    this.state = element(
      "select",
      { onchange: () => this.choose() },
      ...states.map((state) => element("option", { value: state === "all" ? "" : state }, words.states[state])),
    );
    this.more = button(words.more, "", () => void documents.more());
    const field = (name: string, control: HTMLElement) =>
      element("label", { class: "field" }, element("span", {}, name), control);
    this.root = element(
      "div",
      { class: "document-list" },
      element(
        "div",
        { class: "filters", role: "group", "aria-label": words.filter },
        field(words.filterState, this.state),
        field(words.filterName, this.name),
        field(words.filterTag, this.tag),
      ),
      this.problem,
      this.notice,
      this.list,
      element("div", { class: "row list-end" }, this.count, this.more),
    );
  }

  show(): void {
    const { words, number } = this.language;
    const { documents, filter, total, cursor, loading, failure } = this.documents;
    const rows = new Map<string, DocumentRow>();
    for (const entry of documents) {
      const row =
        this.rows.get(entry.documentId) ??
        new DocumentRow(entry, filter.state === "deleted", this.language, this.actions);
      row.update(entry);
      rows.set(entry.documentId, row);
    }
    for (const [id, row] of this.rows) if (rows.get(id) !== row) row.root.remove();
    this.rows = rows;
    // Only what stands in the wrong place is moved: moving a row would take the focus from it.
    [...rows.values()].forEach((row, index) => {
      if (this.list.children[index] !== row.root) this.list.insertBefore(row.root, this.list.children[index] ?? null);
    });
    const text =
      documents.length === 0 ? "" : fill(words.shown, { shown: number(documents.length), total: number(total) });
    if (this.count.textContent !== text) this.count.textContent = text;
    this.more.hidden = cursor === null;
    this.more.setAttribute("aria-disabled", String(loading));
    this.drawNotice(loading, failure !== null);
  }

  /** Moves the focus to a document, for one that came back. */
  focus(documentId: string): void {
    this.rows.get(documentId)?.root.focus();
  }

  private drawNotice(loading: boolean, failed: boolean): void {
    const { words } = this.language;
    const { failure, documents, filter } = this.documents;
    const filtered = filter.name !== "" || filter.tag !== "" || filter.state !== "";
    const notice =
      failed && failure
        ? messageBar(
            "error",
            failureSentence(this.language, failure),
            " ",
            button(words.retry, "link", () => void this.documents.refresh()),
          )
        : documents.length > 0
          ? null
          : loading
            ? element("p", { class: "empty" }, words.loading)
            : filter.state === "deleted"
              ? element("p", { class: "empty" }, words.noDeleted)
              : filtered
                ? element(
                    "p",
                    { class: "empty" },
                    words.noMatches,
                    " ",
                    button(words.clearFilter, "link", () => this.clear()),
                  )
                : element("p", { class: "empty" }, words.noDocuments);
    const seen = notice?.textContent ?? "";
    if (this.notice.textContent !== seen) this.notice.replaceChildren(...(notice ? [notice] : []));
  }

  private clear(): void {
    this.state.value = noFilter.state;
    this.name.value = noFilter.name;
    this.tag.value = noFilter.tag;
    this.choose();
    this.name.focus();
  }

  private chooseSoon(): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.choose(), typingMilliseconds);
  }

  private choose(): void {
    const tag = this.tag.value.trim();
    const bad = tag !== "" && !isTag(tag);
    this.problem.textContent = bad ? this.language.words.badTag : "";
    if (bad) return;
    const changesKind = (this.state.value === "deleted") !== (this.documents.filter.state === "deleted");
    if (changesKind) this.rows = new Map(); // Deleted documents have other buttons.
    if (changesKind) this.list.replaceChildren();
    void this.documents.choose({ state: this.state.value, name: this.name.value.trim(), tag });
  }
}
