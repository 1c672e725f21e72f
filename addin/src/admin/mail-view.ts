/** "What would this mail find?": the questions of a pasted mail, each with its best passages. */
import { failureOf, isAbort } from "../api/failure";
import { button } from "../draft/draft-actions";
import { messageBar } from "../draft/findings-view";
import { element, icon } from "../look/dom";
import { failureSentence } from "./failure-sentence";
import type { KnowledgeClient } from "./knowledge-client";
import type { MailFindings, QuestionFindings } from "./knowledge-shapes";
import { passageCards } from "./passage-cards";
import type { AdminLanguage } from "./words/admin-words";

const passagesShown = 3;

export class MailView {
  readonly root: HTMLElement;
  private readonly subject = element("input", { type: "text", dir: "auto", maxlength: 500 });
  private readonly text = element("textarea", { rows: 5, dir: "auto" });
  private readonly results = element("div", { class: "findings", role: "status" });
  private current = new AbortController();

  constructor(
    private readonly language: AdminLanguage,
    private readonly client: KnowledgeClient,
  ) {
    const { words } = language;
    const field = (name: string, control: HTMLElement) =>
      element("label", { class: "field" }, element("span", {}, name), control);
    this.root = element(
      "section",
      { class: "card", id: "mail", "aria-labelledby": "mail-title" },
      element("h2", { id: "mail-title" }, words.mail),
      element("p", { class: "quiet small" }, words.mailHint),
      field(words.mailSubject, this.subject),
      field(words.mailLabel, this.text),
      element(
        "div",
        { class: "row" },
        button(words.show, "primary", () => void this.look()),
      ),
      this.results,
    );
  }

  private async look(): Promise<void> {
    this.current.abort();
    const own = new AbortController();
    this.current = own;
    if (this.text.value.trim() === "") return this.text.focus();
    try {
      this.show(await this.client.findings(this.subject.value, this.text.value, own.signal));
    } catch (error) {
      if (!isAbort(error))
        this.results.replaceChildren(messageBar("error", failureSentence(this.language, failureOf(error))));
    }
  }

  private show({ automatic, questions }: MailFindings): void {
    const { words } = this.language;
    if (questions.length === 0)
      this.results.replaceChildren(messageBar("info", automatic ? words.automatic : words.noQuestions));
    else this.results.replaceChildren(...questions.map((question) => this.question(question)));
  }

  private question({ text, answered, results }: QuestionFindings): HTMLElement {
    const { words } = this.language;
    return element(
      "section",
      { class: "finding" },
      element("h3", { dir: "auto" }, text),
      element(
        "p",
        { class: `verdict ${answered ? "good" : "open"}` },
        icon(answered ? "check" : "question"),
        answered ? words.wouldAnswer : words.wouldStayOpen,
      ),
      results.length === 0
        ? element("p", { class: "quiet" }, words.nothingFound)
        : passageCards(this.language, this.client, results.slice(0, passagesShown)),
    );
  }
}
