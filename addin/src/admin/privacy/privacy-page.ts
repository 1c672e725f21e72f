/** Draws the privacy page: a person exported or erased, how long data is kept, and the evidence that it goes. */
import { failureOf } from "../../api/failure";
import { button } from "../../draft/draft-actions";
import { fill } from "../../language/words";
import { element } from "../../look/dom";
import { confirmForm } from "../confirm-form";
import { failureSentence } from "../failure-sentence";
import { pageLinks } from "../page-links";
import type { AdminLanguage } from "../words/admin-words";
import type { Counts, Erasure, PrivacyClient, Retention } from "./privacy-client";
import type { PrivacyWords } from "./privacy-words";

export class PrivacyPage {
  private readonly problem = element("p", { class: "problem", role: "alert" });
  private readonly state = element("p", { role: "status" });
  private readonly confirmation = element("div");
  private readonly classes = element("tbody");
  private readonly purges = element("tbody");
  private readonly address = element("input", {
    type: "email",
    name: "address",
    autocomplete: "off",
    maxlength: 254,
    required: true,
  });

  constructor(
    private readonly root: HTMLElement,
    private readonly language: AdminLanguage,
    private readonly words: PrivacyWords,
    private readonly client: PrivacyClient,
  ) {}

  async start(): Promise<void> {
    const { words } = this;
    this.root.replaceChildren(
      element(
        "header",
        { class: "top" },
        element("h1", { class: "top-title" }, words.title),
        pageLinks("privacy", document.documentElement.lang),
      ),
      element(
        "main",
        { class: "duty" },
        element(
          "section",
          {},
          element("h2", {}, words.person),
          element("p", {}, words.personHint),
          this.personForm(),
          this.confirmation,
          this.state,
          this.problem,
        ),
        element(
          "section",
          {},
          element("h2", {}, words.retention),
          this.table(words.retention, [words.kind, words.kept], this.classes),
          element(
            "div",
            { class: "row" },
            button(words.purgeNow, "subtle", () => void this.purge()),
          ),
        ),
        element(
          "section",
          {},
          element("h2", {}, words.evidence),
          this.table(words.evidence, [words.at, words.removed], this.purges),
        ),
      ),
    );
    await this.attempt(async (signal) => this.showRetention(await this.client.retention(signal)));
  }

  private personForm(): HTMLFormElement {
    const { words } = this;
    return element(
      "form",
      {
        onsubmit: (event) => {
          event.preventDefault();
          void this.export();
        },
      },
      element("label", {}, words.address, this.address),
      element(
        "div",
        { class: "row" },
        element("button", { type: "submit", class: "button primary" }, words.export),
        button(words.erase, "danger", () => this.askToErase()),
      ),
    );
  }

  private table(name: string, head: readonly string[], rows: HTMLElement): HTMLElement {
    const columns = head.map((title) => element("th", { scope: "col" }, title));
    return element(
      "div",
      { class: "duty-table", tabindex: 0, role: "region", "aria-label": name },
      element("table", {}, element("thead", {}, element("tr", {}, ...columns)), rows),
    );
  }

  private async export(): Promise<void> {
    await this.attempt(async (signal) => {
      this.say(this.words.working);
      const address = URL.createObjectURL(await this.client.export(this.address.value.trim(), signal));
      element("a", { href: address, download: "person.zip" }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      this.say(this.words.exported);
    });
  }

  private askToErase(): void {
    const word = this.address.value.trim();
    if (!this.address.reportValidity()) return;
    const keep = element("input", { type: "checkbox" });
    const close = () => this.confirmation.replaceChildren();
    this.confirmation.replaceChildren(
      confirmForm(
        {
          question: fill(this.words.eraseQuestion, { address: word }),
          label: this.words.typeAddress,
          word,
          act: this.words.eraseNow,
          cancel: this.words.cancel,
          more: [element("label", { class: "choice" }, keep, this.words.keepDocuments)],
        },
        () => void this.erase(word, keep.checked).then(close),
        () => {
          close();
          this.address.focus();
        },
      ),
    );
  }

  private async erase(address: string, keepDocuments: boolean): Promise<void> {
    await this.attempt(async (signal) => {
      this.say(this.words.working);
      this.say(this.sentenceOf(await this.client.erase(address, keepDocuments, signal)));
      this.address.value = "";
    });
  }

  private async purge(): Promise<void> {
    await this.attempt(async (signal) => {
      this.say(this.words.working);
      const removed = await this.client.purge(signal);
      this.showRetention(await this.client.retention(signal));
      this.say(fill(this.words.purged, { what: this.listOf(removed) }));
    });
  }

  private showRetention(retention: Retention): void {
    const { words } = this;
    this.classes.replaceChildren(
      ...retention.classes.map((one) =>
        element(
          "tr",
          {},
          element("td", {}, this.nameOf(one.name)),
          element("td", {}, one.days === 0 ? words.forever : fill(words.days, { n: one.days })),
        ),
      ),
    );
    const rows = retention.purges.map((purge) =>
      element(
        "tr",
        {},
        element(
          "td",
          {},
          element("time", { datetime: purge.at }, new Date(purge.at).toLocaleString(this.language.pane.tag)),
        ),
        element("td", {}, this.listOf(purge.removed)),
      ),
    );
    this.purges.replaceChildren(
      ...(rows.length > 0 ? rows : [element("tr", {}, element("td", { colspan: 2, class: "quiet" }, words.noPurge))]),
    );
  }

  private sentenceOf(erasure: Erasure): string {
    const { words } = this;
    const kept = erasure.kept.some(([, count]) => count > 0)
      ? ` ${fill(words.left, { what: this.listOf(erasure.kept) })}`
      : "";
    return `${fill(words.erased, { what: this.listOf(erasure.erased) })}${kept}${erasure.filesClean ? "" : ` ${words.notClean}`}`;
  }

  private listOf(counts: Counts): string {
    const some = counts.filter(([, count]) => count > 0).map(([name, count]) => `${this.nameOf(name)} ${count}`);
    return some.length > 0 ? some.join(", ") : this.words.nothing;
  }

  private nameOf(name: string): string {
    const names: Readonly<Record<string, string>> = this.words.names;
    return (Object.hasOwn(names, name) ? names[name] : undefined) ?? name;
  }

  private say(sentence: string): void {
    this.state.textContent = sentence;
  }

  private async attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.problem.textContent = "";
    try {
      await work(new AbortController().signal);
    } catch (error) {
      this.say("");
      this.problem.textContent = failureSentence(this.language, failureOf(error));
    }
  }
}
