/** Turns what a person pasted or dropped into a mail of the preview's mailbox. */
import type { Message, Person } from "../api/shapes";
import { parseAddressList } from "../outlook/recipients";
import type { PastedMail } from "./dialogs";
import { shop } from "./sample-mail";

export function messageFrom(pasted: PastedMail): Message {
  return {
    subject: pasted.subject || firstLine(pasted.text),
    from: sender(pasted.from),
    to: [shop],
    cc: [],
    headers: {},
    body: { contentType: "text", content: pasted.text },
  };
}

function sender(typed: string): Person {
  return parseAddressList(typed)[0] ?? { name: typed, address: "" };
}

const subjectCharacters = 60;

function firstLine(text: string): string {
  const line = text.trim().split("\n")[0] ?? "";
  return line.length > subjectCharacters ? `${line.slice(0, subjectCharacters)}…` : line;
}

export function isMailFile(file: File): boolean {
  return file.type === "message/rfc822" || /\.eml$/i.test(file.name);
}
