/** Uploads documents and follows them until each is ready or has failed. */
import type { ApiClient } from "../api/client";
import type { KnowledgeDocument } from "../api/shapes";

/** The sample knowledge of the invented shop, as the build puts it beside the page. */
export const sampleDocuments = [
  "returns-and-refunds.pdf",
  "shipping-guide.pdf",
  "warranty-terms.docx",
  "invoices-and-payment.md",
  "club-and-gift-cards.md",
  "stores-and-opening-hours.txt",
  "haeufige-fragen.html",
  "livraison-et-retours.md",
  "envios-y-garantia.txt",
] as const;

export interface LoadProgress {
  readonly ready: number;
  readonly total: number;
  readonly failed: readonly KnowledgeDocument[];
  readonly settled: boolean;
}

const pollMilliseconds = 700;
const patienceMilliseconds = 120_000;

/** Fixed ids make loading them twice a replacement instead of a second copy. */
export async function uploadSamples(client: ApiClient, signal: AbortSignal): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of sampleDocuments) {
    const file = await fetch(`/samples/${name}`, { signal });
    const id = `sample-${name.replace(/\W+/g, "-")}`;
    await client.upload(await file.blob(), name, id, signal);
    ids.push(id);
  }
  return ids;
}

export async function uploadFiles(
  client: ApiClient,
  files: readonly File[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const before = new Set((await client.documents(100, signal)).map((document) => document.documentId));
  for (const file of files) await client.upload(file, file.name, null, signal);
  const after = await client.documents(100, signal);
  return after.map((document) => document.documentId).filter((id) => !before.has(id));
}

export async function* follow(
  client: ApiClient,
  ids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<LoadProgress> {
  const end = Date.now() + patienceMilliseconds;
  for (;;) {
    const documents = (await client.documents(100, signal)).filter((document) => ids.includes(document.documentId));
    const ready = documents.filter((document) => document.state === "ready").length;
    const failed = documents.filter((document) => document.state === "failed");
    const settled = ready + failed.length >= ids.length;
    yield { ready, total: ids.length, failed, settled };
    if (settled || Date.now() > end) return;
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    signal.throwIfAborted();
  }
}
