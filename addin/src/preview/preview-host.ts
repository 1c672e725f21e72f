/** Stands in for Outlook in an ordinary browser: the same pane, with the preview's mailbox and reply editor behind it. */
import type { Message } from "../api/shapes";
import { onSystemThemeChanged, systemIsDark } from "../look/theme";
import {
  HostError,
  type Inserted,
  type InsertTarget,
  type ItemKey,
  type MailHost,
  type OpenItem,
  type Recipients,
} from "../outlook/mail-host";
import { hasText, withinLimit } from "../outlook/message-body";
import { parseAddressList, replyRecipients } from "../outlook/recipients";
import type { Mailbox } from "./mailbox";
import { type PreviewMail, shop } from "./sample-mail";

export interface FilledReply {
  readonly mail: PreviewMail;
  readonly recipients: Recipients;
  readonly html: string;
}

export class PreviewHost implements MailHost {
  readonly kind = "preview";
  readonly displayLanguage = navigator.language;

  constructor(
    private readonly mailbox: Mailbox,
    private readonly fillReply: (reply: FilledReply) => void,
  ) {}

  async openItem(): Promise<OpenItem | null> {
    const mail = this.mailbox.open;
    if (!mail) return null;
    const { message } = mail;
    return {
      key: mail.slug,
      mode: "read",
      subject: message.subject ?? "",
      from: message.from ?? null,
      receivedAt: message.receivedAt ?? null,
      ...recipientsOf(message),
    };
  }

  async readMessage(key: ItemKey): Promise<Message> {
    const { message } = this.require(key);
    const { contentType, content } = message.body;
    if (contentType === "html" ? !hasText(content) : content.trim() === "") throw new HostError("empty-body");
    return { ...message, body: { contentType, content: withinLimit(content) } };
  }

  async insert(key: ItemKey, target: InsertTarget, content: { html: string }): Promise<Inserted> {
    const mail = this.mailbox.open;
    if (mail?.slug !== key) return { kind: "not-inserted", problem: mail ? "item-changed" : "no-item" };
    const recipients = recipientsOf(mail.message);
    this.fillReply({
      mail,
      recipients: target === "replyAll" ? recipients.replyAll : recipients.reply,
      html: content.html,
    });
    return { kind: "inserted" };
  }

  openLink(address: string): void {
    window.open(address, "_blank", "noopener");
  }

  isDark(): boolean {
    return systemIsDark();
  }

  onItemChanged(listener: () => void): void {
    this.mailbox.onChanged(listener);
  }

  onThemeChanged(listener: () => void): void {
    onSystemThemeChanged(listener);
  }

  private require(key: ItemKey): PreviewMail {
    const mail = this.mailbox.open;
    if (!mail) throw new HostError("no-item");
    if (mail.slug !== key) throw new HostError("item-changed");
    return mail;
  }
}

function recipientsOf(message: Message): { reply: Recipients; replyAll: Recipients } {
  const replyTo = Object.entries(message.headers ?? {}).find(([name]) => name.toLowerCase() === "reply-to")?.[1];
  return replyRecipients({
    from: message.from ?? null,
    replyTo: parseAddressList(replyTo ?? ""),
    to: message.to ?? [],
    cc: message.cc ?? [],
    own: shop.address,
  });
}
