/** The entry that answers an open question: question, answer, source. */
import { button } from "../draft/draft-actions";
import { element } from "../look/dom";
import type { AdminLanguage } from "./words/admin-words";

export interface GapFormActions {
  /** Null when it is saved, else the sentence to show. */
  save(entry: { question: string; answer: string; source: string }): Promise<string | null>;
  cancel(): void;
}

export class GapForm {
  readonly root: HTMLElement;
  private readonly answer = element("textarea", { rows: 4, dir: "auto", maxlength: 20_000 });
  private saving = false;

  constructor(
    private readonly language: AdminLanguage,
    asked: string,
    private readonly actions: GapFormActions,
  ) {
    const { words } = language;
    const question = element("textarea", { rows: 2, dir: "auto", maxlength: 500 });
    const source = element("input", { type: "text", dir: "auto", maxlength: 500 });
    question.value = asked;
    const problem = element("p", { class: "problem", role: "alert" });
    const field = (name: string, control: HTMLElement) =>
      element("label", { class: "field" }, element("span", {}, name), control);
    this.root = element(
      "div",
      { class: "gap-form" },
      field(words.question, question),
      field(words.yourAnswer, this.answer),
      field(words.source, source),
      problem,
      element(
        "div",
        { class: "row" },
        button(words.saveEntry, "primary", () => void this.save(question, source, problem)),
        button(words.cancel, "", () => actions.cancel()),
      ),
    );
  }

  focus(): void {
    this.answer.focus();
  }

  private async save(question: HTMLTextAreaElement, source: HTMLInputElement, problem: HTMLElement): Promise<void> {
    if (this.answer.value.trim() === "") {
      problem.textContent = this.language.words.answerMissing;
      return this.answer.focus();
    }
    if (this.saving) return;
    this.saving = true;
    const entry = { question: question.value, answer: this.answer.value, source: source.value };
    problem.textContent = (await this.actions.save(entry)) ?? "";
    this.saving = false;
  }
}
