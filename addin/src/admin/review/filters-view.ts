/** The filters above the list; every change shows at once, since everything is in memory. */
import { button } from "../../draft/draft-actions";
import { nameOf } from "../../language/words";
import { element } from "../../look/dom";
import type { AdminLanguage } from "../words/admin-words";
import { noFilter, orders, type QueueFilter, type ReviewQueue, views } from "./review-queue";
import type { ReviewWords } from "./review-words";

type Choice = "urgency" | "sentiment" | "category" | "mailbox";
const urgencies = ["critical", "high", "normal", "low"];
const sentiments = ["negative", "neutral", "positive"];

export class FiltersView {
  readonly root: HTMLElement;
  private readonly view: HTMLSelectElement;
  private readonly order: HTMLSelectElement;
  private readonly choices: Readonly<Record<Choice, HTMLSelectElement>>;
  private readonly text: HTMLInputElement;
  private labels = "";

  constructor(
    private readonly words: ReviewWords,
    private readonly language: AdminLanguage,
    private readonly queue: ReviewQueue,
    private readonly changed: (filter: QueueFilter) => void,
  ) {
    const pane = language.pane.words;
    const select = (options: readonly (readonly [string, string])[]) =>
      element(
        "select",
        { onchange: () => this.tell() },
        ...options.map(([value, name]) => element("option", { value }, name)),
      );
    const named = (names: Readonly<Record<string, string>>, keys: readonly string[]) =>
      [["", words.all] as const, ...keys.map((key) => [key, nameOf(names, key)] as const)] as const;
    this.view = select(views.map((view) => [view, words.views[view]] as const));
    this.order = select(orders.map((order) => [order, words.orders[order]] as const));
    this.choices = {
      urgency: select(named(pane.urgency, urgencies)),
      sentiment: select(named(pane.sentiment, sentiments)),
      category: select(named(pane.categories, [])),
      mailbox: select(named({}, [])),
    };
    this.text = element("input", { type: "search", dir: "auto", maxlength: 200, oninput: () => this.tell() });
    const field = (name: string, control: HTMLElement) =>
      element("label", { class: "field" }, element("span", {}, name), control);
    this.root = element(
      "div",
      { class: "review-filters", role: "group", "aria-label": language.words.filter },
      field(words.view, this.view),
      field(words.text, this.text),
      field(words.urgency, this.choices.urgency),
      field(words.sentiment, this.choices.sentiment),
      field(words.category, this.choices.category),
      field(words.mailbox, this.choices.mailbox),
      field(words.order, this.order),
      button(words.clear, "subtle", () => this.clear()),
    );
  }

  focus(): void {
    this.text.focus();
    this.text.select();
  }

  /** Offers the categories and mailboxes that there are now. */
  update(): void {
    const categories = this.queue.labels((item) => item.category);
    const mailboxes = this.queue.labels((item) => item.mailboxId);
    const labels = JSON.stringify([categories, mailboxes]);
    if (labels === this.labels) return;
    this.labels = labels;
    this.offer(this.choices.category, categories, this.language.pane.words.categories);
    this.offer(this.choices.mailbox, mailboxes, {});
  }

  private offer(select: HTMLSelectElement, values: readonly string[], names: Readonly<Record<string, string>>): void {
    const chosen = select.value;
    const all = chosen === "" || values.includes(chosen) ? values : [...values, chosen];
    select.replaceChildren(
      element("option", { value: "" }, this.words.all),
      ...all.map((value) => element("option", { value }, nameOf(names, value))),
    );
    select.value = chosen;
  }

  private clear(): void {
    this.view.value = noFilter.view;
    this.order.value = noFilter.order;
    this.text.value = "";
    for (const choice of Object.values(this.choices)) choice.value = "";
    this.tell();
    this.text.focus();
  }

  private tell(): void {
    this.changed({
      view: views.find((view) => view === this.view.value) ?? "open",
      order: orders.find((order) => order === this.order.value) ?? "priority",
      urgency: this.choices.urgency.value,
      sentiment: this.choices.sentiment.value,
      category: this.choices.category.value,
      mailbox: this.choices.mailbox.value,
      text: this.text.value,
    });
  }
}
