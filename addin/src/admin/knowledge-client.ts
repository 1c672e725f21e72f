/** What the knowledge page asks of the API, beside what the pane asks. */
import { ApiClient, json } from "../api/client";
import { asObject, asText } from "../api/decode";
import {
  type DocumentPage,
  decodeFindings,
  decodeGaps,
  decodePage,
  decodePassages,
  decodeSummary,
  type FoundPassage,
  type GapPage,
  type KnowledgeSummary,
  type MailFindings,
  type Tags,
} from "./knowledge-shapes";

export interface DocumentFilter {
  /** A state, `working`, `deleted`, or empty for all that are not deleted. */
  readonly state: string;
  readonly name: string;
  readonly tag: string;
}

const passagesShown = 10;

export class KnowledgeClient extends ApiClient {
  async page(filter: DocumentFilter, limit: number, cursor: string | null, signal: AbortSignal): Promise<DocumentPage> {
    const query = new URLSearchParams({ limit: String(limit) });
    for (const [name, value] of Object.entries({ ...filter, cursor }))
      if (value !== null && value !== "") query.set(name, value);
    return decodePage(await this.read(`/api/knowledge/documents?${query}`, signal));
  }

  async summary(signal: AbortSignal): Promise<KnowledgeSummary> {
    return decodeSummary(await this.read("/api/knowledge/summary", signal));
  }

  async delete(documentId: string, signal: AbortSignal): Promise<void> {
    await this.call(path(documentId), { method: "DELETE" }, signal);
  }

  async restore(documentId: string, signal: AbortSignal): Promise<void> {
    await this.call(`${path(documentId)}/restore`, { method: "POST" }, signal);
  }

  async retry(documentId: string, signal: AbortSignal): Promise<void> {
    await this.call(`${path(documentId)}/retry`, { method: "POST" }, signal);
  }

  async cancel(documentId: string, signal: AbortSignal): Promise<void> {
    await this.call(`${path(documentId)}/cancel`, { method: "POST" }, signal);
  }

  async tag(documentId: string, tags: Tags, signal: AbortSignal): Promise<void> {
    await this.call(`${path(documentId)}/tags`, json("PUT", { tags }), signal);
  }

  async search(words: string, signal: AbortSignal): Promise<readonly FoundPassage[]> {
    const query = new URLSearchParams({ q: words, limit: String(passagesShown), highlight: "true" });
    return decodePassages(asObject(await this.read(`/api/knowledge/search?${query}`, signal)).results);
  }

  async findings(subject: string, text: string, signal: AbortSignal): Promise<MailFindings> {
    const message = { subject, body: { contentType: "text", content: text } };
    const response = await this.call("/api/knowledge/preview", json("POST", { message }), signal);
    return decodeFindings(await response.json());
  }

  async gaps(cursor: string | null, signal: AbortSignal): Promise<GapPage> {
    const address =
      cursor === null ? "/api/knowledge/gaps" : `/api/knowledge/gaps?cursor=${encodeURIComponent(cursor)}`;
    return decodeGaps(await this.read(address, signal));
  }

  /** Gives the name of the document that the answer became. */
  async answerGap(
    id: number,
    entry: { question: string; answer: string; source: string },
    signal: AbortSignal,
  ): Promise<string> {
    const response = await this.call(`/api/knowledge/gaps/${id}/answer`, json("POST", entry), signal);
    return asText(asObject(await response.json()).name);
  }

  async dismissGap(id: number, signal: AbortSignal): Promise<void> {
    await this.call(`/api/knowledge/gaps/${id}`, { method: "DELETE" }, signal);
  }

  private async read(address: string, signal: AbortSignal): Promise<unknown> {
    return await (await this.call(address, {}, signal)).json();
  }
}

function path(documentId: string): string {
  return `/api/knowledge/documents/${encodeURIComponent(documentId)}`;
}
