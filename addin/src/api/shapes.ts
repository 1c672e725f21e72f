/** The words of the HTTP API as types, so that the pane and the contract cannot drift apart unnoticed. */

export interface Person {
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

/** A mail as `POST /api/drafts` takes it; only the body is required. */
export interface Message {
  readonly id?: string;
  readonly internetMessageId?: string;
  readonly conversationId?: string;
  readonly subject?: string;
  readonly from?: Person;
  readonly to?: readonly Person[];
  readonly cc?: readonly Person[];
  readonly receivedAt?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: { readonly contentType: "text" | "html"; readonly content: string };
  readonly attachments?: readonly Attachment[];
}

export const tones = ["neutral", "friendly", "formal", "apologetic"] as const;
export const lengths = ["short", "standard", "detailed"] as const;

export interface DraftOptions {
  /** Absent: as the person usually writes, or neutral. */
  readonly tone?: (typeof tones)[number];
  /** Absent: as the person usually writes, or standard. */
  readonly length?: (typeof lengths)[number];
  /** `auto` or a BCP 47 tag. */
  readonly language: string;
  readonly instructions: string;
  /** Something only the person knows and the reply may say. */
  readonly fact: string;
}

export const defaultOptions: DraftOptions = { language: "auto", instructions: "", fact: "" };

export type Support = "cited" | "courtesy" | "slot" | "unsupported";

export const riskKinds = ["number", "date", "name", "policy", "unsupported"] as const;

/** A stretch of a sentence, in UTF-16 code units, that deserves a second look. */
export interface Risk {
  readonly start: number;
  readonly end: number;
  readonly kind: (typeof riskKinds)[number];
}

export interface Sentence {
  readonly text: string;
  readonly citations: readonly number[];
  readonly support: Support;
  readonly risks: readonly Risk[];
}

export interface Citation {
  readonly marker: number;
  readonly documentId: string;
  readonly documentName: string;
  /** Physical page from 1; null where the format has no pages. */
  readonly page: number | null;
  readonly quote: string;
  readonly relevance: number;
  /** A saved reply has no document to open. */
  readonly source: "document" | "saved-reply";
}

export type Outcome = "answered" | "open" | "deferred";

export interface Question {
  readonly text: string;
  readonly outcome: Outcome;
}

export interface Label {
  readonly label: string;
  readonly confidence: number;
}

export interface Classification {
  readonly sentiment: Label & { readonly score: number };
  readonly urgency: Label & { readonly reasons: readonly string[] };
  readonly category: Label;
  readonly intents: readonly Label[];
  readonly outOfScope: boolean;
  readonly language: string;
  readonly automatic: boolean;
  readonly uncertain: boolean;
}

export interface Warning {
  readonly code: string;
  readonly detail: string;
  /** The words that raised it, as they stand in the mail or in a document. */
  readonly passage: { readonly text: string; readonly documentName: string } | null;
}

export interface QualityCheck {
  readonly name: string;
  readonly passed: boolean;
  readonly detail: string;
}

export type Grounding = "answered" | "partial" | "unanswered" | "not-needed";

export interface Draft {
  readonly id: string;
  readonly reply: { readonly subject: string; readonly text: string; readonly html: string; readonly language: string };
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly questions: readonly Question[];
  readonly grounding: Grounding;
  readonly classification: Classification | null;
  readonly warnings: readonly Warning[];
  readonly quality: { readonly score: number; readonly checks: readonly QualityCheck[] } | null;
  readonly engine: { readonly provider: string; readonly model: string };
  readonly elapsedMilliseconds: number;
}

/** The same reply in another manner. */
export interface Alternative {
  readonly name: string;
  readonly draft: Draft;
}

/** One habit of the person's own style. */
export interface Habit {
  readonly name: string;
  readonly language: string | null;
  readonly learned: string | null;
  readonly seen: number;
  readonly of: number;
  readonly own: string | null;
  readonly inUse: string | null;
}

export interface Style {
  readonly enabled: boolean;
  readonly replies: number;
  readonly needed: number;
  readonly habits: readonly Habit[];
}

/** One request that went to a language model for a draft. */
export interface DisclosedRequest {
  readonly address: string;
  readonly bytes: number;
  readonly body: string;
}

export const stages = ["reading", "searching", "writing", "checking"] as const;
export type Stage = (typeof stages)[number];

/** What a running draft tells the pane, in the order in which it is known. */
export type DraftEvent =
  | { readonly type: "stage"; readonly stage: Stage }
  | { readonly type: "classification"; readonly classification: Classification }
  | { readonly type: "citations"; readonly citations: readonly Citation[] }
  | { readonly type: "sentence"; readonly sentence: Sentence }
  | { readonly type: "done"; readonly draft: Draft };

export type DocumentState = "queued" | "extracting" | "indexing" | "ready" | "failed";

export interface KnowledgeDocument {
  readonly documentId: string;
  readonly name: string;
  readonly state: DocumentState;
  readonly progress: number;
  readonly failure: string;
}
