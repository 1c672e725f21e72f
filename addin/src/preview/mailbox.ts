/** The preview's mailbox: the sample mails and whatever the person pasted or dropped, with one of them open. */
import type { Message } from "../api/shapes";
import type { PreviewMail } from "./sample-mail";
import { englishMails } from "./samples/english";
import { otherMails } from "./samples/other-languages";

const newestFirst = (one: PreviewMail, other: PreviewMail) =>
  (other.message.receivedAt ?? "").localeCompare(one.message.receivedAt ?? "");

export class Mailbox {
  private mails: readonly PreviewMail[] = [...englishMails, ...otherMails].sort(newestFirst);
  private chosen: PreviewMail | null = this.mails.find((mail) => mail.slug === "returns") ?? null;
  private added = 0;
  private readonly listeners: (() => void)[] = [];

  get all(): readonly PreviewMail[] {
    return this.mails;
  }

  get open(): PreviewMail | null {
    return this.chosen;
  }

  onChanged(listener: () => void): void {
    this.listeners.push(listener);
  }

  choose(slug: string): boolean {
    const mail = this.mails.find((candidate) => candidate.slug === slug);
    if (!mail) return false;
    if (mail === this.chosen) return true;
    this.chosen = mail;
    this.changed();
    return true;
  }

  /** Puts a mail of the person's own on top and opens it. */
  add(message: Message): void {
    this.added += 1;
    const slug = `own-${this.added}`;
    const receivedAt = message.receivedAt ?? new Date().toISOString();
    const mail = { slug, message: { ...message, id: slug, receivedAt } };
    this.mails = [mail, ...this.mails];
    this.chosen = mail;
    this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}
