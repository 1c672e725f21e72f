/** Draws the report of a range of time: what is wrong now, figures, plots, and tables to take along. */
import { failureOf } from "../../api/failure";
import { button } from "../../draft/draft-actions";
import { messageBar } from "../../draft/findings-view";
import { fill, nameOf } from "../../language/words";
import { type Child, element } from "../../look/dom";
import { failureSentence } from "../failure-sentence";
import { pageLinks } from "../page-links";
import type { AdminLanguage } from "../words/admin-words";
import { barChart, type ChartSeries } from "./chart";
import { durationText, percentText } from "./figures";
import type { Acceptance, Alert, Report, ReportGroup, ReportStep } from "./report-shapes";
import type { ReportChoice, ReportsClient } from "./reports-client";
import type { ReportsWords } from "./reports-words";

const categoriesShown = 5;
const days = [1, 7, 30, 90, 365] as const;

export class ReportsPage {
  private choice: ReportChoice = { days: 30, mailbox: "", model: "" };
  private readonly range: HTMLSelectElement;
  private readonly mailbox: HTMLSelectElement;
  private readonly model: HTMLSelectElement;
  private readonly problem = element("div", { role: "alert" });
  private readonly alerts = element("section", { class: "card report-alerts", "aria-live": "polite" });
  private readonly content = element("div", { class: "report-content", "aria-busy": "true" });
  private asking = new AbortController();

  constructor(
    private readonly root: HTMLElement,
    private readonly language: AdminLanguage,
    private readonly words: ReportsWords,
    private readonly client: ReportsClient,
  ) {
    const select = (...options: HTMLOptionElement[]) =>
      element("select", { onchange: () => this.choose() }, ...options);
    this.range = select(
      ...days.map((number) => element("option", { value: number, selected: number === 30 }, words.ranges[number])),
    );
    this.mailbox = select(element("option", { value: "" }, words.all));
    this.model = select(element("option", { value: "" }, words.all));
  }

  async start(): Promise<void> {
    const { words } = this;
    const field = (name: string, control: HTMLElement) =>
      element("label", { class: "field" }, element("span", {}, name), control);
    this.content.append(element("p", { class: "empty" }, this.language.words.loading));
    this.root.replaceChildren(
      element(
        "header",
        { class: "top" },
        element("h1", { class: "top-title" }, words.title),
        pageLinks("reports", document.documentElement.lang),
      ),
      element(
        "main",
        { class: "reports" },
        element(
          "div",
          { class: "report-filters", role: "group", "aria-label": this.language.words.filter },
          field(words.range, this.range),
          field(words.mailbox, this.mailbox),
          field(words.model, this.model),
        ),
        this.problem,
        this.alerts,
        this.content,
        element("p", { class: "quiet small" }, words.utc),
      ),
    );
    await Promise.all([this.show(), this.showAlerts()]);
  }

  private choose(): void {
    this.choice = { days: Number(this.range.value), mailbox: this.mailbox.value, model: this.model.value };
    void this.show();
  }

  private async show(): Promise<void> {
    this.asking.abort();
    const own = new AbortController();
    this.asking = own;
    this.content.setAttribute("aria-busy", "true");
    try {
      const report = await this.client.report(this.choice, own.signal);
      this.offer(this.mailbox, report.mailboxes, this.choice.mailbox);
      this.offer(this.model, report.models, this.choice.model);
      this.content.replaceChildren(...this.draw(report));
      this.problem.replaceChildren();
    } catch (error) {
      if (own.signal.aborted) return; // Another range took its place.
      this.tell(error, () => void this.show());
    }
    this.content.setAttribute("aria-busy", "false");
  }

  private async showAlerts(): Promise<void> {
    const { words } = this;
    try {
      const found = await this.client.alerts(new AbortController().signal);
      this.alerts.replaceChildren(
        element("h2", {}, words.alerts),
        ...(found.length === 0 ? [messageBar("success", words.noAlerts)] : found.map(alertBar)),
      );
    } catch (error) {
      this.alerts.replaceChildren(messageBar("error", failureSentence(this.language, failureOf(error))));
    }
  }

  private offer(select: HTMLSelectElement, groups: readonly ReportGroup[], chosen: string): void {
    if (chosen !== "") return; // Narrowed to one, the report does not know the others.
    select.replaceChildren(
      element("option", { value: "" }, this.words.all),
      ...groups.map((group) =>
        element("option", { value: group.name }, group.name === "pane" ? this.words.pane : group.label),
      ),
    );
  }

  private draw(report: Report): readonly HTMLElement[] {
    const { words } = this;
    return [
      this.figures(report),
      element("div", { class: "report-charts" }, ...this.charts(report)),
      this.table(
        "waiting",
        words.waiting,
        [words.urgency, words.open, words.overdue, words.oldest],
        report.waiting.map((row) => [
          nameOf(this.language.pane.words.urgency, row.urgency),
          this.count(row.open),
          this.count(row.overdue),
          row.open === 0 ? words.none : durationText(row.oldestSeconds, this.language.pane.tag),
        ]),
      ),
      this.groups("mailboxes", words.byMailbox, words.mailbox, report.mailboxes),
      this.groups("models", words.byModel, words.model, report.models),
    ];
  }

  private figures(report: Report): HTMLElement {
    const { words, language } = this;
    const tag = language.pane.tag;
    const { firstDraft, serviceLevel } = report;
    const figure = (name: string, value: string, detail: string) =>
      element(
        "li",
        { class: "card figure" },
        element("span", { class: "quiet small" }, name),
        element("strong", {}, value),
        element("span", { class: "quiet small" }, detail),
      );
    const taken = (name: string, of: Acceptance) =>
      figure(
        `${words.acceptance}: ${name}`,
        percentText(of.acceptance, tag, words.none),
        `${words.unchanged} ${this.count(of.unchanged)} · ${words.changed} ${this.count(of.changed)} · ${words.refused} ${this.count(of.refused)} · ${words.distance} ${percentText(of.meanDistance, tag, words.none)}`,
      );
    return element(
      "ul",
      { class: "figures" },
      figure(
        words.drafts,
        this.count(report.totals.drafts ?? 0),
        `${words.ofPane} ${this.count(report.totals.paneDrafts ?? 0)}`,
      ),
      figure(words.received, this.count(report.totals.received ?? 0), ""),
      figure(
        words.firstDraft,
        firstDraft.medianSeconds === null ? words.none : durationText(firstDraft.medianSeconds, tag),
        firstDraft.p95Seconds === null
          ? words.median
          : fill(words.p95, { time: durationText(firstDraft.p95Seconds, tag) }),
      ),
      figure(
        words.serviceLevel,
        percentText(serviceLevel.attainment, tag, words.none),
        fill(words.attained, { met: this.count(serviceLevel.met), due: this.count(serviceLevel.due) }),
      ),
      taken(words.ofReview, report.review),
      taken(words.ofPane, report.pane),
      figure(words.openQuestions, this.count(report.totals.openQuestions ?? 0), ""),
    );
  }

  private charts(report: Report): readonly HTMLElement[] {
    const { words, language } = this;
    const labels = report.series.map((step) => this.when(step.at, report.step));
    const of = (name: string, colour: number, value: (step: ReportStep) => number): ChartSeries => ({
      name,
      colour,
      values: report.series.map(value),
    });
    const draw = (title: string, ...series: ChartSeries[]) =>
      element("div", { class: "card" }, barChart(words, title, labels, series, language.number));
    const leading = report.categories.slice(0, categoriesShown).map((category) => category.label);
    const distances = report.review.distances.map((count, at) => count + (report.pane.distances[at] ?? 0));
    return [
      element(
        "div",
        { class: "card" },
        barChart(
          words,
          words.volume,
          labels,
          [
            of(words.received, 2, (step) => Math.max(0, step.received - step.drafts)),
            of(words.drafts, 1, (step) => step.drafts),
          ],
          language.number,
        ),
        this.csv("series", words.volume),
      ),
      draw(
        words.decisions,
        of(words.approved, 3, (step) => step.approved),
        of(words.rejected, 4, (step) => step.rejected),
        of(words.breached, 5, (step) => step.breached),
      ),
      draw(
        words.sentiment,
        of(words.positive, 3, (step) => step.positive),
        of(words.neutral, 2, (step) => step.neutral),
        of(words.negative, 4, (step) => step.negative),
      ),
      draw(
        words.categories,
        ...leading.map((label, at) =>
          of(nameOf(language.pane.words.categories, label), at + 1, (step) => step.categories[label] ?? 0),
        ),
        of(words.other, 6, (step) =>
          Object.entries(step.categories).reduce(
            (sum, [label, count]) => sum + (leading.includes(label) ? 0 : count),
            0,
          ),
        ),
      ),
      draw(
        words.openQuestionsOver,
        of(words.openQuestions, 5, (step) => step.openQuestions),
      ),
      element(
        "div",
        { class: "card" },
        barChart(
          { ...words, when: words.distance },
          words.distanceOver,
          words.distanceSteps,
          [{ name: words.drafts, colour: 1, values: distances }],
          language.number,
        ),
      ),
    ];
  }

  private groups(table: string, title: string, name: string, groups: readonly ReportGroup[]): HTMLElement {
    const { words, language } = this;
    const tag = language.pane.tag;
    return this.table(
      table,
      title,
      [name, words.drafts, words.decided, words.taken, words.distance, words.seconds, words.openQuestions],
      groups.map((group) => [
        group.name === "pane" ? words.pane : group.label,
        this.count(group.drafts),
        this.count(group.decided),
        percentText(group.acceptance, tag, words.none),
        percentText(group.meanDistance, tag, words.none),
        group.medianSeconds === null ? words.none : language.number(group.medianSeconds),
        this.count(group.openQuestions),
      ]),
    );
  }

  private table(
    name: string,
    title: string,
    heads: readonly string[],
    rows: readonly (readonly string[])[],
  ): HTMLElement {
    const cells = (row: readonly string[]): readonly Child[] =>
      row.map((text, at) =>
        at === 0 ? element("th", { scope: "row" }, element("bdi", {}, text)) : element("td", {}, text),
      );
    return element(
      "section",
      { class: "card" },
      element("div", { class: "report-table-head" }, element("h2", {}, title), this.csv(name, title)),
      element(
        "div",
        { class: "report-table", tabindex: 0, role: "region", "aria-label": title },
        element(
          "table",
          {},
          element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
          element("tbody", {}, ...rows.map((row) => element("tr", {}, ...cells(row)))),
        ),
      ),
    );
  }

  private csv(table: string, title: string): HTMLElement {
    const made = button(this.words.csv, "subtle", () => void this.export(table));
    made.setAttribute("aria-label", fill(this.words.csvOf, { name: title }));
    return made;
  }

  private async export(table: string): Promise<void> {
    try {
      const file = await this.client.export(table, this.choice, new AbortController().signal);
      const address = URL.createObjectURL(file);
      element("a", { href: address, download: `${table}.csv` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (error) {
      this.tell(error, () => void this.export(table));
    }
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

  private when(at: string, step: string): string {
    const options: Intl.DateTimeFormatOptions =
      step === "hour"
        ? { hour: "2-digit", minute: "2-digit", timeZone: "UTC" }
        : { day: "numeric", month: "short", timeZone: "UTC" };
    return new Intl.DateTimeFormat(this.language.pane.tag, options).format(new Date(at));
  }

  private count(value: number): string {
    return this.language.number(value);
  }
}

function alertBar(alert: Alert): HTMLElement {
  const subject = alert.subject === "" ? null : element("strong", {}, element("bdi", {}, alert.subject), ": ");
  return messageBar(alert.severity === "critical" ? "error" : "warning", subject, alert.detail);
}
