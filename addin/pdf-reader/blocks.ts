// Turns rows into what they are to a reader: paragraphs, headings, list items, table rows.
import type { Block } from "./protocol";
import { median, type Row } from "./reading-order";
import { findTables } from "./tables";
import { Vocabulary } from "./words";

export interface LaidOutPage {
  readonly number: number;
  readonly height: number;
  readonly rows: readonly Row[];
  readonly hidden: boolean;
  /** Lines that belong at the end of the page: values of form fields, text that stands on its side. */
  readonly extra: readonly Block[];
}

/** What can be said of typography only with the whole document in view. */
export interface Typography {
  readonly bodySize: number;
  /** Sizes of headings, largest first. */
  readonly headingSizes: readonly number[];
  /** Texts that stand at the edge of page after page, digits folded. */
  readonly running: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
}

const bullet = /^[•●◦○▪■□▸►‣⁃➢➤✓✔\uf0b7\uf0a7\uf0d8\uf076\uf02d]\s*/u;
const dash = /^[-–—*·∙]\s+(?=\S)/u;
const numbered = /^\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]\s+(?=\S)/u;
const sectionNumber = /^(?:\d{1,2}\.)*\d{1,2}\.?\s+\p{Lu}/u;

export function studyTypography(pages: readonly LaidOutPage[]): Typography {
  const weight = new Map<number, number>();
  for (const page of pages)
    for (const row of page.rows)
      for (const cell of row.cells) weight.set(half(cell.size), (weight.get(half(cell.size)) ?? 0) + cell.count);
  const bodySize = [...weight].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [10, 0] as [
    number,
    number,
  ])[0];
  const headingSizes = [...weight.keys()].filter((size) => size >= 1.12 * bodySize).sort((one, other) => other - one);
  const vocabulary = new Vocabulary();
  for (const page of pages) for (const row of page.rows) for (const cell of row.cells) vocabulary.learn(cell.text);
  return { bodySize, headingSizes, running: runningLines(pages), vocabulary };
}

const half = (size: number) => Math.round(size * 2) / 2;

function runningLines(pages: readonly LaidOutPage[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const text of new Set(page.rows.filter((row) => atEdge(row, page)).map(fold)))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count >= 3 || (count === 2 && pages.length === 2)).map(([text]) => text),
  );
}

const atEdge = (row: Row, page: LaidOutPage) => row.baseline < 0.1 * page.height || row.baseline > 0.9 * page.height;
const fold = (row: Row) => textOf(row).replace(/\d+/g, "0").toLowerCase();

export function toBlocks(page: LaidOutPage, typography: Typography): Block[] {
  const blocks: Block[] = [];
  const rows = page.rows.filter((row) => !isRunning(row, page, typography));
  const tables = new Map(findTables(rows, isMarker).map((table) => [table.from, table]));
  const leading = usualLeading(rows);
  let open: { kind: Block["kind"]; level: number; rows: Row[] } | null = null;
  const close = () => {
    if (open)
      blocks.push({
        kind: open.kind,
        level: open.level,
        text: withoutBullet(typography.vocabulary.join(open.rows.map(textOf))),
      });
    open = null;
  };
  for (let index = 0; index < rows.length; index++) {
    const table = tables.get(index);
    if (table) {
      close();
      for (const cells of table.rows)
        blocks.push({ kind: "tableRow", level: 0, text: cells.filter((cell) => cell !== "").join(" | ") });
      index = table.to - 1;
      continue;
    }
    const row = rows[index] as Row;
    const level = headingLevel(row, typography);
    const item = level === 0 && startsItem(row, rows, index);
    const kind: Block["kind"] = level > 0 ? "heading" : item ? "listItem" : "paragraph";
    const previous = open?.rows.at(-1);
    if (open && previous && !item && open.level === level && goesOn(open, previous, row, leading)) {
      open.rows.push(row);
      continue;
    }
    close();
    open = { kind, level, rows: [row] };
  }
  close();
  const found = markPlainHeadings(demoteLongHeadings(blocks), typography);
  const [head, foot] = runningBlocks(page, typography);
  return [...head, ...found, ...page.extra, ...foot].filter((block) => block.text !== "");
}

const isRunning = (row: Row, page: LaidOutPage, typography: Typography) =>
  atEdge(row, page) && typography.running.has(fold(row));

/** What stands at the head and at the foot of every page, apart from the text that runs between them. */
function runningBlocks(page: LaidOutPage, typography: Typography): [Block[], Block[]] {
  const running = page.rows.filter((row) => isRunning(row, page, typography));
  const block = (row: Row): Block => ({ kind: "paragraph", level: 0, text: textOf(row) });
  const isHead = (row: Row) => row.baseline < 0.5 * page.height;
  return [running.filter(isHead).map(block), running.filter((row) => !isHead(row)).map(block)];
}

export const textOf = (row: Row) => row.cells.map((cell) => cell.text).join(" ");

function headingLevel(row: Row, { bodySize, headingSizes }: Typography): number {
  const text = textOf(row);
  const size = Math.max(...row.cells.map((cell) => cell.size));
  const bold = row.cells.every((cell) => cell.bold);
  if (!/\p{L}{2}/u.test(text) || text.length > 160) return 0;
  const rank = headingSizes.findIndex((candidate) => half(size) >= candidate);
  if (size >= 1.18 * bodySize || (size >= 1.06 * bodySize && bold))
    return Math.min(6, (rank < 0 ? headingSizes.length : rank) + 1);
  const ends = /[.,;:!?]$/.test(text);
  if (
    bold &&
    size >= 0.95 * bodySize &&
    text.length <= 100 &&
    row.cells.length === 1 &&
    (!ends || sectionNumber.test(text))
  )
    return Math.min(6, headingSizes.length + 1);
  return 0;
}

function startsItem(row: Row, rows: readonly Row[], index: number): boolean {
  const text = textOf(row);
  if (bullet.test(text)) return true;
  if (!numbered.test(text) && !dash.test(text)) return false;
  // One number alone may be a sentence that happens to begin with it; a neighbour that looks the same makes it a list.
  const like = numbered.test(text) ? numbered : dash;
  return rows.slice(Math.max(0, index - 6), index + 7).some((other) => other !== row && like.test(textOf(other)));
}

function goesOn(open: { kind: Block["kind"]; rows: Row[] }, previous: Row, row: Row, leading: number): boolean {
  const size = previous.cells[0]?.size ?? 0;
  const next = row.cells[0]?.size ?? 0;
  if (Math.abs(size - next) > 0.12 * Math.max(size, next)) return false;
  const gap = row.baseline - previous.baseline;
  // A small letter after an open line is the same sentence, however far apart the lines are set.
  const sameSentence = /^\p{Ll}/u.test(textOf(row)) && !/[.!?:;]["”’)\]]?$/u.test(textOf(previous));
  const below = gap > 0 && gap < 2.3 * size && Math.abs(row.left - previous.left) < 3 * size;
  if (sameSentence && below && open.kind !== "heading") return true;
  if (row.column !== previous.column) return open.kind === "paragraph" && runsOn(previous, row);
  const usual = leading > 0 && leading < 2.2 * size ? leading : 1.3 * size;
  if (gap > Math.max(1.45 * usual, 1.3 * size) || gap < 0) return false;
  if (open.kind === "heading") return open.rows.length < 3 && textOf(previous).length > 0.5 * textOf(row).length;
  const boldChanged = previous.cells.every((cell) => cell.bold) !== row.cells.every((cell) => cell.bold);
  if (boldChanged && row.cells.every((cell) => cell.bold)) return false;
  const width = row.columnRight - row.columnLeft;
  const endsShort = previous.right < row.columnRight - 0.28 * width;
  const endsSentence = /[.!?:;。！？]["”’)\]]?$/u.test(textOf(previous));
  if (open.kind === "listItem") return row.left > (open.rows[0]?.left ?? 0) + 0.3 * size || !endsShort;
  const indent = row.left - previous.left;
  if (indent > 0.9 * size && indent < 5 * size && open.rows.length > 1 && endsSentence) return false;
  return !(endsShort && (endsSentence || /^[\p{Lu}\p{N}]/u.test(textOf(row))));
}

/** Text that goes from the foot of one column to the head of the next. */
function runsOn(previous: Row, row: Row): boolean {
  return row.baseline < previous.baseline && /[\p{Ll},-]$/u.test(textOf(previous)) && /^\p{Ll}/u.test(textOf(row));
}

function usualLeading(rows: readonly Row[]): number {
  const gaps: number[] = [];
  for (let index = 1; index < rows.length; index++) {
    const row = rows[index] as Row;
    const previous = rows[index - 1] as Row;
    if (row.column === previous.column && row.baseline > previous.baseline) gaps.push(row.baseline - previous.baseline);
  }
  return median(gaps);
}

const isMarker = (row: Row) =>
  row.cells.length === 2 && (bullet.test(row.cells[0]?.text ?? "") || numbered.test(`${row.cells[0]?.text} x`));

const withoutBullet = (text: string) => text.replace(bullet, "").trim();

/** Many writers mark a heading by nothing but its own short line over a paragraph ("What if I cancel?"). */
function markPlainHeadings(blocks: Block[], { headingSizes }: Typography): Block[] {
  const level = Math.min(6, headingSizes.length + 2);
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    const introduces =
      next &&
      (next.kind === "paragraph" || next.kind === "listItem") &&
      next.text.length >= 90 &&
      /^["“‘(]?[\p{Lu}\p{N}\p{Lo}]/u.test(next.text);
    const isTitle =
      /^\p{Lu}.*[\p{L}\p{N})?]$/u.test(block.text) && block.text.length <= 70 && /\p{Ll}/u.test(block.text);
    return block.kind === "paragraph" && introduces && isTitle && !/[.;,]\s/.test(block.text)
      ? { ...block, kind: "heading", level }
      : block;
  });
}

// A heading of five lines is a quotation, a title page or a page in large print.
function demoteLongHeadings(blocks: Block[]): Block[] {
  const headings = blocks.filter((block) => block.kind === "heading");
  const all = headings.length > 6 && headings.length > 0.7 * blocks.length;
  return blocks.map((block) =>
    block.kind === "heading" && (all || block.text.length > 200) ? { ...block, kind: "paragraph", level: 0 } : block,
  );
}
