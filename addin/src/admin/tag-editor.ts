/** Edits the tags of one document, one `key:value` a line. */
import { button } from "../draft/draft-actions";
import { fill } from "../language/words";
import { element } from "../look/dom";
import type { DocumentEntry, Tags } from "./knowledge-shapes";
import { readTags, tagLines } from "./tags";
import type { AdminLanguage } from "./words/admin-words";

export class TagEditor {
  readonly root = element("div", { class: "tag-editor", hidden: true });
  private opener: HTMLElement | null = null;

  constructor(
    private readonly language: AdminLanguage,
    private readonly save: (tags: Tags) => void,
  ) {}

  open(entry: DocumentEntry): void {
    const { words } = this.language;
    this.opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const lines = tagLines(entry.tags);
    const text = element("textarea", {
      rows: Math.max(2, lines.length + 1),
      dir: "auto",
      "aria-label": fill(words.tagsOf, { name: entry.name }),
      onkeydown: (event) => {
        if (event instanceof KeyboardEvent && event.key === "Escape") this.close();
      },
    });
    text.value = lines.join("\n");
    const problem = element("p", { class: "problem", role: "alert" });
    const accept = () => {
      const tags = readTags(text.value);
      if (!tags) {
        problem.textContent = words.badTag;
        return text.focus();
      }
      this.close();
      this.save(tags);
    };
    this.root.replaceChildren(
      element("p", { class: "quiet small" }, words.tagsHint),
      text,
      problem,
      element(
        "div",
        { class: "row" },
        button(words.save, "primary", accept),
        button(words.cancel, "", () => this.close()),
      ),
    );
    this.root.hidden = false;
    text.focus();
  }

  private close(): void {
    this.root.hidden = true;
    this.root.replaceChildren();
    this.opener?.focus();
  }
}
