/** Draws the trail with its filters, goes on page by page, exports, and says whether the trail is whole. */
import { failureOf } from "../../api/failure";
import { button } from "../../draft/draft-actions";
import { fill } from "../../language/words";
import { element } from "../../look/dom";
import { failureSentence } from "../failure-sentence";
import { pageLinks } from "../page-links";
import type { AdminLanguage } from "../words/admin-words";
import type { AuditClient, TrailFilter, TrailLine } from "./audit-client";
import type { AuditWords } from "./audit-words";

export class AuditPage {
  private readonly rows = element("tbody");
  private readonly state = element("p", { role: "status", class: "audit-state" });
  private readonly problem = element("p", { class: "problem", role: "alert" });
  private readonly more = element("div", { class: "row" });
  private readonly form: HTMLFormElement;
  private asking = new AbortController();

  constructor(
    private readonly root: HTMLElement,
    private readonly language: AdminLanguage,
    private readonly words: AuditWords,
    private readonly client: AuditClient,
  ) {
    this.form = this.filterForm();
  }

  async start(): Promise<void> {
    const { words } = this;
    const head = [words.at, words.who, words.action, words.target, words.outcome, words.network];
    const columns = head.map((name) => element("th", { scope: "col" }, name));
    this.root.replaceChildren(
      element(
        "header",
        { class: "top" },
        element("h1", { class: "top-title" }, words.title),
        this.state,
        pageLinks("audit", document.documentElement.lang),
      ),
      element(
        "main",
        { class: "audit" },
        this.form,
        this.problem,
        element(
          "div",
          { class: "audit-table", tabindex: 0, role: "region", "aria-label": words.title },
          element("table", {}, element("thead", {}, element("tr", {}, ...columns)), this.rows),
        ),
        this.more,
      ),
    );
    await Promise.all([this.show(null), this.verify()]);
  }

  private filterForm(): HTMLFormElement {
    const { words } = this;
    const field = (name: keyof TrailFilter, label: string, type: string) =>
      element("label", {}, label, element("input", { name, type, autocomplete: "off", maxlength: 200 }));
    const submit = element("button", { type: "submit", class: "button primary" }, words.search);
    return element(
      "form",
      {
        class: "audit-filters",
        role: "search",
        onsubmit: (event) => {
          event.preventDefault();
          void this.show(null);
        },
      },
      field("action", words.action, "search"),
      field("person", words.who, "search"),
      field("target", words.target, "search"),
      field("from", words.from, "date"),
      field("to", words.to, "date"),
      element(
        "div",
        { class: "row" },
        submit,
        button("CSV", "subtle", () => void this.export("csv")),
        button("JSON", "subtle", () => void this.export("json")),
      ),
    );
  }

  private filter(): TrailFilter {
    const data = new FormData(this.form);
    const text = (name: keyof TrailFilter) => String(data.get(name) ?? "").trim();
    return {
      action: text("action"),
      person: text("person"),
      target: text("target"),
      from: text("from"),
      to: text("to"),
    };
  }

  /** The newest entries, or those before the given one below what is shown already. */
  private async show(before: number | null): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    await this.attempt(async (signal) => {
      const page = await this.client.page(this.filter(), before, signal);
      if (before === null) this.rows.replaceChildren();
      this.rows.append(...page.lines.map((line) => this.row(line)));
      if (this.rows.childElementCount === 0)
        this.rows.append(element("tr", {}, element("td", { colspan: 6, class: "quiet" }, this.words.none)));
      const { next } = page;
      this.more.replaceChildren(next === null ? "" : button(this.words.more, "subtle", () => void this.show(next)));
    }, this.asking.signal);
  }

  private row(line: TrailLine): HTMLElement {
    const at = new Date(line.at).toLocaleString(this.language.pane.tag);
    return element(
      "tr",
      {},
      element("td", {}, element("time", { datetime: line.at }, at)),
      element("td", {}, element("bdi", {}, line.name === "" ? this.words.forgotten : line.name)),
      element("td", {}, element("code", {}, line.action)),
      element("td", { class: "audit-target" }, element("bdi", {}, line.target)),
      element("td", {}, String(line.outcome)),
      element("td", {}, line.network),
    );
  }

  private async verify(): Promise<void> {
    await this.attempt(async (signal) => {
      const found = await this.client.verify(signal);
      this.state.classList.toggle("problem", !found.valid);
      this.state.textContent = found.valid
        ? fill(this.words.whole, { n: found.entries })
        : fill(this.words.broken, { n: found.firstBroken });
    }, new AbortController().signal);
  }

  private async export(format: "csv" | "json"): Promise<void> {
    await this.attempt(async (signal) => {
      const address = URL.createObjectURL(await this.client.export(this.filter(), format, signal));
      element("a", { href: address, download: `audit.${format}` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    }, new AbortController().signal);
  }

  private async attempt(work: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
    try {
      await work(signal);
      this.problem.textContent = "";
    } catch (error) {
      if (!signal.aborted) this.problem.textContent = failureSentence(this.language, failureOf(error));
    }
  }
}
