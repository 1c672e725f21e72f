/** Joins the parts of the review page: the queue, the item that is open, decisions, presence, and the news of them. */
import { failureOf, isAbort } from "../../api/failure";
import { button } from "../../draft/draft-actions";
import { messageBar } from "../../draft/findings-view";
import { fill } from "../../language/words";
import { element } from "../../look/dom";
import { failureSentence } from "../failure-sentence";
import { pageLinks } from "../page-links";
import { UndoBar } from "../undo-bar";
import type { AdminLanguage } from "../words/admin-words";
import { FiltersView } from "./filters-view";
import { type ItemState, ItemView } from "./item-view";
import { listenToReview } from "./live-review";
import { QueueView } from "./queue-view";
import type { ReviewClient } from "./review-client";
import { askWhy, showKeys } from "./review-dialogs";
import { type KeyAction, ReviewKeys } from "./review-keys";
import { type QueueFilter, ReviewQueue } from "./review-queue";
import { isOpen, type ReviewItem } from "./review-shapes";
import type { ReviewWords } from "./review-words";

const heartbeatMilliseconds = 40_000;
const clockMilliseconds = 15_000;
const previewMilliseconds = 120;

export class ReviewPage {
  private readonly queue = new ReviewQueue();
  private readonly list: QueueView;
  private readonly filters: FiltersView;
  private readonly item: ItemView;
  private readonly keys: ReviewKeys;
  private readonly undoBar = new UndoBar();
  private readonly counts = element("p", { class: "quiet small counts" });
  private readonly status = element("p", { class: "small live polling", role: "status" });
  private readonly problem = element("div", { role: "alert" });
  private readonly bulk = element("div", { class: "review-bulk", role: "group", hidden: true });
  private readonly shownCount = element("p", { class: "quiet small", role: "status" });
  private readonly columns = element("main", { class: "review-desk" });
  private open: ItemState = { kind: "none" };
  private loading = true;
  /** The item that is ours to decide; let go when another is taken. */
  private heldId: number | null = null;
  private undoable: readonly number[] = [];
  private reading = new AbortController();
  private preview: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;
  private readonly loadedViews = new Set<string>();

  constructor(
    private readonly root: HTMLElement,
    private readonly language: AdminLanguage,
    private readonly words: ReviewWords,
    private readonly client: ReviewClient,
  ) {
    this.list = new QueueView(words, language, this.queue, {
      open: (item) => void this.take(item.id),
      select: (item) => this.select(item.id),
    });
    this.filters = new FiltersView(words, language, this.queue, (filter) => this.choose(filter));
    this.item = new ItemView(words, language, this.queue, {
      approve: () => void this.approve(),
      reject: () => void this.reject(),
      edit: () => void this.edit(),
      save: (text) => void this.save(text),
      cancelEdit: () => this.endEditing(),
      release: () => this.release(),
      undo: () => void this.undo([...(this.activeId === null ? [] : [this.activeId])]),
      back: () => this.leave(),
      address: (documentId, page) => client.documentAddress(documentId, page),
    });
    this.keys = new ReviewKeys((action) => this.act(action));
  }

  start(): void {
    const { words } = this;
    this.root.replaceChildren(
      element(
        "header",
        { class: "top" },
        element("div", {}, element("h1", { class: "top-title" }, words.title), this.counts),
        element(
          "nav",
          { class: "row jumps", "aria-label": words.title },
          button(words.help, "link", () => showKeys(words, this.keys)),
        ),
        this.status,
        pageLinks("review", document.documentElement.lang),
      ),
      this.problem,
      this.columns,
      this.undoBar.root,
    );
    this.columns.append(
      element(
        "section",
        { class: "review-queue", "aria-label": words.queue },
        this.filters.root,
        this.bulk,
        this.shownCount,
        this.list.root,
      ),
      this.item.root,
    );
    this.keys.listen(this.list.root);
    this.draw();
    listenToReview({
      changed: (items) => this.news(items),
      refresh: () => void this.refresh(),
      status: (live) => {
        this.status.className = `small live ${live ? "live" : "polling"}`;
        this.status.textContent = live ? words.live : words.polling;
      },
    });
    void this.refresh();
    setInterval(() => this.heartbeat(), heartbeatMilliseconds);
    // Claims end and clocks run out without any news.
    setInterval(() => this.tick(), clockMilliseconds);
    addEventListener("pagehide", () => this.letGo());
  }

  private get activeId(): number | null {
    return this.queue.activeId;
  }

  /** Reads every open item, a thousand at a time; what is read shows at once. */
  private async refresh(): Promise<void> {
    const seen = new Set<number>();
    try {
      let cursor: string | null = null;
      do {
        const page = await this.client.page("open", "priority", cursor, new AbortController().signal);
        this.queue.me = page.me;
        this.queue.put(page.items);
        for (const item of page.items) seen.add(item.id);
        cursor = page.cursor;
        this.loading = cursor !== null;
        this.drawSoon();
      } while (cursor !== null);
      this.queue.keepOpen(seen);
      this.loading = false;
      this.problem.replaceChildren();
    } catch (error) {
      this.loading = false;
      this.tell(error, () => void this.refresh());
    }
    this.drawSoon();
  }

  private news(items: readonly ReviewItem[]): void {
    this.queue.put(items);
    this.drawSoon();
    const { open } = this;
    const own = open.kind === "shown" ? items.find((item) => item.id === open.detail.item.id) : undefined;
    // Another text than the one in sight must not be approved by mistake.
    if (own && open.kind === "shown" && own.version !== open.detail.item.version && !open.editing)
      void this.show(own.id);
  }

  private choose(filter: QueueFilter): void {
    this.queue.choose(filter);
    this.draw();
    const decided = filter.view === "approved" || filter.view === "rejected" || filter.view === "discarded";
    if (decided && !this.loadedViews.has(filter.view)) void this.loadView(filter.view);
  }

  private async loadView(view: string): Promise<void> {
    this.loadedViews.add(view);
    try {
      const page = await this.client.page(view, "newest", null, new AbortController().signal);
      this.queue.put(page.items);
    } catch (error) {
      this.loadedViews.delete(view);
      this.tell(error, () => void this.loadView(view));
    }
    this.drawSoon();
  }

  private act(action: KeyAction): void {
    const { list, queue, words } = this;
    const acts: Readonly<Record<KeyAction, () => void>> = {
      next: () => this.move(1),
      previous: () => this.move(-1),
      pageDown: () => this.move(list.page),
      pageUp: () => this.move(-list.page),
      first: () => this.move(-queue.size),
      last: () => this.move(queue.size),
      open: () => this.activeId !== null && void this.take(this.activeId, true),
      approve: () => void this.approve(),
      reject: () => void this.reject(),
      edit: () => void this.edit(),
      undo: () => void this.undo(this.undoable),
      select: () => this.activeId !== null && this.select(this.activeId),
      release: () => this.leave(),
      search: () => this.filters.focus(),
      help: () => showKeys(words, this.keys),
    };
    acts[action]();
  }

  /** Moving only looks: it takes nothing from anybody. */
  private move(by: number): void {
    if (this.open.kind === "shown" && this.open.editing) return;
    const reached = this.queue.move(by);
    this.list.reveal();
    this.draw();
    if (!reached) return;
    clearTimeout(this.preview);
    this.preview = setTimeout(() => void this.show(reached.id), previewMilliseconds);
  }

  private select(id: number): void {
    this.queue.toggle(id);
    this.draw();
  }

  /** Opens an item to decide it, which everybody else sees. */
  private async take(id: number, moveFocus = false): Promise<void> {
    clearTimeout(this.preview);
    this.queue.activeId = id;
    this.columns.classList.add("open");
    const known = this.queue.get(id);
    // First taken, then read: an answer from before the claim must not make it look free again.
    if (known && isOpen(known) && !this.queue.isTaken(known)) await this.hold(id);
    await this.show(id);
    if (moveFocus || getComputedStyle(this.list.root).display === "none") this.item.focus();
  }

  private async hold(id: number): Promise<boolean> {
    if (this.heldId !== null && this.heldId !== id) this.letGo();
    const item = await this.attempt((signal) => this.client.claim(id, signal));
    if (item) this.heldId = id;
    return item !== null;
  }

  /** Says that the item is free again; nothing is lost when that does not arrive, for claims end by themselves. */
  private letGo(): void {
    const id = this.heldId;
    this.heldId = null;
    const item = id === null ? undefined : this.queue.get(id);
    if (id === null || !item || !this.queue.isMine(item)) return;
    this.client.release(id, new AbortController().signal).then(
      (freed) => this.news([freed]),
      () => undefined,
    );
  }

  private release(): void {
    this.letGo();
    this.leave();
  }

  private leave(): void {
    this.letGo();
    this.columns.classList.remove("open");
    this.list.focus();
    this.draw();
  }

  private heartbeat(): void {
    const id = this.heldId;
    if (id === null || document.hidden) return;
    this.client.claim(id, new AbortController().signal).then(
      (item) => this.queue.put([item]),
      () => undefined, // The next one, or the next decision, says what is wrong.
    );
  }

  private tick(): void {
    this.queue.arrange();
    this.drawSoon();
  }

  private async show(id: number): Promise<void> {
    this.reading.abort();
    const own = new AbortController();
    this.reading = own;
    if (this.open.kind !== "shown" || this.open.detail.item.id !== id) this.open = { kind: "loading" };
    this.draw();
    try {
      const detail = await this.client.detail(id, own.signal);
      this.queue.put([detail.item]);
      this.open = { kind: "shown", detail, editing: false };
    } catch (error) {
      if (isAbort(error)) return; // Another item took its place.
      this.open = { kind: "failed", sentence: failureSentence(this.language, failureOf(error)) };
    }
    this.draw();
  }

  private async approve(): Promise<void> {
    const ids = this.chosen();
    if (ids.length > 1) return this.decideMany("approve", ids, "");
    const item = this.decidable(ids[0]);
    if (!item) return;
    const done = await this.attempt((signal) => this.client.approve(item.id, item.version, signal));
    if (done) this.decided([done], fill(this.words.approved, { name: done.subject || this.words.noSubject }));
  }

  private async reject(): Promise<void> {
    const ids = this.chosen();
    const item = this.decidable(ids[0]);
    if (ids.length === 0 || (ids.length === 1 && !item)) return;
    const why = await askWhy(this.words);
    if (!why) return;
    if (ids.length > 1) return this.decideMany("reject", ids, why.reason);
    if (!item) return;
    const done = await this.attempt((signal) =>
      this.client.reject(item.id, why.reason, why.comment, item.version, signal),
    );
    if (done) this.decided([done], fill(this.words.rejected, { name: done.subject || this.words.noSubject }));
  }

  private async decideMany(action: "approve" | "reject", ids: readonly number[], reason: string): Promise<void> {
    const entries = await this.attemptAny((signal) => this.client.many(action, ids, reason, signal));
    if (!entries) return;
    const done = entries.flatMap((entry) => (entry.done && entry.item ? [entry.item] : []));
    const failed = entries.filter((entry) => !entry.done);
    this.queue.selected.clear();
    const { words, language } = this;
    const text = action === "approve" ? words.approvedMany : words.rejectedMany;
    if (done.length > 0) this.decided(done, fill(text, { n: language.number(done.length) }));
    const first = failed[0];
    if (first) this.complain(fill(words.someFailed, { n: language.number(failed.length), detail: first.detail }));
    this.draw();
  }

  private async undo(ids: readonly number[]): Promise<void> {
    this.undoable = [];
    for (const id of ids) {
      const item = await this.attempt((signal) => this.client.undo(id, signal));
      if (!item) continue;
      this.heldId = id;
      this.queue.activeId = id;
      this.undoBar.tell("success", this.words.undone);
    }
    if (this.activeId !== null) await this.show(this.activeId);
    this.list.reveal();
  }

  private async edit(): Promise<void> {
    const id = this.activeId;
    if (id === null) return;
    if (this.open.kind !== "shown" || this.open.detail.item.id !== id) await this.show(id);
    if (this.open.kind !== "shown" || !isOpen(this.open.detail.item) || !(await this.hold(id))) return;
    const item = this.queue.get(id) ?? this.open.detail.item;
    this.open = { kind: "shown", detail: { ...this.open.detail, item }, editing: true };
    this.columns.classList.add("open");
    this.draw();
    this.item.focusEditor();
  }

  private async save(text: string): Promise<void> {
    if (this.open.kind !== "shown") return;
    const { item } = this.open.detail;
    const saved = await this.attempt((signal) => this.client.edit(item.id, text, item.version, signal));
    if (!saved) return;
    await this.show(item.id);
    this.item.focus();
  }

  private endEditing(): void {
    if (this.open.kind === "shown") this.open = { ...this.open, editing: false };
    this.draw();
    this.item.focus();
  }

  /** Several that are selected, else the one under the keyboard. */
  private chosen(): readonly number[] {
    if (this.queue.selected.size > 0) return [...this.queue.selected];
    return this.activeId === null ? [] : [this.activeId];
  }

  /** The version in sight is the one that is decided about. */
  private decidable(id: number | undefined): ReviewItem | null {
    const item = id === undefined ? undefined : this.queue.get(id);
    if (!item || !isOpen(item) || (this.open.kind === "shown" && this.open.editing)) return null;
    return this.open.kind === "shown" && this.open.detail.item.id === id
      ? { ...item, version: this.open.detail.item.version }
      : item;
  }

  private decided(items: readonly ReviewItem[], text: string): void {
    const { words } = this;
    const ids = items.map((item) => item.id);
    const last = ids.at(-1);
    const next = last === undefined ? undefined : this.queue.after(last);
    if (this.heldId !== null && ids.includes(this.heldId)) this.heldId = null;
    this.queue.put(items);
    this.undoable = ids;
    const canUndo = items.some((item) => (item.decision?.undoUntil ?? 0) > Date.now());
    if (canUndo) this.undoBar.offer(text, words.undoHint, words.undo, () => void this.undo(ids), false);
    else this.undoBar.tell("success", text);
    this.queue.activeId = next?.id ?? null;
    if (next) void this.show(next.id);
    else this.open = { kind: "none" };
    this.list.reveal();
    this.draw();
  }

  private async attempt(work: (signal: AbortSignal) => Promise<ReviewItem>): Promise<ReviewItem | null> {
    const item = await this.attemptAny(work);
    if (item) {
      this.queue.put([item]);
      this.draw();
    }
    return item;
  }

  private async attemptAny<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    try {
      return await work(new AbortController().signal);
    } catch (error) {
      const failure = failureOf(error);
      // The server names who was first, which no list of words can know.
      this.complain(
        failure.kind === "problem" && failure.code === "conflict"
          ? failure.detail
          : failureSentence(this.language, failure),
      );
      if (this.activeId !== null && !(this.open.kind === "shown" && this.open.editing)) void this.show(this.activeId);
      return null;
    }
  }

  private complain(text: string): void {
    this.undoBar.tell("error", text);
  }

  private tell(error: unknown, retry: () => void): void {
    const { language } = this;
    this.problem.replaceChildren(
      messageBar(
        "error",
        failureSentence(language, failureOf(error)),
        " ",
        button(language.words.retry, "link", retry),
      ),
    );
  }

  /** Many pieces of news in one moment are drawn once. */
  private drawSoon(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  private draw(): void {
    const { words, language, queue } = this;
    const { number } = language;
    this.filters.update();
    this.list.show(this.loading);
    this.item.show(this.open);
    this.counts.textContent = fill(words.counts, {
      open: number(queue.count("open")),
      escalated: number(queue.count("escalated")),
      overdue: number(queue.count("overdue")),
      mine: number(queue.count("mine")),
    });
    const shown = fill(words.shown, { shown: number(queue.shown.length), total: number(queue.size) });
    if (this.shownCount.textContent !== shown) this.shownCount.textContent = shown;
    this.drawBulk();
  }

  private drawBulk(): void {
    const { words, language, queue } = this;
    const count = queue.selected.size;
    this.bulk.hidden = count === 0;
    if (count === 0 || this.bulk.dataset.count === String(count)) return;
    this.bulk.dataset.count = String(count);
    this.bulk.setAttribute("aria-label", fill(words.selected, { n: language.number(count) }));
    this.bulk.replaceChildren(
      element("strong", {}, fill(words.selected, { n: language.number(count) })),
      button(words.approve, "primary", () => void this.approve()),
      button(words.reject, "danger", () => void this.reject()),
      button(words.selectShown, "subtle", () => this.selectShown()),
      button(words.selectNone, "subtle", () => this.selectNone()),
    );
  }

  private selectShown(): void {
    for (const item of this.queue.shown.slice(0, 200)) if (isOpen(item)) this.queue.selected.add(item.id);
    this.draw();
  }

  private selectNone(): void {
    this.queue.selected.clear();
    this.draw();
    this.list.focus();
  }
}
