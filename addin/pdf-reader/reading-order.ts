// Puts segments into rows in the order a person reads: column after column where there are columns, row after row in tables.
import type { Segment } from "./segments";

/** Segments on one baseline, from left to right, inside one column. */
export interface Row {
  readonly cells: readonly Segment[];
  readonly baseline: number;
  readonly left: number;
  readonly right: number;
  /** Edges of the column that the row stands in. */
  readonly columnLeft: number;
  readonly columnRight: number;
  /** Rows with different numbers never belong to one paragraph, unless text runs on into the next column. */
  readonly column: number;
}

const deepest = 6;

export function toRows(segments: readonly Segment[]): Row[] {
  const rows: Row[] = [];
  let column = 0;
  const emit = (part: readonly Segment[]) => {
    column++;
    rows.push(...rowsOf(part, column));
  };
  split(segments, 0, emit);
  return rows;
}

function split(segments: readonly Segment[], depth: number, emit: (part: readonly Segment[]) => void): void {
  if (segments.length === 0) return;
  const gutter = depth < deepest ? findGutter(segments) : null;
  if (gutter === null) {
    emit(segments);
    return;
  }
  // Segments across the gutter (titles, wide tables) cut the columns into bands.
  const across = segments.filter((segment) => segment.left < gutter && segment.right > gutter).sort(byBaseline);
  const sides = segments.filter((segment) => !(segment.left < gutter && segment.right > gutter));
  let top = Number.NEGATIVE_INFINITY;
  let wide: Segment[] = [];
  const band = (bottom: number) => {
    const inside = sides.filter((segment) => segment.baseline > top && segment.baseline <= bottom);
    if (inside.length > 0) {
      split(wide, deepest, emit);
      wide = [];
      const left = inside.filter((segment) => segment.right <= gutter);
      const right = inside.filter((segment) => segment.left >= gutter);
      if (looksLikeTable(left, right)) emit(inside);
      else {
        split(left, depth + 1, emit);
        split(right, depth + 1, emit);
      }
    }
    top = bottom;
  };
  for (const segment of across) {
    band(segment.baseline - 0.1);
    wide.push(segment);
  }
  band(Number.POSITIVE_INFINITY);
  split(wide, deepest, emit);
}

/** The x of a vertical white gap that separates two columns of text, or null. */
function findGutter(segments: readonly Segment[]): number | null {
  if (segments.length < 6) return null;
  const left = Math.min(...segments.map((segment) => segment.left));
  const right = Math.max(...segments.map((segment) => segment.right));
  const size = median(segments.map((segment) => segment.size));
  const width = right - left;
  if (width < 12 * size) return null;
  const bins = Math.min(2000, Math.ceil(width / 2));
  const step = width / bins;
  const covered = new Float64Array(bins + 1);
  const change = (bin: number, by: number) => {
    covered[bin] = (covered[bin] ?? 0) + by;
  };
  for (const segment of segments) {
    change(Math.max(0, Math.floor((segment.left - left) / step)), 1);
    change(Math.min(bins, Math.ceil((segment.right - left) / step)), -1);
  }
  let depth = 0;
  const crossing = Array.from(covered, (by) => {
    depth += by;
    return depth;
  });
  let best: { x: number; score: number } | null = null;
  const allowed = Math.max(0, Math.floor(segments.length * 0.12));
  for (let start = 1; start < bins; ) {
    const level = crossing[start] ?? 0;
    if (level > allowed) {
      start++;
      continue;
    }
    let end = start;
    while (end < bins && (crossing[end] ?? 0) <= level) end++;
    const gap = (end - start) * step;
    const x = left + ((start + end) / 2) * step;
    if (gap >= 0.7 * size && x > left + 0.12 * width && x < right - 0.12 * width) {
      const sideLeft = segments.filter((segment) => segment.right <= x);
      const sideRight = segments.filter((segment) => segment.left >= x);
      if (sideLeft.length >= 3 && sideRight.length >= 3 && !looksLikeTable(sideLeft, sideRight)) {
        const score = Math.min(sideLeft.length, sideRight.length) * Math.min(gap, 3 * size) - level * size;
        if (best === null || score > best.score) best = { x, score };
      }
    }
    start = Math.max(end, start + 1);
  }
  return best?.x ?? null;
}

/** Two sides whose lines stand on the same baselines and do not fill their column are the cells of a table. */
function looksLikeTable(left: readonly Segment[], right: readonly Segment[]): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const aligned = right.filter((segment) =>
    left.some((other) => Math.abs(other.baseline - segment.baseline) < 0.2 * segment.size),
  ).length;
  if (aligned < 0.6 * Math.min(left.length, right.length)) return false;
  return fullness(left) < 0.62 || fullness(right) < 0.62;
}

/** How far the typical segment fills the width that its side takes up. */
function fullness(side: readonly Segment[]): number {
  const width = Math.max(...side.map((segment) => segment.right)) - Math.min(...side.map((segment) => segment.left));
  return width <= 0 ? 1 : median(side.map((segment) => segment.right - segment.left)) / width;
}

function rowsOf(segments: readonly Segment[], column: number): Row[] {
  const columnLeft = Math.min(...segments.map((segment) => segment.left));
  const columnRight = Math.max(...segments.map((segment) => segment.right));
  const rows: Row[] = [];
  let cells: Segment[] = [];
  const flush = () => {
    if (cells.length === 0) return;
    const ordered = joinTouching(cells.sort((one, other) => one.left - other.left));
    const rightToLeft = ordered.filter((cell) => /^[\u0590-\u08ff]/u.test(cell.text)).length > ordered.length / 2;
    if (rightToLeft) ordered.reverse();
    rows.push({
      cells: ordered,
      baseline: median(ordered.map((cell) => cell.baseline)),
      left: Math.min(...ordered.map((cell) => cell.left)),
      right: Math.max(...ordered.map((cell) => cell.right)),
      columnLeft,
      columnRight,
      column,
    });
    cells = [];
  };
  for (const segment of [...segments].sort(byBaseline)) {
    const last = cells.at(-1);
    if (last && segment.baseline - last.baseline > tolerance(segment, last)) flush();
    cells.push(segment);
  }
  flush();
  return rows;
}

/** Raised and lowered figures are smaller than the line that they belong to, and stand further from its baseline. */
function tolerance(one: Segment, other: Segment): number {
  const [small, large] = [Math.min(one.size, other.size), Math.max(one.size, other.size)];
  return small < 0.82 * large ? 0.5 * large : 0.35 * small;
}

/** Joins neighbours of different size that touch: "CO" and its lowered "2" are one word. */
function joinTouching(cells: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    const large = last ? Math.max(last.size, cell.size) : 0;
    const gap = last ? cell.left - last.right : Number.POSITIVE_INFINITY;
    if (last && isRaised(last, cell) && gap < 0.6 * large)
      joined[joined.length - 1] = join(last, cell, gap > 0.15 * large);
    else joined.push(cell);
  }
  return joined;
}

/** True for a figure or mark next to the word that it belongs to; longer small print is text of its own. */
function isRaised(one: Segment, other: Segment): boolean {
  const small = one.size < other.size ? one : other;
  return small.size < 0.82 * Math.max(one.size, other.size) && small.text.length <= 6;
}

function join(one: Segment, other: Segment, spaced: boolean): Segment {
  const main = other.count > one.count ? other : one;
  return {
    ...main,
    text: `${one.text}${spaced ? " " : ""}${other.text}`,
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
    count: one.count + other.count,
  };
}

const byBaseline = (one: Segment, other: Segment) => one.baseline - other.baseline || one.left - other.left;

export function median(values: readonly number[]): number {
  const ordered = [...values].sort((one, other) => one - other);
  return ordered[ordered.length >> 1] ?? 0;
}
