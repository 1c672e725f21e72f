/** Open questions, the most asked first: answer one and it is a document, or dismiss it. */
import { failureOf, isAbort } from "../api/failure";
import { button } from "../draft/draft-actions";
import { messageBar } from "../draft/findings-view";
import { fill } from "../language/words";
import { element } from "../look/dom";
import { failureSentence } from "./failure-sentence";
import { GapForm } from "./gap-form";
import type { KnowledgeClient } from "./knowledge-client";
import type { Gap } from "./knowledge-shapes";
import type { AdminLanguage } from "./words/admin-words";

export class GapsView {
  readonly root: HTMLElement;
  private readonly title = element("h2", { id: "gaps-title", tabindex: -1 });
  private readonly status = element("div", { role: "status" });
  private readonly list = element("ol", { class: "gaps" });
  private readonly more: HTMLButtonElement;
  private readonly forms = new Map<number, GapForm>();
  private gaps: readonly Gap[] = [];
  private cursor: string | null = null;
  private current = new AbortController();

  constructor(
    private readonly language: AdminLanguage,
    private readonly client: KnowledgeClient,
    private readonly counted: (total: number) => void,
  ) {
    const { words } = language;
    this.more = button(words.more, "", () => void this.load(this.cursor));
    this.root = element(
      "section",
      { class: "card", id: "gaps", "aria-labelledby": "gaps-title" },
      this.title,
      element("p", { class: "quiet small" }, words.gapsHint),
      this.status,
      this.list,
      this.more,
    );
    this.title.textContent = words.gaps;
  }

  refresh(): void {
    void this.load(null);
  }

  private async load(cursor: string | null): Promise<void> {
    this.current.abort();
    const own = new AbortController();
    this.current = own;
    try {
      const page = await this.client.gaps(cursor, own.signal);
      this.gaps = cursor === null ? page.gaps : [...this.gaps, ...page.gaps];
      this.cursor = page.cursor;
      this.title.textContent =
        page.total === 0
          ? this.language.words.gaps
          : `${this.language.words.gaps} (${this.language.number(page.total)})`;
      this.counted(page.total);
      this.draw();
    } catch (error) {
      if (!isAbort(error)) this.tell("error", failureSentence(this.language, failureOf(error)));
    }
  }

  private draw(): void {
    this.more.hidden = this.cursor === null;
    // What a person is writing stays, whatever else was asked meanwhile.
    const open = this.gaps.filter((gap) => this.forms.has(gap.id)).map((gap) => gap.id);
    for (const id of [...this.forms.keys()]) if (!open.includes(id)) this.forms.delete(id);
    const focused = document.activeElement;
    const wasInside = this.list.contains(focused);
    const kept = this.gaps.map((gap) => this.item(gap));
    this.list.replaceChildren(...kept);
    if (wasInside && focused instanceof HTMLElement) this.sameAs(focused).focus();
    if (this.gaps.length === 0) this.list.append(element("li", { class: "empty" }, this.language.words.noGaps));
  }

  /** A button was drawn anew; a field of a form is still itself. */
  private sameAs(focused: HTMLElement): HTMLElement {
    if (focused.isConnected) return focused;
    const label = focused.getAttribute("aria-label");
    const again = [...this.list.querySelectorAll("button")].find((made) => made.getAttribute("aria-label") === label);
    return again ?? this.title;
  }

  private item(gap: Gap): HTMLElement {
    const { words, number, date } = this.language;
    const asked = gap.count === 1 ? words.askedOnce : words.asked;
    const labelled = (text: string, label: string, kind: string, action: () => void) => {
      const made = button(text, kind, action);
      made.setAttribute("aria-label", fill(label, { name: gap.question }));
      return made;
    };
    const holder = element("div", {}, this.forms.get(gap.id)?.root ?? null);
    return element(
      "li",
      { class: "gap" },
      element("span", { class: "gap-count", "aria-hidden": "true" }, number(gap.count)),
      element(
        "div",
        { class: "gap-words" },
        element(
          "p",
          { dir: "auto", class: "gap-question", lang: gap.language === "und" ? undefined : gap.language },
          gap.question,
        ),
        element("p", { class: "quiet small" }, fill(asked, { n: number(gap.count), date: date(gap.lastAskedAt) })),
        gap.wordings.length > 0 &&
          element(
            "details",
            { class: "small" },
            element("summary", {}, words.wordings),
            element("ul", {}, ...gap.wordings.map((wording) => element("li", { dir: "auto" }, wording))),
          ),
        element(
          "div",
          { class: "row" },
          labelled(words.answer, words.answerName, "", () => this.openForm(gap, holder)),
          labelled(words.dismiss, words.dismissName, "subtle", () => void this.dismiss(gap)),
        ),
        holder,
      ),
    );
  }

  private openForm(gap: Gap, holder: HTMLElement): void {
    const form =
      this.forms.get(gap.id) ??
      new GapForm(this.language, gap.question, {
        save: (entry) => this.save(gap, entry),
        cancel: () => {
          this.forms.delete(gap.id);
          holder.replaceChildren();
          this.title.focus();
        },
      });
    this.forms.set(gap.id, form);
    holder.replaceChildren(form.root);
    form.focus();
  }

  /** Null when it is saved, else the sentence to show in the form. */
  private async save(gap: Gap, entry: { question: string; answer: string; source: string }): Promise<string | null> {
    try {
      const name = await this.client.answerGap(gap.id, entry, new AbortController().signal);
      this.forms.delete(gap.id);
      this.tell("success", fill(this.language.words.entrySaved, { name }));
      this.title.focus();
      this.refresh();
      return null;
    } catch (error) {
      return failureSentence(this.language, failureOf(error));
    }
  }

  private async dismiss(gap: Gap): Promise<void> {
    try {
      await this.client.dismissGap(gap.id, new AbortController().signal);
      this.tell("success", this.language.words.dismissed);
      this.title.focus();
      this.refresh();
    } catch (error) {
      this.tell("error", failureSentence(this.language, failureOf(error)));
    }
  }

  private tell(kind: "success" | "error", text: string): void {
    this.status.replaceChildren(messageBar(kind, text));
  }
}
