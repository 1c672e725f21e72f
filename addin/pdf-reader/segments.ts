// Joins characters into segments: pieces of a line with no gap wide enough to be a column or a table cell.
import type { Glyph } from "./page-glyphs";

export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  /** Characters that are not white space. */
  readonly count: number;
}

interface Run {
  glyphs: Glyph[];
  left: number;
  right: number;
  baseline: number;
  size: number;
  leftwards: boolean;
  /** Its number in the order in which the page was drawn. */
  order: number;
}

/** A gap of this share of the font size ends a word; pdf.js and poppler use about a tenth. */
const wordGap = 0.12;
/** A gap of this share of the font size ends a segment. */
const cellGap = 1.15;
/** Pieces that were not drawn one after the other may belong to neighbouring columns, which can stand closer than words. */
const strangerGap = 0.6;

export function toSegments(glyphs: readonly Glyph[]): Segment[] {
  const runs = toRuns(withoutDoubles(glyphs));
  const byBaseline = runs.sort((one, other) => one.baseline - other.baseline || one.left - other.left);
  const segments: Segment[] = [];
  for (let start = 0; start < byBaseline.length; ) {
    const first = byBaseline[start] as Run;
    let end = start + 1;
    let baseline = first.baseline;
    let size = first.size;
    for (; end < byBaseline.length; end++) {
      const next = byBaseline[end] as Run;
      if (next.baseline - baseline > 0.22 * Math.min(size, next.size) + 0.3) break;
      baseline = next.baseline;
      size = Math.max(size, next.size);
    }
    segments.push(...joinRuns(byBaseline.slice(start, end)));
    start = end;
  }
  return segments;
}

/** Some writers draw a character twice, a hair apart, to make it bold or to give it a shadow. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    if (glyph.text.trim() === "") return true;
    const cell = `${glyph.text}|${Math.round(glyph.x / 4)}|${Math.round(glyph.y / 4)}`;
    const others = seen.get(cell);
    if (others?.some((other) => isDouble(glyph, other))) return false;
    if (others) others.push(glyph);
    else seen.set(cell, [glyph]);
    return true;
  });
}

const isDouble = (one: Glyph, other: Glyph) =>
  Math.abs(one.x - other.x) < 0.15 * one.size &&
  Math.abs(one.y - other.y) < 0.15 * one.size &&
  Math.abs(one.size - other.size) < 0.1 * one.size;

function toRuns(glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (const glyph of glyphs) {
    const left = Math.min(glyph.x, glyph.x + glyph.width);
    const right = Math.max(glyph.x, glyph.x + glyph.width);
    if (run && continues(run, glyph, left, right)) {
      run.glyphs.push(glyph);
      run.left = Math.min(run.left, left);
      run.right = Math.max(run.right, right);
      run.size = Math.max(run.size, glyph.size);
      continue;
    }
    run = {
      glyphs: [glyph],
      left,
      right,
      baseline: glyph.y,
      size: glyph.size,
      leftwards: isRightToLeft(glyph.text),
      order: runs.length,
    };
    runs.push(run);
  }
  return runs.filter((candidate) => candidate.glyphs.some((glyph) => glyph.text.trim() !== ""));
}

function continues(run: Run, glyph: Glyph, left: number, right: number): boolean {
  const size = Math.max(run.size, glyph.size);
  // Raised and lowered figures stay with the word they belong to.
  if (Math.abs(glyph.y - run.baseline) > (glyph.size < 0.8 * run.size ? 0.55 : 0.2) * size) return false;
  if (glyph.size > 1.5 * run.size) return false;
  const rightwards = left - run.right;
  if (rightwards > -0.6 * size && rightwards < cellGap * size) return true;
  const leftwards = run.left - right;
  return (run.leftwards || isRightToLeft(glyph.text)) && leftwards > -0.6 * size && leftwards < cellGap * size;
}

function joinRuns(runs: Run[]): Segment[] {
  const ordered = [...runs].sort((one, other) => one.left - other.left);
  const segments: Segment[] = [];
  let group: Run[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of ordered) {
    const last = group.at(-1);
    const widest = last && Math.abs(run.order - last.order) <= 2 ? cellGap : strangerGap;
    if (last && run.left - right > widest * Math.max(run.size, last.size)) {
      segments.push(...toSegment(group));
      group = [];
    }
    group.push(run);
    right = group.length === 1 ? run.right : Math.max(right, run.right);
  }
  segments.push(...toSegment(group));
  return segments;
}

function toSegment(runs: Run[]): Segment[] {
  const glyphs = runs.flatMap((run) => run.glyphs);
  const rightToLeft = countWhere(glyphs, isRightToLeft) > countWhere(glyphs, isLeftToRight);
  const text = clean(
    rightToLeft ? readRightToLeft(glyphs) : runs.map((run, index) => readRun(run, runs[index - 1])).join(""),
  );
  if (text === "") return [];
  const solid = glyphs.filter((glyph) => glyph.text.trim() !== "");
  const sizes = new Map<number, number>();
  for (const glyph of solid)
    sizes.set(Math.round(glyph.size * 10) / 10, (sizes.get(Math.round(glyph.size * 10) / 10) ?? 0) + 1);
  const size = [...sizes].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
  const bold = countWhere(solid, (_, glyph) => glyph.bold) > 0.8 * solid.length;
  const main = solid.filter((glyph) => Math.abs(glyph.size - size) < 0.15 * size + 0.1);
  const baselines = main.map((glyph) => glyph.y).sort((one, other) => one - other);
  return [
    {
      text,
      left: Math.min(...runs.map((run) => run.left)),
      right: Math.max(...runs.map((run) => run.right)),
      baseline: baselines[baselines.length >> 1] ?? runs[0]?.baseline ?? 0,
      size,
      bold,
      count: text.replace(/\s/g, "").length,
    },
  ];
}

function readRun(run: Run, previous: Run | undefined): string {
  let text = previous && run.left - previous.right > wordGap * Math.min(run.size, previous.size) ? " " : "";
  let before: Glyph | null = null;
  for (const glyph of run.glyphs) {
    if (before && glyph.x - (before.x + before.width + before.spacing) > wordGap * Math.min(before.size, glyph.size))
      text += " ";
    text += glyph.text;
    before = glyph;
  }
  return text;
}

/** Characters from right to left, with numbers and foreign words turned back. */
function readRightToLeft(glyphs: readonly Glyph[]): string {
  const ordered = [...glyphs].sort((one, other) => middle(other) - middle(one));
  let text = "";
  let turned = "";
  let before: Glyph | null = null;
  const flush = () => {
    text += turned;
    turned = "";
  };
  for (const glyph of ordered) {
    const gap = before ? before.x - (glyph.x + glyph.width) : 0;
    const space = before !== null && gap > wordGap * Math.min(before.size, glyph.size) ? " " : "";
    if (isLeftToRight(glyph.text) || /\p{Nd}/u.test(glyph.text))
      turned = glyph.text + (turned === "" ? "" : space) + turned;
    else if (turned !== "" && /^[.,:/%-]$/.test(glyph.text) && space === "") turned = glyph.text + turned;
    else {
      flush();
      text += space + glyph.text;
      before = glyph;
      continue;
    }
    if (turned.length === glyph.text.length) text += space;
    before = glyph;
  }
  flush();
  return text;
}

const middle = (glyph: Glyph) => glyph.x + glyph.width / 2;

function countWhere(glyphs: readonly Glyph[], test: (text: string, glyph: Glyph) => boolean): number {
  return glyphs.reduce((count, glyph) => count + (test(glyph.text, glyph) ? 1 : 0), 0);
}

const isRightToLeft = (text: string) => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text);
const isLeftToRight = (text: string) => /\p{L}/u.test(text) && !isRightToLeft(text);

// Ligatures and presentation forms are how letters look, not what they are. Control characters are failed lookups.
// Invisible characters pass: the API takes them out of every format and reports them.
function clean(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc\u2126\u212a\u212b]+/gu, (part) =>
      part.normalize("NFKC"),
    )
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\ufffe\uffff]/gu, "")
    .trim();
}
