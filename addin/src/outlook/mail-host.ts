/** What the pane needs of whatever shows the mail; Outlook and the preview page implement it, the pane knows neither. */
import type { Message, Person } from "../api/shapes";

/** Names one mail for the length of a session; equal keys mean the same mail. */
export type ItemKey = string;

export interface OpenItem {
  readonly key: ItemKey;
  readonly mode: "read" | "compose";
  readonly subject: string;
  /** The sender in read mode; in compose mode the pane shows the recipients instead. */
  readonly from: Person | null;
  readonly receivedAt: string | null;
  /** Whom each kind of reply would reach. */
  readonly reply: Recipients;
  readonly replyAll: Recipients;
}

export interface Recipients {
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
}

export type InsertTarget = "reply" | "replyAll" | "compose";

export type HostProblem =
  | "no-item"
  | "item-changed"
  | "empty-body"
  | "no-answer"
  | "mailbox-server"
  | "mailbox-missing"
  | "no-permission"
  | "too-large"
  | "other";

export type Inserted = { readonly kind: "inserted" } | { readonly kind: "not-inserted"; readonly problem: HostProblem };

/** Thrown by reads; the pane turns the problem into a sentence. */
export class HostError extends Error {
  constructor(readonly problem: HostProblem) {
    super(problem);
    this.name = "HostError";
  }
}

export interface MailHost {
  readonly kind: "outlook" | "preview";
  /** BCP 47 tag of the language that the person reads. */
  readonly displayLanguage: string;
  /** The mail on screen, or null when there is none (or several). */
  openItem(signal: AbortSignal): Promise<OpenItem | null>;
  readMessage(key: ItemKey, signal: AbortSignal): Promise<Message>;
  insert(key: ItemKey, target: InsertTarget, content: { html: string; text: string }): Promise<Inserted>;
  openLink(address: string): void;
  isDark(): boolean;
  onItemChanged(listener: () => void): void;
  onThemeChanged(listener: () => void): void;
}
