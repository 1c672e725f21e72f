/** Asks for a word to be typed before something is removed for good; the button stays shut until it is the very word. */
import { button } from "../draft/draft-actions";
import { type Child, element } from "../look/dom";

export interface Confirmation {
  readonly question: string;
  readonly label: string;
  readonly word: string;
  readonly act: string;
  readonly cancel: string;
  readonly more?: readonly Child[];
}

export function confirmForm(asked: Confirmation, done: () => void, cancelled: () => void): HTMLFormElement {
  const typed = element("input", { type: "text", autocomplete: "off", spellcheck: "false", maxlength: 300 });
  const act = element("button", { type: "submit", class: "button danger", disabled: true }, asked.act);
  const isTyped = () => typed.value.trim().toLowerCase() === asked.word.toLowerCase();
  typed.addEventListener("input", () => {
    act.disabled = !isTyped();
  });
  const form = element(
    "form",
    {
      class: "confirm",
      onsubmit: (event) => {
        event.preventDefault();
        if (isTyped()) done();
      },
    },
    element("p", {}, asked.question),
    ...(asked.more ?? []),
    element("label", {}, asked.label, typed),
    element("div", { class: "row" }, act, button(asked.cancel, "subtle", cancelled)),
  );
  queueMicrotask(() => typed.focus());
  return form;
}
