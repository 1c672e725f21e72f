/** What the review page hears from the API, read leniently: an unknown word of a newer server never breaks the desk. */
import { asList, asNumber, asObject, asText, decodeDraft } from "../../api/decode";
import type { Draft } from "../../api/shapes";

export const openStates = ["waiting", "escalated"] as const;
export type ReviewState = "waiting" | "escalated" | "approved" | "rejected" | "discarded";
const states: readonly ReviewState[] = ["waiting", "escalated", "approved", "rejected", "discarded"];

export interface Claim {
  readonly person: string;
  readonly name: string;
  readonly until: number;
}

export interface Decision {
  readonly name: string;
  readonly at: string;
  readonly reason: string;
  readonly editDistance: number | null;
  /** Until when it can be taken back, in milliseconds; 0 when that is over. */
  readonly undoUntil: number;
  readonly delivery: string;
}

export interface ReviewItem {
  readonly id: number;
  readonly state: ReviewState;
  readonly version: number;
  readonly senderName: string;
  readonly senderAddress: string;
  readonly subject: string;
  readonly mailboxId: string;
  readonly priority: number;
  readonly urgency: string;
  readonly sentiment: string;
  readonly category: string;
  readonly confidence: number;
  readonly grounding: string;
  readonly openQuestions: number;
  readonly hasDraft: boolean;
  readonly edited: boolean;
  readonly receivedAt: number;
  readonly dueAt: number | null;
  readonly breached: boolean;
  readonly escalatedFor: string;
  readonly claim: Claim | null;
  readonly decision: Decision | null;
}

export interface ReviewPageOfItems {
  readonly items: readonly ReviewItem[];
  readonly cursor: string | null;
  readonly me: string;
}

export const riskKinds = ["number", "date", "name", "policy", "unsupported", "open"] as const;
export type RiskKind = (typeof riskKinds)[number];

export interface Risk {
  readonly sentence: number;
  readonly start: number;
  readonly length: number;
  readonly kind: RiskKind;
  readonly proven: boolean;
}

export interface ReviewMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly receivedAt: string;
  readonly newText: string;
  readonly quotedText: string;
  readonly signature: string;
  readonly attachments: readonly string[];
}

export interface ReviewDetail {
  readonly item: ReviewItem;
  readonly mail: ReviewMail | null;
  readonly draft: Draft | null;
  readonly text: string;
  readonly comment: string;
  readonly risks: readonly Risk[];
}

export interface BatchEntry {
  readonly id: number;
  readonly done: boolean;
  readonly item: ReviewItem | null;
  readonly detail: string;
}

export function decodeItem(value: unknown): ReviewItem {
  const json = asObject(value);
  const from = asObject(json.from);
  return {
    id: asNumber(json.id),
    state: states.find((state) => state === json.state) ?? "waiting",
    version: asNumber(json.version),
    senderName: asText(from.name),
    senderAddress: asText(from.address),
    subject: asText(json.subject),
    mailboxId: asText(json.mailboxId),
    priority: asNumber(json.priority),
    urgency: asText(json.urgency),
    sentiment: asText(json.sentiment),
    category: asText(json.category),
    confidence: asNumber(json.confidence),
    grounding: asText(json.grounding),
    openQuestions: asNumber(json.openQuestions),
    hasDraft: json.hasDraft === true,
    edited: json.edited === true,
    receivedAt: moment(json.receivedAt) ?? 0,
    dueAt: moment(json.dueAt),
    breached: json.breached === true,
    escalatedFor: asText(json.escalatedFor),
    claim: json.claim ? decodeClaim(json.claim) : null,
    decision: json.decision ? decodeDecision(json.decision) : null,
  };
}

export function decodeItems(value: unknown): ReviewPageOfItems {
  const json = asObject(value);
  return {
    items: asList(json.items).map(decodeItem),
    cursor: typeof json.cursor === "string" ? json.cursor : null,
    me: asText(json.me),
  };
}

export function decodeDetail(value: unknown): ReviewDetail {
  const json = asObject(value);
  return {
    item: decodeItem(json.item),
    mail: json.mail ? decodeMail(json.mail) : null,
    draft: json.draft ? decodeDraft(json.draft) : null,
    text: asText(json.text),
    comment: asText(json.comment),
    risks: asList(json.risks).flatMap(decodeRisk),
  };
}

export function decodeBatch(value: unknown): readonly BatchEntry[] {
  return asList(asObject(value).results).map((entry) => {
    const json = asObject(entry);
    return {
      id: asNumber(json.id),
      done: json.done === true,
      item: json.item ? decodeItem(json.item) : null,
      detail: asText(json.detail),
    };
  });
}

export function isOpen(item: ReviewItem): boolean {
  return item.state === "waiting" || item.state === "escalated";
}

function decodeClaim(value: unknown): Claim {
  const json = asObject(value);
  return { person: asText(json.person), name: asText(json.name), until: moment(json.until) ?? 0 };
}

function decodeDecision(value: unknown): Decision {
  const json = asObject(value);
  return {
    name: asText(json.name),
    at: asText(json.at),
    reason: asText(json.reason),
    editDistance: typeof json.editDistance === "number" ? json.editDistance : null,
    undoUntil: moment(json.undoUntil) ?? 0,
    delivery: asText(json.delivery),
  };
}

function decodeMail(value: unknown): ReviewMail {
  const json = asObject(value);
  return {
    from: person(json.from),
    to: asList(json.to).map(person),
    cc: asList(json.cc).map(person),
    subject: asText(json.subject),
    receivedAt: asText(json.receivedAt),
    newText: asText(json.newText),
    quotedText: asText(json.quotedText),
    signature: asText(json.signature),
    attachments: asList(json.attachments).map((name) => asText(name)),
  };
}

function decodeRisk(value: unknown): readonly Risk[] {
  const json = asObject(value);
  const kind = riskKinds.find((name) => name === json.kind);
  // A kind that is not known cannot be explained, but the place is still worth a look.
  return [
    {
      sentence: asNumber(json.sentence),
      start: asNumber(json.start),
      length: asNumber(json.length),
      kind: kind ?? "policy",
      proven: json.proven === true,
    },
  ];
}

function person(value: unknown): string {
  const json = asObject(value);
  const [name, address] = [asText(json.name), asText(json.address)];
  return name === "" || name === address ? address : `${name} <${address}>`;
}

function moment(value: unknown): number | null {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
