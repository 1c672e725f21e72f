/** Shows which mail the pane is about, so that nobody drafts for the wrong one. */
import type { Person } from "../api/shapes";
import type { Words } from "../language/english";
import { type Child, element } from "../look/dom";
import type { OpenItem } from "../outlook/mail-host";
import { personText } from "../outlook/recipients";

export function mailCard(words: Words, item: OpenItem, locale: string): readonly Child[] {
  const other = item.mode === "read" ? item.from : (item.reply.to[0] ?? null);
  return [
    element("span", { class: "avatar", "aria-hidden": "true" }, initials(other)),
    element(
      "div",
      { class: "mail-words" },
      element(
        "p",
        { class: "mail-sender", dir: "auto" },
        item.mode === "compose" && element("span", { class: "quiet" }, `${words.composing} `),
        other ? other.name || other.address : words.unknownSender,
      ),
      other && other.name !== "" && element("p", { class: "mail-address quiet", dir: "ltr" }, other.address),
      element("h1", { class: "mail-subject", dir: "auto" }, item.subject.trim() || words.noSubject),
      item.receivedAt !== null && element("p", { class: "quiet small" }, dateText(item.receivedAt, locale)),
    ),
  ];
}

function initials(person: Person | null): string {
  const parts = (person?.name || person?.address || "?")
    .split(/[\s.@_-]+/u)
    .filter((part) => /^[\p{L}\p{N}]/u.test(part));
  return parts
    .slice(0, 2)
    .map((part) => [...part][0] ?? "")
    .join("")
    .toUpperCase();
}

function dateText(iso: string, locale: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return "";
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(date);
}

/** `To: Ana <ana@…>` and, where there are some, a second line for Cc. */
export function recipientLines(words: Words, recipients: OpenItem["reply"]): readonly Child[] {
  const line = (label: string, people: readonly Person[]) =>
    element(
      "p",
      { class: "recipients small" },
      element("span", { class: "quiet" }, `${label}: `),
      element("bdi", {}, people.map(personText).join("; ") || words.nobody),
    );
  return [line(words.to, recipients.to), recipients.cc.length > 0 && line(words.cc, recipients.cc)];
}
