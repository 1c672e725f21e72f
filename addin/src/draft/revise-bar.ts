/** Lets a person change a finished draft in a word or two, and take the change back. */
import type { Words } from "../language/english";
import { type Child, element } from "../look/dom";
import { button } from "./draft-actions";

export interface RevisionHandlers {
  revise(instruction: string): void;
  undoRevision(): void;
}

/** As long as an instruction may be; see the API. */
const longestInstruction = 500;

export function reviseBar(words: Words, canUndo: boolean, handlers: RevisionHandlers): readonly Child[] {
  const own = element("input", {
    type: "text",
    class: "field",
    maxlength: longestInstruction,
    "aria-label": words.reviseOwn,
    placeholder: words.reviseOwnHint,
  });
  const form = element(
    "form",
    {
      class: "row revise-own",
      onsubmit: (event) => {
        event.preventDefault();
        if (own.value.trim() !== "") handlers.revise(own.value.trim());
        else own.focus();
      },
    },
    own,
    element("button", { type: "submit", class: "button" }, words.reviseApply),
  );
  return [
    element("h2", {}, words.revise),
    element(
      "div",
      { class: "row revise" },
      ...Object.entries(words.revisions).map(([instruction, name]) =>
        button(name, "", () => handlers.revise(instruction)),
      ),
      canUndo && button(words.undoRevision, "subtle", handlers.undoRevision),
    ),
    form,
  ];
}
