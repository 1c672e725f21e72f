/** The documents that the page has loaded, page by page, kept in step with what changes meanwhile; knows nothing of the page. */
import { type Failure, failureOf, isAbort } from "../api/failure";
import type { DocumentFilter, KnowledgeClient } from "./knowledge-client";
import type { DocumentEntry, DocumentPage } from "./knowledge-shapes";

export const noFilter: DocumentFilter = { state: "", name: "", tag: "" };
const pageSize = 50;
const mostPerRequest = 500;

export class DocumentList {
  filter: DocumentFilter = noFilter;
  documents: readonly DocumentEntry[] = [];
  total = 0;
  cursor: string | null = null;
  loading = false;
  failure: Failure | null = null;
  private current = new AbortController();

  constructor(
    private readonly client: Pick<KnowledgeClient, "page">,
    private readonly changed: () => void,
  ) {}

  /** Starts again under another filter. */
  async choose(filter: DocumentFilter): Promise<void> {
    this.filter = filter;
    this.documents = [];
    this.cursor = null;
    await this.load(pageSize, null);
  }

  /** Reads again what is shown, as many as were loaded. */
  async refresh(): Promise<void> {
    await this.load(Math.min(mostPerRequest, Math.max(pageSize, this.documents.length)), null);
  }

  async more(): Promise<void> {
    if (this.cursor !== null) await this.load(pageSize, this.cursor);
  }

  /** Takes in one document as it is now: in its place, on top when it is new, away when the filter excludes it. */
  apply(document: DocumentEntry): void {
    const known = this.documents.some((entry) => entry.documentId === document.documentId);
    const fits = matches(this.filter, document);
    if (known && fits)
      this.documents = this.documents.map((entry) => (entry.documentId === document.documentId ? document : entry));
    else if (known) this.drop(document.documentId);
    else if (fits) {
      this.documents = [document, ...this.documents];
      this.total++;
    }
    this.changed();
  }

  remove(documentId: string): void {
    this.drop(documentId);
    this.changed();
  }

  private drop(documentId: string): void {
    const left = this.documents.filter((entry) => entry.documentId !== documentId);
    this.total -= this.documents.length - left.length;
    this.documents = left;
  }

  private async load(limit: number, cursor: string | null): Promise<void> {
    this.current.abort();
    const own = new AbortController();
    this.current = own;
    this.loading = true;
    this.changed();
    try {
      this.take(await this.client.page(this.filter, limit, cursor, own.signal), cursor);
      this.failure = null;
    } catch (error) {
      if (isAbort(error)) return; // A newer question took its place.
      this.failure = failureOf(error);
    }
    this.loading = false;
    this.changed();
  }

  private take(page: DocumentPage, cursor: string | null): void {
    const before = cursor === null ? [] : this.documents;
    const known = new Set(before.map((entry) => entry.documentId));
    this.documents = [...before, ...page.documents.filter((entry) => !known.has(entry.documentId))];
    this.cursor = page.cursor;
    this.total = page.total;
  }
}

/** What the server would say of a document, for those that change while they are shown. */
export function matches(filter: DocumentFilter, document: DocumentEntry): boolean {
  if (filter.state === "deleted") return false;
  const working = document.state !== "ready" && document.state !== "failed";
  if (filter.state !== "" && filter.state !== (filter.state === "working" && working ? "working" : document.state))
    return false;
  if (!document.name.toLowerCase().includes(filter.name.trim().toLowerCase())) return false;
  if (filter.tag === "") return true;
  const colon = filter.tag.indexOf(":");
  const key = filter.tag.slice(0, colon).trim().toLowerCase();
  const value = filter.tag.slice(colon + 1).trim();
  return Object.entries(document.tags).some(([name, values]) => name.toLowerCase() === key && values.includes(value));
}
