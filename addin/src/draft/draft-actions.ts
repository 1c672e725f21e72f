/** What a person can do with a finished draft: reply, reply to all, copy, discard, with the recipients in sight. */
import type { Draft } from "../api/shapes";
import type { Words } from "../language/english";
import { type Child, element } from "../look/dom";
import type { InsertTarget, OpenItem } from "../outlook/mail-host";
import { recipientLines } from "./mail-card";

export interface ActionHandlers {
  insert(target: InsertTarget): void;
  copy(draft: Draft): void;
  discard(): void;
  keepMarkers(keep: boolean): void;
}

export function draftActions(
  words: Words,
  item: OpenItem,
  draft: Draft,
  hint: string,
  keepMarkers: boolean,
  handlers: ActionHandlers,
): readonly Child[] {
  const insertions =
    item.mode === "compose"
      ? [button(words.insertHere, "primary", () => handlers.insert("compose"))]
      : [
          element(
            "div",
            { class: "reply-choice" },
            button(words.reply, "primary", () => handlers.insert("reply")),
            ...recipientLines(words, item.reply),
          ),
          element(
            "div",
            { class: "reply-choice" },
            button(words.replyAll, "", () => handlers.insert("replyAll")),
            ...recipientLines(words, item.replyAll),
          ),
        ];
  return [
    ...insertions,
    element(
      "div",
      { class: "row" },
      button(words.copy, "", () => handlers.copy(draft)),
      button(words.discard, "subtle", handlers.discard),
    ),
    element(
      "label",
      { class: "check" },
      element("input", {
        type: "checkbox",
        checked: keepMarkers,
        onchange: (event) => handlers.keepMarkers((event.target as HTMLInputElement).checked),
      }),
      words.keepMarkers,
    ),
    element("p", { class: "quiet small" }, hint),
  ];
}

export function button(text: string, kind: string, action: () => void): HTMLButtonElement {
  return element("button", { type: "button", class: `button ${kind}`.trim(), onclick: action }, text);
}
