/** Draws the mailboxes with their health and what can be done with each. */
import { failureOf } from "../../api/failure";
import { button } from "../../draft/draft-actions";
import { fill } from "../../language/words";
import { element } from "../../look/dom";
import { failureSentence } from "../failure-sentence";
import { pageLinks } from "../page-links";
import type { AdminLanguage } from "../words/admin-words";
import { ConnectForm } from "./connect-form";
import type { Mailbox, MailboxesClient } from "./mailboxes-client";
import type { MailboxWords } from "./mailboxes-words";

const refreshMilliseconds = 15_000;

export class MailboxesPage {
  private readonly list = element("ul", { class: "mailbox-list" });
  private readonly said = element("p", { class: "quiet", role: "status" });
  private readonly problem = element("p", { class: "problem", role: "alert" });
  private drawn = "";

  constructor(
    private readonly root: HTMLElement,
    private readonly language: AdminLanguage,
    private readonly words: MailboxWords,
    private readonly client: MailboxesClient,
  ) {}

  async start(): Promise<void> {
    const form = new ConnectForm(this.words, (mailbox) =>
      this.attempt(async (signal) => {
        await this.client.connect(mailbox, signal);
        this.said.textContent = fill(this.words.connected, { address: mailbox.address });
      }),
    );
    this.root.replaceChildren(
      element(
        "header",
        { class: "top" },
        element("h1", { class: "top-title" }, this.words.title),
        pageLinks("mailboxes", document.documentElement.lang),
      ),
      element("main", { class: "mailboxes" }, this.problem, this.said, this.list, form.root),
    );
    await this.attempt(() => Promise.resolve());
    setInterval(() => void this.refresh(), refreshMilliseconds);
  }

  /** Looks again in the background; what a person reads or has in hand stays as long as nothing changed. */
  private async refresh(): Promise<void> {
    try {
      await this.show(new AbortController().signal);
    } catch {
      // The next look tries again; what is shown is not made worse by one that failed.
    }
  }

  private async show(signal: AbortSignal): Promise<void> {
    const mailboxes = await this.client.list(signal);
    const now = JSON.stringify(mailboxes);
    if (now === this.drawn) return;
    this.drawn = now;
    this.list.replaceChildren(
      ...(mailboxes.length === 0
        ? [element("li", { class: "quiet" }, this.words.none)]
        : mailboxes.map((mailbox) => this.card(mailbox))),
    );
  }

  private card(mailbox: Mailbox): HTMLElement {
    const { words } = this;
    const read =
      mailbox.syncedAt === ""
        ? words.neverRead
        : fill(words.lastRead, { at: new Date(mailbox.syncedAt).toLocaleString(this.language.pane.tag) });
    const total = Object.values(mailbox.messages).reduce((sum, count) => sum + count, 0);
    const counts = fill(words.counts, { n: total, skipped: mailbox.messages.skipped ?? 0 });
    return element(
      "li",
      { class: "mailbox", "data-state": mailbox.state },
      element(
        "div",
        { class: "mailbox-head" },
        element("h2", {}, element("bdi", {}, mailbox.address)),
        element("span", { class: "mailbox-state" }, words.states[mailbox.state]),
      ),
      element("p", { class: "quiet" }, `${mailbox.kind} · ${read} · ${counts}`),
      mailbox.problem !== "" && element("p", { class: "problem" }, mailbox.problem),
      element("div", { class: "row" }, ...this.actions(mailbox)),
    );
  }

  private actions(mailbox: Mailbox): readonly HTMLElement[] {
    const { words } = this;
    const { id, address, state } = mailbox;
    const named = (text: string, kind: string, action: () => void) => {
      const made = button(text, kind, action);
      made.setAttribute("aria-label", `${text}: ${address}`);
      return made;
    };
    const change = (verb: "pause" | "resume") => () =>
      void this.attempt((signal) => this.client.change(id, verb, signal));
    const remove = named(words.forget, "danger", () => this.forget(mailbox, "delete"));
    if (state === "disconnected") return [remove];
    return [
      state === "connected"
        ? named(words.pause, "subtle", change("pause"))
        : named(words.resume, "primary", change("resume")),
      named(words.test, "subtle", () => this.test(mailbox)),
      named(words.disconnect, "subtle", () => this.forget(mailbox, "keep")),
    ];
  }

  private test(mailbox: Mailbox): void {
    void this.attempt(async (signal) => {
      const warnings = await this.client.test(mailbox.id, signal);
      this.said.textContent =
        warnings.length === 0 ? fill(this.words.well, { address: mailbox.address }) : warnings.join(" ");
    });
  }

  private forget(mailbox: Mailbox, mail: "keep" | "delete"): void {
    void this.attempt(async (signal) => {
      await this.client.disconnect(mailbox.id, mail, signal);
      const said = mail === "keep" ? this.words.disconnected : this.words.forgotten;
      this.said.textContent = fill(said, { address: mailbox.address });
    });
  }

  private async attempt(work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    const { signal } = new AbortController();
    this.problem.textContent = "";
    this.said.textContent = "";
    try {
      await work(signal);
      await this.show(signal);
      return true;
    } catch (error) {
      this.problem.textContent = failureSentence(this.language, failureOf(error));
      return false;
    }
  }
}
