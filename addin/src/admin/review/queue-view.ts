/** The live list: thousands of items, of which only those in sight are drawn. */
import { fill, nameOf } from "../../language/words";
import { element } from "../../look/dom";
import type { AdminLanguage } from "../words/admin-words";
import type { ReviewQueue } from "./review-queue";
import { isOpen, type ReviewItem } from "./review-shapes";
import type { ReviewWords } from "./review-words";
import { VirtualList } from "./virtual-list";

const rowHeight = 76;

export interface QueueActions {
  open(item: ReviewItem): void;
  select(item: ReviewItem): void;
}

export class QueueView {
  readonly root: HTMLElement;
  private readonly list: VirtualList<ReviewItem>;
  private readonly notice = element("p", { class: "empty", role: "status" });
  private readonly entries = new WeakMap<HTMLElement, ReviewItem>();

  constructor(
    private readonly words: ReviewWords,
    private readonly language: AdminLanguage,
    private readonly queue: ReviewQueue,
    private readonly actions: QueueActions,
  ) {
    this.list = new VirtualList<ReviewItem>(
      {
        class: "review-list",
        role: "listbox",
        tabindex: "0",
        "aria-label": words.queue,
        "aria-multiselectable": "true",
      },
      rowHeight,
      { make: () => this.make(), fill: (row, item, index) => this.fillRow(row, item, index) },
    );
    this.root = element("div", { class: "review-list-box" }, this.list.root, this.notice);
  }

  get page(): number {
    return this.list.page;
  }

  focus(): void {
    this.list.root.focus({ preventScroll: true });
  }

  get hasFocus(): boolean {
    return document.activeElement === this.list.root;
  }

  show(loading: boolean): void {
    const { shown, filter } = this.queue;
    this.list.root.hidden = shown.length === 0;
    this.list.show(shown);
    const narrow = Object.entries(filter).some(([name, value]) => name !== "view" && name !== "order" && value !== "");
    const text =
      shown.length > 0
        ? ""
        : loading
          ? this.words.loading
          : narrow || filter.view !== "open"
            ? this.words.nothingFits
            : this.words.nothingOpen;
    if (this.notice.textContent !== text) this.notice.textContent = text;
    this.notice.hidden = text === "";
    this.tellActive();
  }

  reveal(): void {
    const index = this.queue.shown.findIndex((item) => item.id === this.queue.activeId);
    if (index >= 0) this.list.reveal(index);
    this.tellActive();
  }

  /** The list itself has the focus; it names the row that the keyboard is on. */
  private tellActive(): void {
    const id = this.queue.activeId === null ? "" : rowId(this.queue.activeId);
    if (id !== "" && document.getElementById(id)) this.list.root.setAttribute("aria-activedescendant", id);
    else this.list.root.removeAttribute("aria-activedescendant");
  }

  private make(): HTMLElement {
    const row = element(
      "div",
      { class: "review-row", role: "option" },
      element("span", { class: "review-tick", "aria-hidden": "true" }),
      element("span", { class: "review-sender" }),
      element("span", { class: "review-when quiet small" }),
      element("span", { class: "review-subject" }),
      element("span", { class: "review-facts small" }),
    );
    row.addEventListener("click", (event) => {
      const item = this.entries.get(row);
      if (!item) return;
      const onTick = event.target instanceof Element && event.target.classList.contains("review-tick");
      if (onTick || event.ctrlKey || event.metaKey) this.actions.select(item);
      else this.actions.open(item);
    });
    return row;
  }

  private fillRow(row: HTMLElement, item: ReviewItem, index: number): void {
    const { queue, words, language } = this;
    const selected = queue.selected.has(item.id);
    row.id = rowId(item.id);
    row.setAttribute("aria-selected", String(selected));
    row.setAttribute("aria-setsize", String(queue.shown.length));
    row.setAttribute("aria-posinset", String(index + 1));
    row.classList.toggle("active", item.id === queue.activeId);
    row.classList.toggle("selected", selected);
    row.classList.toggle("taken", queue.isTaken(item));
    if (this.entries.get(row) === item && row.dataset.me === queue.me) return;
    this.entries.set(row, item);
    row.dataset.me = queue.me;
    const [, sender, when, subject, facts] = row.children;
    if (!sender || !when || !subject || !facts) return;
    sender.textContent = item.senderName || item.senderAddress || words.noSender;
    when.textContent = language.date(new Date(item.receivedAt).toISOString());
    subject.textContent = item.subject || words.noSubject;
    facts.replaceChildren(...this.facts(item));
  }

  private facts(item: ReviewItem): readonly HTMLElement[] {
    const { words, language, queue } = this;
    const pane = language.pane.words;
    const chip = (text: string, kind = "") => element("span", { class: `chip ${kind}`.trim() }, text);
    const urgent = item.urgency === "high" || item.urgency === "critical";
    const found: HTMLElement[] = [
      chip(nameOf(pane.urgency, item.urgency), urgent ? "urgent" : ""),
      chip(nameOf(pane.categories, item.category)),
    ];
    if (item.sentiment === "negative") found.push(chip(nameOf(pane.sentiment, item.sentiment), "sentiment-negative"));
    if (item.state === "escalated") found.unshift(chip(words.escalated, "urgent"));
    if (item.breached && isOpen(item)) found.unshift(chip(words.views.overdue, "urgent"));
    if (!item.hasDraft) found.push(chip(words.noDraft, "doubt"));
    if (item.edited) found.push(chip(words.edited));
    if (!isOpen(item)) found.unshift(chip(nameOf(words.views, item.state)));
    if (queue.isTaken(item))
      found.unshift(chip(fill(words.handledBy, { name: item.claim?.name ?? "" }), "review-presence"));
    else if (queue.isMine(item)) found.unshift(chip(words.handledByYou, "review-presence mine"));
    return found;
  }
}

function rowId(id: number): string {
  return `review-row-${id}`;
}
