// Reads one PDF from disk: opens it, walks its pages within the limits, and hands back blocks page by page.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { AnnotationMode, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import * as worker from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { type LaidOutPage, studyTypography, toBlocks } from "./blocks";
import { fieldBlocks } from "./form-fields";
import { toMatrix } from "./matrix";
import { collectGlyphs, type Font, type Glyph } from "./page-glyphs";
import { type Block, ReadFailure, type ReadLimits } from "./protocol";
import { toRows } from "./reading-order";
import { toSegments } from "./segments";
import { noDocument } from "./stand-ins";

export interface ReadPage {
  readonly number: number;
  readonly blocks: readonly Block[];
  readonly hidden: boolean;
}

export interface ReadResult {
  readonly pages: readonly ReadPage[];
  readonly title: string | null;
}

// Both halves of pdf.js run in this one thread; the process itself is the fence.
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;

const besides = (folder: string) => fileURLToPath(new URL(`./${folder}/`, import.meta.url));

type Pdf = Awaited<ReturnType<typeof getDocument>["promise"]>;
type Page = Awaited<ReturnType<Pdf["getPage"]>>;
type Layers = Awaited<ReturnType<Pdf["getOptionalContentConfig"]>>;

export async function readDocument(path: string, limits: ReadLimits): Promise<ReadResult> {
  const deadline = performance.now() + limits.maxMilliseconds;
  const task = getDocument({
    data: new Uint8Array(await readFile(path)),
    cMapUrl: besides("cmaps"),
    standardFontDataUrl: besides("standard_fonts"),
    ownerDocument: noDocument,
    disableFontFace: false,
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
    const pdf = await open(task);
    if (pdf.numPages > limits.maxPages) throw tooComplex(`it has ${pdf.numPages} pages`);
    return await readPages(pdf, limits, deadline);
  } finally {
    await task.destroy();
  }
}

const tooComplex = (fact: string) => new ReadFailure("too-complex", fact);

async function open(task: ReturnType<typeof getDocument>): Promise<Pdf> {
  try {
    return await task.promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    throw new ReadFailure(name === "PasswordException" ? "protected" : "damaged", name);
  }
}

async function readPages(pdf: Pdf, limits: ReadLimits, deadline: number): Promise<ReadResult> {
  const laidOut: LaidOutPage[] = [];
  const layers = await pdf.getOptionalContentConfig().catch(() => null);
  let characters = 0;
  let failed = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    if (performance.now() > deadline) throw tooComplex(`its time was over at page ${number} of ${pdf.numPages}`);
    const page = await layOut(pdf, number, layers).catch(() => null);
    if (page === null) failed++;
    laidOut.push(page ?? { number, height: 0, rows: [], hidden: false, extra: [] });
    characters +=
      page?.rows.reduce((sum, row) => sum + row.cells.reduce((count, cell) => count + cell.text.length, 0), 0) ?? 0;
    if (characters > limits.maxCharacters) throw tooComplex(`it has more than ${limits.maxCharacters} characters`);
  }
  const typography = studyTypography(laidOut);
  const pages = laidOut.map((page) => ({
    number: page.number,
    blocks: toBlocks(page, typography),
    hidden: page.hidden,
  }));
  if (pages.every((page) => page.blocks.length === 0))
    throw new ReadFailure(failed === pages.length ? "damaged" : "no-text", `${failed} of ${pages.length} pages failed`);
  return { pages, title: await titleOf(pdf) };
}

async function layOut(pdf: Pdf, number: number, layers: Layers | null): Promise<LaidOutPage> {
  const page = await pdf.getPage(number);
  try {
    const viewport = page.getViewport({ scale: 1 });
    const { glyphs, hidden } = await glyphsOf(
      page,
      layers,
      viewport.width,
      viewport.height,
      toMatrix(viewport.transform),
    );
    const [upright, ...turned] = byAngle(glyphs, viewport.width, viewport.height).map((group) =>
      toRows(toSegments(group)),
    );
    const rows = upright ?? [];
    const sideways: Block[] = turned
      .flat()
      .map((row) => ({ kind: "paragraph", level: 0, text: row.cells.map((cell) => cell.text).join(" ") }));
    const said = [...rows, ...turned.flat()].map((row) => row.cells.map((cell) => cell.text).join(" ")).join(" ");
    return { number, height: viewport.height, rows, hidden, extra: [...sideways, ...(await fieldBlocks(page, said))] };
  } finally {
    page.cleanup();
  }
}

async function glyphsOf(
  page: Page,
  layers: Layers | null,
  width: number,
  height: number,
  transform: ReturnType<typeof toMatrix>,
) {
  const list = await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE });
  return collectGlyphs({
    functions: list.fnArray,
    arguments: list.argsArray,
    transform,
    width,
    height,
    font: (id) => (page.commonObjs.has(id) ? (page.commonObjs.get(id) as Font) : null),
    layerVisible: (properties) => {
      try {
        return layers?.isVisible(properties as never) ?? true;
      } catch {
        return true;
      }
    },
  });
}

/** The glyphs by their direction, turned upright; the direction of most of them comes first. */
function byAngle(glyphs: readonly Glyph[], width: number, height: number): Glyph[][] {
  const groups: Glyph[][] = [[], [], [], []];
  for (const glyph of glyphs) groups[glyph.angle]?.push(turn(glyph, width, height));
  return groups.filter((group) => group.length > 0).sort((one, other) => other.length - one.length);
}

function turn(glyph: Glyph, width: number, height: number): Glyph {
  const { x, y } = glyph;
  if (glyph.angle === 1) return { ...glyph, x: y, y: width - x };
  if (glyph.angle === 2) return { ...glyph, x: width - x, y: height - y };
  if (glyph.angle === 3) return { ...glyph, x: height - y, y: x };
  return glyph;
}

async function titleOf(pdf: Pdf): Promise<string | null> {
  const metadata = await pdf.getMetadata().catch(() => null);
  const title = (metadata?.info as { Title?: unknown } | undefined)?.Title;
  return typeof title === "string" && title.trim() !== "" ? title.trim() : null;
}
