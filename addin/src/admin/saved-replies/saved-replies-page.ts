/** Draws the library of saved replies and the form in which one is written, tried and changed. */
import { failureOf } from "../../api/failure";
import { button } from "../../draft/draft-actions";
import { fill } from "../../language/words";
import { element } from "../../look/dom";
import { failureSentence } from "../failure-sentence";
import { pageLinks } from "../page-links";
import type { AdminLanguage } from "../words/admin-words";
import type { Library, ReplyContent, SavedRepliesClient, SavedReply } from "./saved-replies-client";
import type { SavedRepliesWords } from "./saved-replies-words";

const languages = ["en", "de", "fr", "es", "it", "pt", "nl"];
const longestText = 10_000;

export class SavedRepliesPage {
  private readonly list = element("ul", { class: "replies" });
  private readonly formPlace = element("section", { class: "reply-form" });
  private readonly state = element("p", { role: "status" });
  private readonly problem = element("p", { class: "problem", role: "alert" });
  private library: Library = { replies: [], placeholders: [] };

  constructor(
    private readonly root: HTMLElement,
    private readonly language: AdminLanguage,
    private readonly words: SavedRepliesWords,
    private readonly client: SavedRepliesClient,
  ) {}

  async start(): Promise<void> {
    const { words } = this;
    this.root.replaceChildren(
      element(
        "header",
        { class: "top" },
        element("h1", { class: "top-title" }, words.title),
        element("p", { class: "quiet" }, words.subtitle),
        pageLinks("saved-replies", document.documentElement.lang),
      ),
      element("main", { class: "saved-replies" }, this.state, this.problem, this.list, this.formPlace),
    );
    await this.refresh();
    this.edit(null);
  }

  private async refresh(): Promise<void> {
    await this.attempt(async (signal) => {
      this.library = await this.client.library(signal);
      const { replies } = this.library;
      this.list.replaceChildren(
        ...(replies.length === 0
          ? [element("li", { class: "quiet" }, this.words.none)]
          : replies.map((reply) => this.item(reply))),
      );
    });
  }

  private item(reply: SavedReply): HTMLElement {
    const { words } = this;
    const edit = button(words.edit, "", () => this.edit(reply));
    const remove = button(words.remove, "subtle", () => void this.remove(reply));
    edit.setAttribute("aria-label", fill(words.editName, { name: reply.name }));
    remove.setAttribute("aria-label", fill(words.removeName, { name: reply.name }));
    return element(
      "li",
      { class: "reply" },
      element("h2", {}, element("bdi", {}, reply.name), " ", element("span", { class: "chip" }, reply.language)),
      element("p", { class: "quiet small", dir: "auto" }, reply.questions.join(" · ")),
      element("p", { class: "reply-text", dir: "auto", lang: reply.language }, reply.text),
      element("div", { class: "row" }, edit, remove),
    );
  }

  /** The form for a new reply, or for one that is there. */
  private edit(reply: SavedReply | null): void {
    const { words } = this;
    const name = element("input", { type: "text", maxlength: 100, required: true, value: reply?.name ?? "" });
    const language = element(
      "select",
      {},
      ...languages.map((tag) =>
        element(
          "option",
          { value: tag, selected: tag === (reply?.language ?? this.language.pane.tag.slice(0, 2)) },
          new Intl.DisplayNames([this.language.pane.tag], { type: "language" }).of(tag) ?? tag,
        ),
      ),
    );
    const questions = element("textarea", { rows: 3, required: true, dir: "auto" });
    questions.value = reply?.questions.join("\n") ?? "";
    const text = element("textarea", { rows: 8, required: true, maxlength: longestText, dir: "auto" });
    text.value = reply?.text ?? "";
    const shown = element("div", { class: "reply-trial", "aria-live": "polite" });
    const content = (): ReplyContent => ({
      name: name.value.trim(),
      questions: questions.value
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
      language: language.value,
      text: text.value,
    });
    this.formPlace.replaceChildren(
      element("h2", {}, reply === null ? words.add : fill(words.editName, { name: reply.name })),
      element(
        "form",
        {
          onsubmit: (event) => {
            event.preventDefault();
            void this.save(reply?.id ?? null, content());
          },
        },
        field(words.name, name),
        field(words.language, language),
        field(words.questions, questions),
        field(words.text, text),
        element("p", { class: "quiet small" }, this.hint()),
        element(
          "div",
          { class: "row" },
          element("button", { type: "submit", class: "button primary" }, words.save),
          button(words.trial, "", () => void this.trial(text.value, shown)),
          reply && button(words.cancel, "subtle", () => this.edit(null)),
        ),
        shown,
      ),
    );
    if (reply !== null) name.focus();
  }

  private hint(): string {
    const names = this.library.placeholders.map((name) => `{{${name}}}`).join(", ");
    return fill(this.words.hint, { names, open: "{{#if order_number}}", close: "{{/if}}" });
  }

  private async trial(text: string, shown: HTMLElement): Promise<void> {
    await this.attempt(async (signal) => {
      const filled = await this.client.trial(text, signal);
      shown.replaceChildren(
        element("p", { class: "quiet small" }, this.words.trialOf),
        element("p", { class: "reply-text", dir: "auto" }, filled),
      );
    });
  }

  private async save(id: string | null, content: ReplyContent): Promise<void> {
    await this.attempt(async (signal) => {
      await this.client.write(id, content, signal);
      await this.refresh();
      this.edit(null);
      this.state.textContent = fill(this.words.saved, { name: content.name });
    });
  }

  private async remove(reply: SavedReply): Promise<void> {
    await this.attempt(async (signal) => {
      await this.client.remove(reply.id, signal);
      await this.refresh();
      this.edit(null);
      this.state.textContent = fill(this.words.removed, { name: reply.name });
    });
  }

  private async attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      this.state.textContent = "";
      this.problem.textContent = "";
      await work(new AbortController().signal);
    } catch (error) {
      this.problem.textContent = failureSentence(this.language, failureOf(error));
    }
  }
}

function field(label: string, control: HTMLElement): HTMLLabelElement {
  return element("label", { class: "field" }, element("span", {}, label), control);
}
