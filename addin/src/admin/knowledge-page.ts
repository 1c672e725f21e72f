/** Joins the parts of the knowledge page: the list, the uploads, the search, the open questions, and the news of them. */
import { failureOf } from "../api/failure";
import { button } from "../draft/draft-actions";
import { fill } from "../language/words";
import { element } from "../look/dom";
import { acceptDrops } from "../look/drops";
import { DocumentList } from "./document-list";
import type { RowActions } from "./document-row";
import { DocumentsView } from "./documents-view";
import { failureSentence } from "./failure-sentence";
import { GapsView } from "./gaps-view";
import type { KnowledgeClient } from "./knowledge-client";
import type { DocumentEntry, KnowledgeSummary } from "./knowledge-shapes";
import { type LiveStatus, listen } from "./live";
import { MailView } from "./mail-view";
import { pageLinks } from "./page-links";
import { SearchView } from "./search-view";
import { sendFile } from "./send-file";
import { summaryLine } from "./summary-line";
import { UndoBar } from "./undo-bar";
import { UploadQueue } from "./upload-queue";
import { UploadsView } from "./uploads-view";
import type { AdminLanguage } from "./words/admin-words";

/** The server decides; this only pre-sorts the file dialog. */
const documentTypes = ".pdf,.docx,.pptx,.xlsx,.odt,.ods,.odp,.rtf,.epub,.md,.html,.htm,.txt,.csv,.tsv,.json,.xml,.eml";
const summaryMilliseconds = 800;

export class KnowledgePage {
  private readonly list: DocumentList;
  private readonly documents: DocumentsView;
  private readonly gaps: GapsView;
  private readonly queue: UploadQueue;
  private readonly uploads: UploadsView;
  private readonly undo = new UndoBar();
  private readonly counts = element("p", { class: "quiet small counts" });
  private readonly status = element("p", { class: "small live", role: "status" });
  private readonly gapsLink = element("a", { href: "#gaps" });
  private summary: KnowledgeSummary | null = null;
  private live: LiveStatus = "polling";
  private summaryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly language: AdminLanguage,
    private readonly client: KnowledgeClient,
  ) {
    this.list = new DocumentList(client, () => this.showList());
    this.documents = new DocumentsView(language, this.list, this.rowActions());
    this.gaps = new GapsView(language, client, (total) => this.countGaps(total));
    this.queue = new UploadQueue(
      sendFile,
      () => this.uploads.show(this.queue.uploads),
      () => this.accepted(),
    );
    this.uploads = new UploadsView(language, this.queue);
  }

  start(): void {
    const { words } = this.language;
    const picker = this.picker(true, (files) => this.queue.add(files));
    this.gapsLink.textContent = words.gaps;
    this.root.replaceChildren(
      element(
        "header",
        { class: "top" },
        element("div", {}, element("h1", { class: "top-title" }, words.title), this.counts),
        element(
          "nav",
          { class: "row jumps", "aria-label": words.title },
          element("a", { href: "#documents" }, words.documents),
          element("a", { href: "#search" }, words.search),
          this.gapsLink,
          element("a", { href: "/" }, words.openPreview),
        ),
        this.status,
        pageLinks("knowledge", document.documentElement.lang),
      ),
      element(
        "main",
        { class: "knowledge-columns" },
        element(
          "section",
          { class: "card", id: "documents", "aria-labelledby": "documents-title" },
          element(
            "div",
            { class: "documents-head" },
            element("h2", { id: "documents-title" }, words.documents),
            button(words.add, "primary", () => picker.click()),
          ),
          element("p", { class: "quiet small" }, words.dropHint),
          picker,
          this.uploads.root,
          this.documents.root,
        ),
        element(
          "div",
          { class: "knowledge-side" },
          new SearchView(this.language, this.client).root,
          this.gaps.root,
          new MailView(this.language, this.client).root,
        ),
      ),
      this.undo.root,
    );
    acceptDrops(words.dropVeil, (files) => this.queue.add(files));
    void this.list.refresh();
    this.gaps.refresh();
    this.countSoon();
    listen({
      documentChanged: (document) => {
        this.list.apply(document);
        this.countSoon();
      },
      documentRemoved: (documentId) => {
        if (this.list.filter.state !== "deleted") this.list.remove(documentId);
        this.countSoon();
      },
      gapsChanged: () => this.gaps.refresh(),
      refresh: () => this.refresh(),
      status: (status) => {
        this.live = status;
        this.showStatus();
      },
    });
  }

  private refresh(): void {
    void this.list.refresh();
    this.gaps.refresh();
    this.countSoon();
  }

  private accepted(): void {
    if (this.live !== "live") void this.list.refresh();
    this.countSoon();
  }

  private rowActions(): RowActions {
    return {
      address: (documentId) => this.client.documentAddress(documentId, null),
      replace: (document) => this.picker(false, (files) => this.queue.add(files, document.documentId)).click(),
      retry: (document) => void this.attempt((signal) => this.client.retry(document.documentId, signal)),
      cancel: (document) => void this.attempt((signal) => this.client.cancel(document.documentId, signal)),
      tag: (document, tags) => void this.attempt((signal) => this.client.tag(document.documentId, tags, signal)),
      delete: (document) => void this.delete(document),
      restore: (document) => void this.restore(document),
    };
  }

  private async delete(document: DocumentEntry): Promise<void> {
    const { words, number } = this.language;
    if (!(await this.attempt((signal) => this.client.delete(document.documentId, signal)))) return;
    this.list.remove(document.documentId);
    // Deleting may be quicker than the first counting, which says for how long an undo is possible.
    if (this.summary === null) await this.count();
    const minutes = this.summary?.undoMinutes ?? 0;
    const text = fill(words.deleted, { name: document.name });
    if (minutes === 0) return this.undo.tell("success", text);
    this.undo.offer(
      text,
      fill(words.undoHint, { minutes: number(minutes) }),
      words.undo,
      () => void this.restore(document),
    );
  }

  private async restore(document: DocumentEntry): Promise<void> {
    if (!(await this.attempt((signal) => this.client.restore(document.documentId, signal)))) return;
    await this.list.refresh();
    this.undo.tell("success", fill(this.language.words.restored, { name: document.name }));
    this.documents.focus(document.documentId);
  }

  private async attempt(work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    try {
      await work(new AbortController().signal);
      if (this.live !== "live") void this.list.refresh();
      this.countSoon();
      return true;
    } catch (error) {
      this.undo.tell("error", failureSentence(this.language, failureOf(error)));
      void this.list.refresh();
      return false;
    }
  }

  private picker(multiple: boolean, chosen: (files: readonly File[]) => void): HTMLInputElement {
    const input = element("input", {
      type: "file",
      class: "file-picker",
      multiple,
      accept: documentTypes,
      hidden: true,
      onchange: () => {
        chosen([...(input.files ?? [])]);
        input.value = "";
      },
    });
    return input;
  }

  private countGaps(total: number): void {
    const { words, number } = this.language;
    this.gapsLink.textContent = total === 0 ? words.gaps : `${words.gaps} (${number(total)})`;
  }

  /** Many documents change at once; their sum is asked for once. */
  private countSoon(): void {
    this.summaryTimer ??= setTimeout(() => {
      this.summaryTimer = undefined;
      void this.count();
    }, summaryMilliseconds);
  }

  private async count(): Promise<void> {
    try {
      this.summary = await this.client.summary(new AbortController().signal);
      this.counts.textContent = summaryLine(this.language, this.summary);
    } catch {
      // The list says what is wrong; old counts are better than none.
    }
  }

  private showList(): void {
    this.documents.show();
    this.showStatus();
  }

  private showStatus(): void {
    const { words } = this.language;
    const offline = this.list.failure !== null && this.list.failure.kind !== "problem";
    const text = offline ? words.offline : words[this.live];
    this.status.className = `small live ${offline ? "offline" : this.live}`;
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}
