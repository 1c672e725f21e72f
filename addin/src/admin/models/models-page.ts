/** Draws what became of drafts by writer, and the calls to language models with what they used; never a word of a mail. */
import { failureOf } from "../../api/failure";
import { button } from "../../draft/draft-actions";
import { fill, nameOf } from "../../language/words";
import { type Child, element } from "../../look/dom";
import { failureSentence } from "../failure-sentence";
import { pageLinks } from "../page-links";
import type { AdminLanguage } from "../words/admin-words";
import { callsShown, type Fate, type Grouping, groupings, type ModelCall, type ModelsClient } from "./models-client";
import type { ModelsWords } from "./models-words";

const periods = [7, 30, 90, 365];

export class ModelsPage {
  private readonly fates = element("tbody");
  private readonly calls = element("tbody");
  private readonly total = element("p", { class: "quiet", role: "status" });
  private readonly problem = element("p", { class: "problem", role: "alert" });
  private readonly more = element("div", { class: "row" });
  private by: Grouping = "prompt";
  private days = 30;

  constructor(
    private readonly root: HTMLElement,
    private readonly language: AdminLanguage,
    private readonly words: ModelsWords,
    private readonly client: ModelsClient,
  ) {}

  async start(): Promise<void> {
    const { words } = this;
    const { fate, call } = words;
    this.root.replaceChildren(
      element(
        "header",
        { class: "top" },
        element("h1", { class: "top-title" }, words.title),
        pageLinks("models", document.documentElement.lang),
      ),
      element(
        "main",
        { class: "models" },
        this.problem,
        element("h2", {}, words.fates),
        this.choices(),
        table(
          words.fates,
          [
            fate.writer,
            fate.prompt,
            fate.knowledge,
            fate.drafts,
            fate.inserted,
            fate.edited,
            fate.discarded,
            fate.unrated,
            fate.share,
            fate.quality,
          ],
          this.fates,
        ),
        element("h2", {}, words.calls),
        this.total,
        table(
          words.calls,
          [call.at, call.model, call.feature, call.outcome, call.tokens, call.cost, call.time, call.attempts],
          this.calls,
        ),
        this.more,
      ),
    );
    await Promise.all([this.showFates(), this.showCalls(null)]);
  }

  private choices(): HTMLElement {
    const { words } = this;
    const by = select(
      groupings.map((name) => [name, words.groupings[name]]),
      this.by,
      (value) => {
        this.by = groupings.find((name) => name === value) ?? this.by;
        void this.showFates();
      },
    );
    const days = select(
      periods.map((n) => [String(n), fill(words.days, { n })]),
      String(this.days),
      (value) => {
        this.days = Number(value);
        void this.showFates();
      },
    );
    return element(
      "div",
      { class: "row models-choices" },
      element("label", { class: "field" }, element("span", {}, words.by), by),
      element("label", { class: "field" }, element("span", {}, words.period), days),
    );
  }

  private async showFates(): Promise<void> {
    await this.attempt(async (signal) => {
      const fates = await this.client.fates(this.by, this.days, signal);
      this.fates.replaceChildren(
        ...(fates.length === 0 ? [nothing(this.words.noDrafts, 10)] : fates.map((fate) => this.fate(fate))),
      );
    });
  }

  private fate(fate: Fate): HTMLElement {
    return row(
      element("bdi", {}, fate.writer),
      fate.promptVersion === "" ? "–" : fate.promptVersion,
      fate.knowledgeVersion === null ? "–" : this.language.number(fate.knowledgeVersion),
      this.language.number(fate.drafts),
      this.language.number(fate.inserted),
      this.language.number(fate.edited),
      this.language.number(fate.discarded),
      this.language.number(fate.unrated),
      fate.editedShare === null ? "–" : this.percent(fate.editedShare),
      this.percent(fate.quality),
    );
  }

  /** The newest calls, or those before the given one below what is shown already. */
  private async showCalls(before: number | null): Promise<void> {
    await this.attempt(async (signal) => {
      const { calls, total } = await this.client.calls(before, signal);
      if (before === null) this.calls.replaceChildren();
      this.calls.append(...calls.map((call) => this.call(call)));
      if (this.calls.childElementCount === 0) this.calls.append(nothing(this.words.noCalls, 8));
      const last = calls.at(-1);
      this.more.replaceChildren(
        calls.length < callsShown || !last ? "" : button(this.words.more, "subtle", () => void this.showCalls(last.id)),
      );
      this.total.textContent = fill(this.words.total, {
        calls: this.language.number(total.calls),
        input: this.language.number(total.inputTokens),
        output: this.language.number(total.outputTokens),
        cost: this.cost(total.cost),
      });
    });
  }

  private call(call: ModelCall): HTMLElement {
    const first = this.language.number(Math.round(call.firstMilliseconds));
    const whole = this.language.number(Math.round(call.milliseconds));
    return row(
      element("time", { datetime: call.at }, new Date(call.at).toLocaleString(this.language.pane.tag)),
      element("bdi", {}, call.model),
      `${call.feature} · ${call.promptVersion}`,
      nameOf(this.words.outcomes, call.outcome),
      `${this.language.number(call.inputTokens)} + ${this.language.number(call.outputTokens)}`,
      this.cost(call.cost),
      fill(this.words.milliseconds, { first, whole }),
      this.language.number(call.attempts),
    );
  }

  private cost(value: number): string {
    return new Intl.NumberFormat(this.language.pane.tag, { maximumFractionDigits: 4 }).format(value);
  }

  private percent(share: number): string {
    return new Intl.NumberFormat(this.language.pane.tag, { style: "percent", maximumFractionDigits: 0 }).format(share);
  }

  private async attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      await work(new AbortController().signal);
      this.problem.textContent = "";
    } catch (error) {
      this.problem.textContent = failureSentence(this.language, failureOf(error));
    }
  }
}

function table(name: string, columns: readonly string[], body: HTMLElement): HTMLElement {
  const head = columns.map((column) => element("th", { scope: "col" }, column));
  return element(
    "div",
    { class: "models-table", tabindex: 0, role: "region", "aria-label": name },
    element("table", {}, element("thead", {}, element("tr", {}, ...head)), body),
  );
}

function row(...cells: Child[]): HTMLElement {
  return element("tr", {}, ...cells.map((cell) => element("td", {}, cell)));
}

function nothing(text: string, columns: number): HTMLElement {
  return element("tr", {}, element("td", { colspan: columns, class: "quiet" }, text));
}

function select(
  options: readonly (readonly [string, string])[],
  selected: string,
  changed: (value: string) => void,
): HTMLSelectElement {
  const created = element(
    "select",
    { onchange: () => changed(created.value) },
    ...options.map(([value, label]) => element("option", { value, selected: value === selected }, label)),
  );
  return created;
}
