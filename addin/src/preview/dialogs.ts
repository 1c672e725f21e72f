/** The preview's two questions to the person, as dialogs of the page itself. */
import { button } from "../draft/draft-actions";
import { element } from "../look/dom";
import type { PreviewWords } from "./preview-words";

/** Asks before everything is deleted; Escape and the first button keep it. */
export function confirmDelete(words: PreviewWords, confirmed: () => void): void {
  const dialog = element("dialog", { "aria-labelledby": "delete-title" });
  const close = () => dialog.close();
  dialog.append(
    element("h2", { id: "delete-title" }, words.deleteQuestion),
    element("p", {}, words.deleteDetail),
    element(
      "div",
      { class: "row end" },
      button(words.keep, "", close),
      button(words.deleteYes, "danger", () => {
        close();
        confirmed();
      }),
    ),
  );
  show(dialog);
}

export interface PastedMail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

export function askForMail(
  words: PreviewWords,
  pasted: (mail: PastedMail) => void,
  chosen: (file: File) => void,
): void {
  const from = element("input", { type: "text", dir: "auto" });
  const subject = element("input", { type: "text", dir: "auto" });
  const text = element("textarea", { rows: 8, dir: "auto" });
  const problem = element("p", { class: "problem", role: "alert" });
  const file = element("input", {
    type: "file",
    accept: ".eml,message/rfc822",
    onchange: () => {
      const picked = file.files?.[0];
      if (!picked) return;
      dialog.close();
      chosen(picked);
    },
  });
  const label = (name: string, control: HTMLElement) =>
    element("label", { class: "field" }, element("span", {}, name), control);
  const dialog = element(
    "dialog",
    { class: "paste", "aria-labelledby": "paste-title" },
    element("h2", { id: "paste-title" }, words.pasteTitle),
    label(words.pasteFrom, from),
    label(words.pasteSubject, subject),
    label(words.pasteBody, text),
    problem,
    label(words.pasteFile, file),
    element(
      "div",
      { class: "row end" },
      button(words.cancel, "", () => dialog.close()),
      button(words.pasteOpen, "primary", () => {
        if (text.value.trim() === "") {
          problem.textContent = words.emptyMail;
          text.focus();
          return;
        }
        dialog.close();
        pasted({ from: from.value.trim(), subject: subject.value.trim(), text: text.value });
      }),
    ),
  );
  show(dialog);
  text.focus();
}

function show(dialog: HTMLDialogElement): void {
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
