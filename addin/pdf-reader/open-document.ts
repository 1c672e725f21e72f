// Opens PDF bytes with pdf.js, set up so that nothing is evaluated, fetched or drawn.
import { fileURLToPath } from "node:url";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import * as worker from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { ReadFailure } from "./protocol";
import { noDocument } from "./stand-ins";

// Both halves of pdf.js run in this one thread; the process itself is the fence.
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;

const besides = (folder: string) => fileURLToPath(new URL(`./${folder}/`, import.meta.url));

export type Pdf = Awaited<ReturnType<typeof getDocument>["promise"]>;
export type Page = Awaited<ReturnType<Pdf["getPage"]>>;
export type Layers = Awaited<ReturnType<Pdf["getOptionalContentConfig"]>>;

/** Opens the bytes, which pdf.js keeps for itself, hands the document to `use` and closes it. */
export async function withPdf<T>(data: Uint8Array, use: (pdf: Pdf) => Promise<T>): Promise<T> {
  const task = getDocument({
    data,
    cMapUrl: besides("cmaps"),
    standardFontDataUrl: besides("standard_fonts"),
    ownerDocument: noDocument,
    disableFontFace: false,
    // Names of glyphs and maps to Unicode.
    fontExtraProperties: true,
    useSystemFonts: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    // Pictures are dropped before they are decoded.
    maxImageSize: 0,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    return await use(await opened(task));
  } finally {
    await task.destroy();
  }
}

async function opened(task: ReturnType<typeof getDocument>): Promise<Pdf> {
  try {
    return await task.promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    throw new ReadFailure(name === "PasswordException" ? "protected" : "damaged", name);
  }
}
