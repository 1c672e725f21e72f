/** Shows the open mail. It is rebuilt from an allow-list or shown as text: no script, picture or style of a sender runs here. */
import type { Message } from "../api/shapes";
import { readerTags, safeTree, toDom } from "../html/safe-html";
import { element } from "../look/dom";
import { personText } from "../outlook/recipients";
import type { PreviewWords } from "./preview-words";

export function readerView(words: PreviewWords, message: Message, locale: string): readonly HTMLElement[] {
  const { contentType, content } = message.body;
  const body = element("div", { class: `mail-body ${contentType}`, dir: "auto" });
  if (contentType === "html") body.append(toDom(safeTree(content, readerTags)));
  else body.textContent = content;
  const when = message.receivedAt
    ? new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }).format(new Date(message.receivedAt))
    : "";
  const people = (label: string, list: Message["to"]) =>
    list && list.length > 0
      ? element(
          "p",
          { class: "small" },
          element("span", { class: "quiet" }, `${label}: `),
          element("bdi", {}, list.map(personText).join("; ")),
        )
      : null;
  return [
    element(
      "header",
      { class: "mail-head" },
      element("h2", { dir: "auto" }, message.subject || "…"),
      element("p", {}, element("bdi", {}, message.from ? personText(message.from) : "")),
      people(words.to, message.to),
      people(words.cc, message.cc),
      element("p", { class: "quiet small" }, when),
    ),
    body,
  ];
}
