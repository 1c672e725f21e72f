/** What the knowledge page hears from the API, read as leniently as the pane reads drafts. */
import { asList, asNumber, asObject, asText, decodeDocuments } from "../api/decode";
import type { KnowledgeDocument } from "../api/shapes";

export type Tags = Readonly<Record<string, readonly string[]>>;

export interface DocumentEntry extends KnowledgeDocument {
  readonly failureCode: string;
  readonly passages: number;
  readonly pages: number | null;
  readonly size: number;
  readonly tags: Tags;
  readonly uploadedAt: string;
  readonly hiddenText: boolean;
  /** A version of it answers searches, perhaps the one before. */
  readonly answering: boolean;
}

export interface DocumentPage {
  readonly documents: readonly DocumentEntry[];
  readonly cursor: string | null;
  readonly total: number;
}

export interface KnowledgeSummary {
  readonly documents: number;
  readonly working: number;
  readonly failed: number;
  readonly deleted: number;
  readonly bytes: number;
  readonly passages: number;
  readonly gaps: number;
  readonly undoMinutes: number;
}

export interface Highlight {
  readonly start: number;
  readonly length: number;
}

export interface FoundPassage {
  readonly documentId: string;
  readonly documentName: string;
  readonly page: number | null;
  readonly heading: string;
  readonly text: string;
  readonly relevance: number;
  readonly highlights: readonly Highlight[];
}

export interface QuestionFindings {
  readonly text: string;
  readonly answered: boolean;
  readonly results: readonly FoundPassage[];
}

export interface MailFindings {
  readonly automatic: boolean;
  readonly questions: readonly QuestionFindings[];
}

export interface Gap {
  readonly id: number;
  readonly question: string;
  readonly wordings: readonly string[];
  readonly language: string;
  readonly count: number;
  readonly lastAskedAt: string;
}

export interface GapPage {
  readonly gaps: readonly Gap[];
  readonly cursor: string | null;
  readonly total: number;
}

export function decodeDocument(value: unknown): DocumentEntry {
  const json = asObject(value);
  const [known] = decodeDocuments([value]);
  return {
    ...(known ?? { documentId: "", name: "", state: "queued", progress: 0, failure: "" }),
    failureCode: asText(asObject(json.failure).code),
    passages: asNumber(json.passages),
    pages: typeof json.pages === "number" ? json.pages : null,
    size: asNumber(json.size),
    tags: Object.fromEntries(
      Object.entries(asObject(json.tags)).map(([key, values]) => [key, asList(values).map((text) => asText(text))]),
    ),
    uploadedAt: asText(json.uploadedAt),
    hiddenText: json.hiddenText === true,
    answering: json.answering === true,
  };
}

export function decodePage(value: unknown): DocumentPage {
  const json = asObject(value);
  return {
    documents: asList(json.documents).map(decodeDocument),
    cursor: cursorOf(json.cursor),
    total: asNumber(json.total),
  };
}

export function decodeSummary(value: unknown): KnowledgeSummary {
  const json = asObject(value);
  return {
    documents: asNumber(json.documents),
    working: asNumber(json.working),
    failed: asNumber(json.failed),
    deleted: asNumber(json.deleted),
    bytes: asNumber(json.bytes),
    passages: asNumber(json.passages),
    gaps: asNumber(json.gaps),
    undoMinutes: asNumber(json.undoMinutes),
  };
}

export function decodePassages(value: unknown): readonly FoundPassage[] {
  return asList(value).map((item) => {
    const json = asObject(item);
    return {
      documentId: asText(json.documentId),
      documentName: asText(json.documentName),
      page: typeof json.page === "number" ? json.page : null,
      heading: asText(json.heading),
      text: asText(json.text),
      relevance: asNumber(json.relevance),
      highlights: asList(json.highlights).map((span) => ({
        start: asNumber(asObject(span).start),
        length: asNumber(asObject(span).length),
      })),
    };
  });
}

export function decodeFindings(value: unknown): MailFindings {
  const json = asObject(value);
  return {
    automatic: json.automatic === true,
    questions: asList(json.questions).map((item) => ({
      text: asText(asObject(item).text),
      answered: asObject(item).answered === true,
      results: decodePassages(asObject(item).results),
    })),
  };
}

export function decodeGaps(value: unknown): GapPage {
  const json = asObject(value);
  const gaps = asList(json.gaps).map((item) => {
    const gap = asObject(item);
    return {
      id: asNumber(gap.id),
      question: asText(gap.question),
      wordings: asList(gap.wordings).map((text) => asText(text)),
      language: asText(gap.language),
      count: asNumber(gap.count, 1),
      lastAskedAt: asText(gap.lastAskedAt),
    };
  });
  return { gaps, cursor: cursorOf(json.cursor), total: asNumber(json.total) };
}

function cursorOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
