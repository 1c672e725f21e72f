/** The search box: passages with the marked words, as a draft would find them. */
import { failureOf, isAbort } from "../api/failure";
import { button } from "../draft/draft-actions";
import { messageBar } from "../draft/findings-view";
import { fill } from "../language/words";
import { element } from "../look/dom";
import { failureSentence } from "./failure-sentence";
import type { KnowledgeClient } from "./knowledge-client";
import { passageCards } from "./passage-cards";
import type { AdminLanguage } from "./words/admin-words";

export class SearchView {
  readonly root: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly status = element("p", { class: "quiet small", role: "status" });
  private readonly results = element("div", {});
  private current = new AbortController();

  constructor(
    private readonly language: AdminLanguage,
    private readonly client: KnowledgeClient,
  ) {
    const { words } = language;
    this.input = element("input", {
      type: "search",
      dir: "auto",
      maxlength: 2000,
      placeholder: words.searchHint,
      "aria-label": words.searchLabel,
    });
    this.root = element(
      "section",
      { class: "card", id: "search", "aria-labelledby": "search-title" },
      element("h2", { id: "search-title" }, words.search),
      element(
        "form",
        {
          class: "search-line",
          role: "search",
          onsubmit: (event) => {
            event.preventDefault();
            void this.search();
          },
        },
        this.input,
        button(words.search, "primary", () => void this.search()),
      ),
      this.status,
      this.results,
    );
  }

  private async search(): Promise<void> {
    const { words } = this.language;
    this.current.abort();
    const own = new AbortController();
    this.current = own;
    const wanted = this.input.value.trim();
    if (wanted === "") return this.show("");
    try {
      const passages = await this.client.search(wanted, own.signal);
      if (passages.length === 0) return this.show(words.nothingFound);
      this.show(
        fill(words.found, { n: this.language.number(passages.length) }),
        passageCards(this.language, this.client, passages),
      );
    } catch (error) {
      if (!isAbort(error)) this.show("", messageBar("error", failureSentence(this.language, failureOf(error))));
    }
  }

  private show(status: string, ...results: HTMLElement[]): void {
    this.status.textContent = status;
    this.results.replaceChildren(...results);
  }
}
