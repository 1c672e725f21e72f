/** A mail host for tests: one mail on screen, everything that was inserted, and failures on request. */
import type { Message } from "../../../addin/src/api/shapes";
import type { HostError, Inserted, InsertTarget, MailHost, OpenItem } from "../../../addin/src/outlook/mail-host";

export function mail(key: string): OpenItem {
  const ana = { name: "Ana Ruiz", address: "ana@x.example" };
  const bob = { name: "Bob", address: "bob@x.example" };
  return {
    key,
    mode: "read",
    subject: `Subject of ${key}`,
    from: ana,
    receivedAt: "2026-11-20T09:00:00Z",
    reply: { to: [ana], cc: [] },
    replyAll: { to: [ana, bob], cc: [] },
  };
}

export class FakeHost implements MailHost {
  readonly kind = "outlook";
  displayLanguage = "en-US";
  item: OpenItem | null = mail("one");
  readonly inserted: { target: InsertTarget; html: string }[] = [];
  readonly opened: string[] = [];
  insertion: Inserted = { kind: "inserted" };
  readProblem: HostError | null = null;
  private changed: () => void = () => undefined;

  show(item: OpenItem | null): void {
    this.item = item;
    this.changed();
  }

  async openItem(): Promise<OpenItem | null> {
    return this.item;
  }

  async readMessage(): Promise<Message> {
    if (this.readProblem) throw this.readProblem;
    return { body: { contentType: "html", content: "<p>How long?</p>" } };
  }

  async insert(key: string, target: InsertTarget, content: { html: string }): Promise<Inserted> {
    if (this.item?.key !== key) return { kind: "not-inserted", problem: "item-changed" };
    if (this.insertion.kind === "inserted") this.inserted.push({ target, html: content.html });
    return this.insertion;
  }

  openLink(address: string): void {
    this.opened.push(address);
  }

  isDark(): boolean {
    return false;
  }

  onItemChanged(listener: () => void): void {
    this.changed = listener;
  }

  onThemeChanged(): void {}
}
