// Reads one PDF: opens it, walks its pages within the limits, and hands back blocks page by page.
import { AnnotationMode } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type LaidOutPage, studyTypography, toBlocks } from "./blocks";
import { type FontFacts, factsOf } from "./font-facts";
import { fieldBlocks } from "./form-fields";
import { toMatrix } from "./matrix";
import { type Layers, type Page, type Pdf, withPdf } from "./open-document";
import { collectGlyphs, type Glyph } from "./page-glyphs";
import { type Block, ReadFailure, type ReadLimits } from "./protocol";
import { toRows } from "./reading-order";
import { withoutEncryption, withoutIndex } from "./repair";
import { toSegments } from "./segments";

export interface ReadPage {
  readonly number: number;
  readonly blocks: readonly Block[];
  readonly hidden: boolean;
}

export interface ReadResult {
  readonly pages: readonly ReadPage[];
  readonly title: string | null;
}

export async function readDocument(bytes: Buffer, limits: ReadLimits): Promise<ReadResult> {
  const start = performance.now();
  const deadline = start + limits.maxMilliseconds;
  const first = await attempt(bytes, limits, deadline);
  const doubtful =
    first instanceof ReadFailure ||
    first.failed > 0 ||
    (length(first) === 0 && bytes.length <= largestSecondLook && performance.now() - start < longestFirstLook);
  const better = doubtful ? await retry(first, bytes, limits, deadline) : null;
  const result = better ?? first;
  if (result instanceof ReadFailure) throw result;
  if (result.pages.every((page) => page.blocks.length === 0))
    throw new ReadFailure("no-text", `${result.failed} of ${result.pages.length} pages failed`);
  return result;
}

/** A broken index may also show as pages without a word; scans are larger than this and need no second look. */
const largestSecondLook = 2_000_000;
const longestFirstLook = 1_000;

interface Attempt extends ReadResult {
  /** Pages that could not be read. */
  readonly failed: number;
}

async function attempt(bytes: Buffer, limits: ReadLimits, deadline: number): Promise<Attempt | ReadFailure> {
  try {
    return await withPdf(new Uint8Array(bytes), async (pdf) => {
      if (pdf.numPages > limits.maxPages) throw tooComplex(`it has ${pdf.numPages} pages`);
      return await readPages(pdf, limits, deadline);
    });
  } catch (error) {
    return error instanceof ReadFailure
      ? error
      : new ReadFailure("damaged", error instanceof Error ? error.name : "unknown");
  }
}

/** A second look at a document that did not open or lost pages, with the part of it hidden that stands in the way. */
async function retry(
  first: Attempt | ReadFailure,
  bytes: Buffer,
  limits: ReadLimits,
  deadline: number,
): Promise<Attempt | null> {
  const code = first instanceof ReadFailure ? first.code : "damaged";
  const repaired = code === "protected" ? withoutEncryption(bytes) : code === "damaged" ? withoutIndex(bytes) : null;
  const second = repaired === null ? null : await attempt(repaired, limits, deadline);
  if (second === null || second instanceof ReadFailure) return null;
  return first instanceof ReadFailure || length(second) > length(first) ? second : null;
}

const length = (result: ReadResult) =>
  result.pages.reduce((sum, page) => sum + page.blocks.reduce((count, block) => count + block.text.length, 0), 0);

const tooComplex = (fact: string) => new ReadFailure("too-complex", fact);

async function readPages(pdf: Pdf, limits: ReadLimits, deadline: number): Promise<Attempt> {
  const laidOut: LaidOutPage[] = [];
  const layers = await pdf.getOptionalContentConfig().catch(() => null);
  const fonts = new Map<string, FontFacts>();
  let characters = 0;
  let failed = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    if (performance.now() > deadline) throw tooComplex(`its time was over at page ${number} of ${pdf.numPages}`);
    const page = await layOut(pdf, number, layers, fonts).catch(() => null);
    if (page === null) failed++;
    laidOut.push(page ?? { number, height: 0, rows: [], hidden: false, extra: [] });
    characters +=
      page?.rows.reduce((sum, row) => sum + row.cells.reduce((count, cell) => count + cell.text.length, 0), 0) ?? 0;
    if (characters > limits.maxCharacters) throw tooComplex(`it has more than ${limits.maxCharacters} characters`);
    // Fonts are kept for the whole document otherwise.
    if (number % 50 === 0) await pdf.cleanup();
  }
  const typography = studyTypography(laidOut);
  const pages = laidOut.map((page) => ({
    number: page.number,
    blocks: toBlocks(page, typography),
    hidden: page.hidden,
  }));
  return { pages, title: await titleOf(pdf), failed };
}

async function layOut(
  pdf: Pdf,
  number: number,
  layers: Layers | null,
  fonts: Map<string, FontFacts>,
): Promise<LaidOutPage> {
  const page = await pdf.getPage(number);
  try {
    const viewport = page.getViewport({ scale: 1 });
    const { glyphs, hidden } = await glyphsOf(
      page,
      layers,
      fonts,
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
  fonts: Map<string, FontFacts>,
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
    font: (id) => fontOf(page, id, fonts),
    layerVisible: (properties) => {
      try {
        return layers?.isVisible(properties as never) ?? true;
      } catch {
        return true;
      }
    },
  });
}

function fontOf(page: Page, id: string, fonts: Map<string, FontFacts>): FontFacts | null {
  const known = fonts.get(id);
  if (known || !page.commonObjs.has(id)) return known ?? null;
  const facts = factsOf(page.commonObjs.get(id));
  fonts.set(id, facts);
  return facts;
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
