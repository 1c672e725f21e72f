/** The preview's buttons: sample knowledge, own documents, own mail, and a clean start. */
import type { ApiClient } from "../api/client";
import { failureOf } from "../api/failure";
import { button } from "../draft/draft-actions";
import { failureText } from "../draft/failure-text";
import { messageBar } from "../draft/findings-view";
import { fill, type Language } from "../language/words";
import { element } from "../look/dom";
import { askForMail, confirmDelete } from "./dialogs";
import { follow, type LoadProgress, sampleDocuments, uploadFiles, uploadSamples } from "./knowledge-loader";
import type { Mailbox } from "./mailbox";
import { isMailFile, messageFrom } from "./own-mail";
import type { PreviewWords } from "./preview-words";

/** What the API reads; the server decides, this only pre-sorts the file dialog. */
const documentTypes = ".pdf,.docx,.pptx,.xlsx,.md,.html,.htm,.txt,.csv,.json,.eml";

export class Toolbar {
  readonly buttons: HTMLElement;
  readonly status = element("div", { class: "toolbar-status", role: "status", "aria-live": "polite" });
  private busy = false;

  constructor(
    private readonly words: PreviewWords,
    private readonly language: Language,
    private readonly client: ApiClient,
    private readonly mailbox: Mailbox,
    private readonly changed: { knowledge(): void; deleted(): void },
  ) {
    const picker = element("input", {
      type: "file",
      multiple: true,
      accept: documentTypes,
      hidden: true,
      onchange: () => {
        void this.addFiles([...(picker.files ?? [])]);
        picker.value = "";
      },
    });
    this.buttons = element(
      "div",
      { class: "row toolbar" },
      button(words.loadSamples, "primary", () => void this.loadSamples()),
      button(words.addDocuments, "", () => picker.click()),
      button(words.openMail, "", () => this.openMail()),
      button(words.deleteData, "subtle", () => confirmDelete(words, () => void this.deleteEverything())),
      picker,
    );
  }

  loadSamples(): Promise<void> {
    return this.load((signal) => uploadSamples(this.client, signal), sampleDocuments.length);
  }

  /** An .eml is a mail to answer, anything else a document to answer from. */
  async addFiles(files: readonly File[]): Promise<void> {
    const mail = files.find(isMailFile);
    if (mail) return await this.openFile(mail);
    if (files.length > 0) await this.load((signal) => uploadFiles(this.client, files, signal), files.length);
  }

  private openMail(): void {
    askForMail(
      this.words,
      (pasted) => this.mailbox.add(messageFrom(pasted)),
      (file) => void this.openFile(file),
    );
  }

  private async openFile(file: File): Promise<void> {
    await this.attempt(async (signal) => {
      this.mailbox.add(await this.client.parseMessage(file, signal));
      this.status.replaceChildren();
    }, this.words.parseUnavailable);
  }

  private async load(upload: (signal: AbortSignal) => Promise<readonly string[]>, total: number): Promise<void> {
    await this.attempt(async (signal) => {
      this.showProgress({ ready: 0, total, failed: [], settled: false });
      const ids = await upload(signal);
      let last: LoadProgress | null = null;
      for await (const progress of follow(this.client, ids, signal)) {
        last = progress;
        if (!progress.settled) this.showProgress(progress);
      }
      if (last) this.showResult(last);
      this.changed.knowledge();
    });
  }

  private async deleteEverything(): Promise<void> {
    await this.attempt(async (signal) => {
      const count = await this.client.deleteEverything(signal);
      this.show("success", fill(this.words.deleted, { count }));
      this.changed.deleted();
    });
  }

  /** One thing at a time: a delete in the middle of an upload would leave half of it behind. */
  private async attempt(work: (signal: AbortSignal) => Promise<void>, unavailable?: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work(new AbortController().signal);
    } catch (error) {
      const failure = failureOf(error);
      const missing = failure.kind === "problem" && [404, 405, 501].includes(failure.status);
      this.show("error", missing && unavailable ? unavailable : failureText(this.language.words, failure));
    } finally {
      this.busy = false;
    }
  }

  private showProgress({ ready, total }: LoadProgress): void {
    const text = fill(this.words.loading, { ready, total });
    this.status.replaceChildren(
      element("label", { class: "load" }, text, element("progress", { max: total, value: ready })),
    );
  }

  private showResult({ ready, total, failed, settled }: LoadProgress): void {
    const names = failed.map((document) => `${document.name} ${document.failure}`.trim()).join("; ");
    const template = !settled
      ? this.words.loadSlow
      : failed.length > 0
        ? this.words.loadedWithFailures
        : this.words.loaded;
    this.show(failed.length > 0 ? "warning" : "success", fill(template, { ready, total, failed: names }));
  }

  private show(kind: "success" | "warning" | "error", text: string): void {
    this.status.replaceChildren(messageBar(kind, text));
  }
}
