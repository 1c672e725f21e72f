/** The only place that talks to the API, one method per thing the pane asks of it. */

import { session } from "../sign-in/session";
import {
  asNumber,
  asObject,
  asText,
  decodeAlternatives,
  decodeCitations,
  decodeClassification,
  decodeDisclosure,
  decodeDocuments,
  decodeDraft,
  decodeMessage,
  decodeSentence,
  decodeStage,
  decodeStyle,
} from "./decode";
import { readEvents, type ServerEvent } from "./event-stream";
import { ApiError, failureOf, isAbort, problem } from "./failure";
import type {
  Alternative,
  DisclosedRequest,
  Draft,
  DraftEvent,
  DraftOptions,
  KnowledgeDocument,
  Message,
  Style,
} from "./shapes";

export interface StyleChange {
  readonly enabled?: boolean;
  readonly habits?: readonly { readonly name: string; readonly language: string | null; readonly own: string | null }[];
}

export type RatingOutcome = "inserted" | "edited" | "discarded";

/** The API gives a draft up after 20 s by default; silence for much longer means that the connection is dead. */
const draftSilenceMilliseconds = 60_000;
const callMilliseconds = 30_000;
const uploadMilliseconds = 300_000;

export class ApiClient {
  constructor(
    private readonly base = "",
    private readonly send: typeof fetch = session.fetch,
  ) {}

  /** The address of a source, opened at the quoted page; PDF viewers read the fragment. */
  documentAddress(documentId: string, page: number | null): string {
    const address = `${this.base}/api/knowledge/documents/${encodeURIComponent(documentId)}/content`;
    return new URL(page === null ? address : `${address}#page=${page}`, document.baseURI).href;
  }

  /** Streams a draft; ends with a `done` event or throws an ApiError (or the caller's abort). */
  async *draft(message: Message, options: DraftOptions, signal: AbortSignal): AsyncGenerator<DraftEvent> {
    const silence = new AbortController();
    const timer = new Watch(
      () => silence.abort(new DOMException("No answer", "TimeoutError")),
      draftSilenceMilliseconds,
    );
    try {
      const response = await this.fetch("/api/drafts", {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
        body: JSON.stringify({ message, options }),
        signal: AbortSignal.any([signal, silence.signal]),
      });
      if (!response.headers.get("Content-Type")?.startsWith("text/event-stream") || response.body === null) {
        yield { type: "done", draft: requireDraft(await response.json()) };
        return;
      }
      for await (const event of readEvents(response.body)) {
        timer.restart();
        const decoded = decodeEvent(event);
        if (decoded) yield decoded;
        if (decoded?.type === "done") return;
      }
      throw new ApiError({ kind: "interrupted" });
    } catch (error) {
      throw translate(error, signal);
    } finally {
      timer.stop();
    }
  }

  async rate(draftId: string, outcome: RatingOutcome, signal: AbortSignal): Promise<void> {
    await this.call(`/api/drafts/${encodeURIComponent(draftId)}/rating`, json("POST", { outcome }), signal);
  }

  /** The draft changed as told, with its citations checked again. */
  async revise(draftId: string, instruction: string, signal: AbortSignal): Promise<Draft> {
    const path = `/api/drafts/${encodeURIComponent(draftId)}/revisions`;
    const response = await this.call(path, json("POST", { instruction }), signal, draftSilenceMilliseconds);
    return requireDraft(await response.json());
  }

  /** The same reply in other manners, each a draft of its own. */
  async alternatives(draftId: string, signal: AbortSignal): Promise<readonly Alternative[]> {
    const path = `/api/drafts/${encodeURIComponent(draftId)}/alternatives`;
    const response = await this.call(path, json("POST", {}), signal, draftSilenceMilliseconds);
    return decodeAlternatives(await response.json());
  }

  async style(signal: AbortSignal): Promise<Style> {
    return decodeStyle(await (await this.call("/api/style", {}, signal)).json());
  }

  async changeStyle(change: StyleChange, signal: AbortSignal): Promise<Style> {
    return decodeStyle(await (await this.call("/api/style", json("PUT", change), signal)).json());
  }

  async forgetStyle(signal: AbortSignal): Promise<void> {
    await this.call("/api/style", { method: "DELETE" }, signal);
  }

  async forgetHabit(name: string, language: string | null, signal: AbortSignal): Promise<void> {
    const query = language === null ? "" : `?language=${encodeURIComponent(language)}`;
    await this.call(`/api/style/habits/${encodeURIComponent(name)}${query}`, { method: "DELETE" }, signal);
  }

  /** Learns from a reply that the person sent; gives the reason when the mail says nothing about the style. */
  async learnStyle(message: Message, signal: AbortSignal): Promise<string | null> {
    const response = await this.call("/api/style/samples", json("POST", { messages: [message] }), signal);
    const ignored = asObject(await response.json()).ignored;
    return Array.isArray(ignored) && ignored.length > 0 ? asText(asObject(ignored[0]).reason, "unknown") : null;
  }

  /** What was sent to a language model for a draft; nothing where none was asked. */
  async disclosure(draftId: string, signal: AbortSignal): Promise<readonly DisclosedRequest[]> {
    const response = await this.call(`/api/drafts/${encodeURIComponent(draftId)}/disclosure`, {}, signal);
    return decodeDisclosure(await response.json());
  }

  async documents(limit: number, signal: AbortSignal): Promise<readonly KnowledgeDocument[]> {
    const response = await this.call(`/api/knowledge/documents?limit=${limit}`, {}, signal);
    return decodeDocuments(await response.json());
  }

  async upload(file: Blob, name: string, documentId: string | null, signal: AbortSignal): Promise<void> {
    const form = new FormData();
    // The id goes before the file: a server that streams the form knows it when the file arrives.
    if (documentId !== null) form.append("documentId", documentId);
    form.append("file", file, name);
    await this.call("/api/knowledge/documents", { method: "POST", body: form }, signal, uploadMilliseconds);
  }

  async parseMessage(raw: Blob, signal: AbortSignal): Promise<Message> {
    const init = { method: "POST", headers: { "Content-Type": "message/rfc822" }, body: raw };
    const response = await this.call("/api/messages/parse", init, signal);
    return decodeMessage(asObject(await response.json()).message);
  }

  /** Deletes everything (Local mode only) and returns how many things went. */
  async deleteEverything(signal: AbortSignal): Promise<number> {
    const response = await this.call("/api/data", { method: "DELETE" }, signal);
    return countNumbers(await response.json());
  }

  protected async call(
    path: string,
    init: RequestInit,
    signal: AbortSignal,
    milliseconds = callMilliseconds,
  ): Promise<Response> {
    try {
      return await this.fetch(path, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]) });
    } catch (error) {
      throw translate(error, signal);
    }
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    const response = await this.send(this.base + path, init);
    if (response.ok) return response;
    const body: unknown = await response.json().catch(() => ({}));
    throw new ApiError(problem(body, response.status, response.headers.get("Retry-After")));
  }
}

/** Restartable timer: each event of the stream proves that the server lives. */
class Watch {
  private timer: ReturnType<typeof setTimeout>;
  constructor(
    private readonly ring: () => void,
    private readonly milliseconds: number,
  ) {
    this.timer = setTimeout(ring, milliseconds);
  }
  restart(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.ring, this.milliseconds);
  }
  stop(): void {
    clearTimeout(this.timer);
  }
}

export function json(method: string, body: unknown): RequestInit {
  return { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

function translate(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new DOMException("Stopped", "AbortError");
  if (isAbort(error)) return new ApiError({ kind: "interrupted" });
  return new ApiError(failureOf(error));
}

function requireDraft(value: unknown): Draft {
  const draft = decodeDraft(value);
  if (!draft) throw new ApiError({ kind: "unexpected" });
  return draft;
}

function decodeEvent(event: ServerEvent): DraftEvent | null {
  const data = parse(event.data);
  switch (event.name) {
    case "stage":
      return { type: "stage", stage: decodeStage(data) };
    case "classification":
      return { type: "classification", classification: decodeClassification(data) };
    case "citations":
      return { type: "citations", citations: decodeCitations(data) };
    case "sentence":
      return { type: "sentence", sentence: decodeSentence(data) };
    case "done":
      return { type: "done", draft: requireDraft(data) };
    case "error":
      throw new ApiError(problem(data, asNumber(asObject(data).status, 500)));
    default:
      return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiError({ kind: "unexpected" });
  }
}

/** The counts may be nested by kind; their sum is what a person wants to read. */
function countNumbers(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "object" && value !== null
    ? Object.values(value).reduce((sum: number, part: unknown) => sum + countNumbers(part), 0)
    : 0;
}
