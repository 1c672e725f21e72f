/** Shows what is being uploaded: one line for all, one for each file on its way or refused. */
import { button } from "../draft/draft-actions";
import { fill } from "../language/words";
import { element, icon } from "../look/dom";
import { failureSentence } from "./failure-sentence";
import type { Upload, UploadQueue } from "./upload-queue";
import type { AdminLanguage } from "./words/admin-words";

const mostLines = 12;

export class UploadsView {
  readonly root = element("div", { class: "uploads", hidden: true });
  private readonly status = element("p", { role: "status" });
  private readonly total = element("progress", { max: 1, value: 0, "aria-hidden": "true" });
  private readonly lines = element("ul", {});
  private readonly waiting = element("p", { class: "quiet small" });
  private readonly hideAll: HTMLButtonElement;
  private readonly shown = new Map<number, { line: HTMLElement; kind: string; bar: HTMLProgressElement }>();

  constructor(
    private readonly language: AdminLanguage,
    private readonly queue: UploadQueue,
  ) {
    this.hideAll = button(language.words.hideAll, "subtle", () => queue.hideSettled());
    this.root.append(
      element("div", { class: "uploads-head" }, this.status, this.hideAll),
      this.total,
      this.lines,
      this.waiting,
    );
  }

  show(uploads: readonly Upload[]): void {
    const { words } = this.language;
    const done = uploads.filter((upload) => upload.state.kind === "accepted").length;
    const refused = uploads.filter((upload) => upload.state.kind === "refused");
    const onTheirWay = uploads.filter((upload) => upload.state.kind === "sending" || upload.state.kind === "waiting");
    this.root.hidden = uploads.length === 0;
    this.hideAll.hidden = onTheirWay.length > 0;
    const text = fill(words.uploading, { done, total: uploads.length });
    const status = refused.length === 0 ? text : `${text} · ${fill(words.uploadsRefused, { n: refused.length })}`;
    if (this.status.textContent !== status) this.status.textContent = status;
    this.total.hidden = onTheirWay.length === 0;
    this.total.value = uploads.length === 0 ? 0 : (done + refused.length) / uploads.length;
    const visible = [...refused, ...onTheirWay.slice(0, mostLines)];
    this.waiting.hidden = onTheirWay.length <= mostLines;
    this.waiting.textContent = fill(words.waiting, { n: onTheirWay.length - mostLines });
    this.draw(visible);
  }

  /** A line stays the same element while its file is on its way, so that focus survives the progress. */
  private draw(uploads: readonly Upload[]): void {
    const ids = new Set(uploads.map((upload) => upload.id));
    for (const [id, { line }] of this.shown)
      if (!ids.has(id)) {
        line.remove();
        this.shown.delete(id);
      }
    for (const upload of uploads) {
      const known = this.shown.get(upload.id);
      if (known?.kind !== upload.state.kind) {
        const bar = element("progress", {
          max: 1,
          "aria-label": fill(this.language.words.uploadOf, { name: upload.name }),
        });
        const line = this.line(upload, bar);
        if (known) known.line.replaceWith(line);
        else this.lines.append(line);
        this.shown.set(upload.id, { line, kind: upload.state.kind, bar });
      }
      const bar = this.shown.get(upload.id)?.bar;
      if (bar && upload.state.kind === "sending") bar.value = upload.state.share;
    }
  }

  private line(upload: Upload, bar: HTMLProgressElement): HTMLElement {
    const { words } = this.language;
    const { state } = upload;
    const name = element("bdi", { class: "upload-name" }, upload.name);
    if (state.kind !== "refused") {
      if (state.kind === "waiting") bar.value = 0;
      return element(
        "li",
        { class: "upload" },
        name,
        bar,
        button(words.cancel, "subtle", () => this.queue.hide(upload.id)),
      );
    }
    const again = state.failure.kind !== "problem" || state.failure.status >= 429;
    return element(
      "li",
      { class: "upload refused" },
      icon("warning"),
      element("div", { class: "bar-words" }, name, element("p", {}, failureSentence(this.language, state.failure))),
      again && button(words.retry, "subtle", () => this.queue.retry(upload.id)),
      button(words.hide, "subtle", () => this.queue.hide(upload.id)),
    );
  }
}
