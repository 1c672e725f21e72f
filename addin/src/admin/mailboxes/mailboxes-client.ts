/** What the mailboxes page asks of the API. */
import { ApiClient } from "../../api/client";
import { asList, asObject, asText } from "../../api/decode";

export type MailboxState = "connected" | "paused" | "failed" | "disconnected";
export type MailboxKind = "imap" | "graph" | "gmail";

export interface Mailbox {
  readonly id: string;
  readonly kind: string;
  readonly address: string;
  readonly state: MailboxState;
  readonly problem: string;
  readonly syncedAt: string;
  readonly messages: Readonly<Record<string, number>>;
}

export interface NewMailbox {
  readonly kind: MailboxKind;
  readonly address: string;
  readonly credentials: Readonly<Record<string, string | number>>;
  readonly settings: { readonly autopilot: boolean };
}

const states: readonly MailboxState[] = ["connected", "paused", "failed", "disconnected"];
const connectMilliseconds = 120_000;

export class MailboxesClient extends ApiClient {
  async list(signal: AbortSignal): Promise<readonly Mailbox[]> {
    const json = asObject(await (await this.call("/api/mailboxes", {}, signal)).json());
    return asList(json.mailboxes).map(decodeMailbox);
  }

  /** Signs in first, so it may take as long as the mail server does. */
  async connect(mailbox: NewMailbox, signal: AbortSignal): Promise<void> {
    const init = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(mailbox),
    };
    await this.call("/api/mailboxes", init, signal, connectMilliseconds);
  }

  async change(id: string, verb: "pause" | "resume", signal: AbortSignal): Promise<void> {
    await this.call(`/api/mailboxes/${encodeURIComponent(id)}/${verb}`, { method: "POST" }, signal);
  }

  /** What an administrator should change; nothing when all is well. */
  async test(id: string, signal: AbortSignal): Promise<readonly string[]> {
    const path = `/api/mailboxes/${encodeURIComponent(id)}/test`;
    const json = asObject(await (await this.call(path, { method: "POST" }, signal, connectMilliseconds)).json());
    return asList(json.warnings).map((warning) => asText(warning));
  }

  async disconnect(id: string, mail: "keep" | "delete", signal: AbortSignal): Promise<void> {
    await this.call(`/api/mailboxes/${encodeURIComponent(id)}?mail=${mail}`, { method: "DELETE" }, signal);
  }
}

function decodeMailbox(value: unknown): Mailbox {
  const json = asObject(value);
  const messages: Record<string, number> = {};
  for (const [state, count] of Object.entries(asObject(json.messages)))
    if (typeof count === "number") messages[state] = count;
  return {
    id: asText(json.id),
    kind: asText(json.kind),
    address: asText(json.address),
    state: states.find((state) => state === json.state) ?? "failed",
    problem: asText(json.problemDetail),
    syncedAt: asText(json.syncedAt),
    messages,
  };
}
