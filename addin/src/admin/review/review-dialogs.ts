/** The two questions that the desk asks in a dialog: why a draft is unfit, and which keys there are. */
import { button } from "../../draft/draft-actions";
import { element } from "../../look/dom";
import { keyNames, type ReviewKeys } from "./review-keys";
import type { ReviewWords } from "./review-words";

export interface Rejection {
  readonly reason: string;
  readonly comment: string;
}

/** Null when the person thought better of it. */
export function askWhy(words: ReviewWords): Promise<Rejection | null> {
  const comment = element("textarea", { rows: 3, dir: "auto", maxlength: 2000 });
  const reasons = Object.entries(words.reasons);
  const radios = reasons.map(([reason, name], index) =>
    element(
      "label",
      { class: "check" },
      element("input", { type: "radio", name: "reason", value: reason, checked: index === 0 }),
      element("kbd", { "aria-hidden": "true" }, String(index + 1)),
      name,
    ),
  );
  return new Promise((resolve) => {
    let answer: Rejection | null = null;
    const chosen = () => dialog.querySelector<HTMLInputElement>("input[name=reason]:checked")?.value ?? "other";
    const done = () => {
      answer = { reason: chosen(), comment: comment.value.trim() };
      dialog.close();
    };
    const dialog = open(
      words.rejectWhy,
      () => resolve(answer),
      element("div", { class: "review-reasons", role: "radiogroup", "aria-label": words.rejectWhy }, ...radios),
      element("label", { class: "field" }, element("span", {}, words.comment), comment),
      element(
        "div",
        { class: "row end" },
        button(words.cancel, "", () => dialog.close()),
        button(words.reject, "danger", done),
      ),
    );
    dialog.addEventListener("keydown", (event) => {
      const isComment = event.target === comment;
      const picked = radios[Number(event.key) - 1]?.querySelector("input");
      if (!isComment && picked) {
        picked.checked = true;
        picked.focus();
      } else if (event.key === "Enter" && (!isComment || event.ctrlKey) && !(event.target instanceof HTMLButtonElement))
        done();
      else return;
      event.preventDefault();
    });
    radios[0]?.querySelector("input")?.focus();
  });
}

export function showKeys(words: ReviewWords, keys: ReviewKeys): void {
  const rows = (Object.keys(keyNames) as (keyof typeof keyNames)[]).flatMap((name) => [
    element("dt", {}, ...keyNames[name].split(" ").map((key) => element("kbd", {}, key))),
    element("dd", {}, words.keys[name]),
  ]);
  const dialog = open(
    words.help,
    () => undefined,
    element("dl", { class: "review-keys" }, ...rows),
    element(
      "label",
      { class: "check" },
      element("input", {
        type: "checkbox",
        checked: keys.enabled,
        onchange: (event) => keys.switch(event.target instanceof HTMLInputElement && event.target.checked),
      }),
      words.keysOn,
    ),
    element(
      "div",
      { class: "row end" },
      button(words.helpClose, "primary", () => dialog.close()),
    ),
  );
}

function open(title: string, closed: () => void, ...children: HTMLElement[]): HTMLDialogElement {
  const before = document.activeElement;
  const dialog = element("dialog", { "aria-label": title }, element("h2", {}, title), ...children);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
    closed();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
