/** Draws the organisations: who may sign in, who is shut out, and what can be done about it. */
import { failureOf } from "../../api/failure";
import { button } from "../../draft/draft-actions";
import { fill } from "../../language/words";
import { type Child, element } from "../../look/dom";
import { confirmForm } from "../confirm-form";
import { failureSentence } from "../failure-sentence";
import { pageLinks } from "../page-links";
import type { AdminLanguage } from "../words/admin-words";
import type { Organisation, OrganisationsClient } from "./organisations-client";
import type { OrganisationWords } from "./organisations-words";

export class OrganisationsPage {
  private readonly rows = element("tbody");
  private readonly adding = element("section");
  private readonly confirmation = element("div");
  private readonly state = element("p", { role: "status" });
  private readonly problem = element("p", { class: "problem", role: "alert" });

  constructor(
    private readonly root: HTMLElement,
    private readonly language: AdminLanguage,
    private readonly words: OrganisationWords,
    private readonly client: OrganisationsClient,
  ) {}

  async start(): Promise<void> {
    const { words } = this;
    const columns = [words.organisation, words.state, words.since, words.actions].map((name) =>
      element("th", { scope: "col" }, name),
    );
    this.root.replaceChildren(
      element(
        "header",
        { class: "top" },
        element("h1", { class: "top-title" }, words.title),
        pageLinks("organisations", document.documentElement.lang),
      ),
      element(
        "main",
        { class: "duty" },
        element(
          "section",
          {},
          element(
            "div",
            { class: "duty-table", tabindex: 0, role: "region", "aria-label": words.title },
            element("table", {}, element("thead", {}, element("tr", {}, ...columns)), this.rows),
          ),
          this.confirmation,
          this.state,
          this.problem,
        ),
        this.adding,
      ),
    );
    await this.attempt((signal) => this.show(signal));
  }

  private async show(signal: AbortSignal): Promise<void> {
    const { many, all } = await this.client.list(signal);
    this.rows.replaceChildren(...all.map((organisation) => this.row(organisation)));
    this.adding.replaceChildren(...(many ? [element("h2", {}, this.words.add), this.addForm()] : [this.words.single]));
  }

  private row(organisation: Organisation): HTMLElement {
    const { words } = this;
    const { changedAt } = organisation;
    const since = changedAt === null ? "" : new Date(changedAt).toLocaleString(this.language.pane.tag);
    return element(
      "tr",
      {},
      element(
        "td",
        {},
        organisation.name === "" ? null : element("div", {}, element("bdi", {}, organisation.name)),
        element("code", {}, organisation.id),
      ),
      element("td", {}, organisation.home ? words.home : words.states[organisation.state]),
      element("td", {}, changedAt === null ? null : element("time", { datetime: changedAt }, since)),
      element("td", {}, element("div", { class: "row" }, ...this.actions(organisation))),
    );
  }

  private actions(organisation: Organisation): readonly Child[] {
    const { words } = this;
    if (organisation.home) return [];
    if (organisation.state === "erased") return [];
    const change = organisation.state === "active" ? ("suspend" as const) : ("resume" as const);
    return [
      button(words[change], "subtle", () => void this.change(organisation, change)),
      button(words.erase, "danger", () => this.askToErase(organisation)),
    ];
  }

  private addForm(): HTMLFormElement {
    const { words } = this;
    const id = element("input", {
      name: "id",
      autocomplete: "off",
      maxlength: 100,
      required: true,
      spellcheck: "false",
    });
    const name = element("input", { name: "name", autocomplete: "off", maxlength: 100 });
    return element(
      "form",
      {
        onsubmit: (event) => {
          event.preventDefault();
          void this.attempt(async (signal) => {
            await this.client.add(id.value.trim(), name.value.trim(), signal);
            await this.show(signal);
            this.state.textContent = words.added;
          });
        },
      },
      element("label", {}, words.tenant, id),
      element("label", {}, words.name, name),
      element("button", { type: "submit", class: "button primary" }, words.addNow),
    );
  }

  private async change(organisation: Organisation, what: "suspend" | "resume"): Promise<void> {
    await this.attempt(async (signal) => {
      await this.client.change(organisation.id, what, signal);
      await this.show(signal);
      this.state.textContent = what === "suspend" ? this.words.suspended : this.words.resumed;
    });
  }

  private askToErase(organisation: Organisation): void {
    const { words } = this;
    const close = () => this.confirmation.replaceChildren();
    this.confirmation.replaceChildren(
      confirmForm(
        {
          question: fill(words.eraseQuestion, { name: organisation.name || organisation.id }),
          label: fill(words.typeId, { id: organisation.id }),
          word: organisation.id,
          act: words.eraseNow,
          cancel: words.cancel,
        },
        () =>
          void this.attempt(async (signal) => {
            this.state.textContent = words.working;
            const count = await this.client.erase(organisation.id, signal);
            close();
            await this.show(signal);
            this.state.textContent = fill(words.erased, { n: count });
          }),
        close,
      ),
    );
  }

  private async attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.problem.textContent = "";
    try {
      await work(new AbortController().signal);
    } catch (error) {
      this.state.textContent = "";
      this.problem.textContent = failureSentence(this.language, failureOf(error));
    }
  }
}
