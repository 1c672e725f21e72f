// Finds tables among rows and puts the lines of a wrapped cell back together.
import type { Row } from "./reading-order";
import { median } from "./reading-order";
import type { Segment } from "./segments";

/** Rows of a table in reading order; every row has one text per column, empty where there is none. */
export interface Table {
  readonly from: number;
  /** The row after the last one. */
  readonly to: number;
  readonly rows: readonly (readonly string[])[];
}

interface Column {
  left: number;
  right: number;
}

export function findTables(rows: readonly Row[], isMarker: (row: Row) => boolean): Table[] {
  const tables: Table[] = [];
  for (let from = 0; from < rows.length; ) {
    const to = endOfTable(rows, from, isMarker);
    const table = to > from + 1 ? build(rows.slice(from, to), from, to) : null;
    if (table) tables.push(table);
    from = Math.max(to, from + 1);
  }
  return tables;
}

/** The row after the last one that belongs to the table that begins here; the beginning itself where none does. */
function endOfTable(rows: readonly Row[], from: number, isMarker: (row: Row) => boolean): number {
  const first = rows[from];
  if (!first || first.cells.length < 2 || isMarker(first)) return from;
  let last = from;
  let columns = first.cells.map((cell) => ({ left: cell.left, right: cell.right }));
  for (let index = from + 1; index < rows.length; index++) {
    const row = rows[index] as Row;
    const previous = rows[index - 1] as Row;
    if (row.column !== first.column || isMarker(row)) break;
    const size = row.cells[0]?.size ?? 0;
    if (row.baseline - previous.baseline > 3.2 * size) break;
    const shared = row.cells.filter((cell) => columns.some((column) => aligned(cell, column, size))).length;
    if (row.cells.length >= 2 && shared >= Math.min(2, row.cells.length)) {
      last = index;
      columns = [...columns, ...row.cells.map((cell) => ({ left: cell.left, right: cell.right }))].slice(-60);
    } else if (row.cells.length >= 2 || !wraps(row, previous, columns)) break;
    else if (last === index - 1 || index - last < 6) continue;
    else break;
  }
  // Single lines right under the last row are the rest of its cells.
  let to = last + 1;
  while (
    to < rows.length &&
    last > from &&
    wraps(rows[to] as Row, rows[to - 1] as Row, columns) &&
    (rows[to] as Row).column === first.column
  )
    to++;
  return last > from ? to : from;
}

/** One cell, close under the row above and inside one of its columns. */
function wraps(row: Row, previous: Row, columns: readonly Column[]): boolean {
  const cell = row.cells[0];
  if (row.cells.length !== 1 || !cell || row.baseline - previous.baseline > 1.45 * cell.size) return false;
  const width = row.columnRight - row.columnLeft;
  return cell.right - cell.left < 0.5 * width && columns.some((column) => aligned(cell, column, cell.size));
}

function aligned(one: Column, other: Column, size: number): boolean {
  const near = 0.6 * size;
  return (
    Math.abs(one.left - other.left) < near ||
    Math.abs(one.right - other.right) < near ||
    Math.abs(one.left + one.right - other.left - other.right) < 2 * near
  );
}

function build(rows: readonly Row[], from: number, to: number): Table | null {
  const columns = findColumns(rows);
  if (columns.length < 2) return null;
  const lines = rows.map((row) => placeCells(row, columns));
  const groups = groupLines(rows, lines);
  return {
    from,
    to,
    rows: groups.map((group) => columns.map((_, column) => joinCell(group.map((line) => line[column] ?? "")))),
  };
}

/** Columns are what the rows with the most cells leave white between them. */
function findColumns(rows: readonly Row[]): Column[] {
  const most = Math.max(...rows.map((row) => row.cells.length));
  const spans = rows
    .filter((row) => row.cells.length >= Math.max(2, 0.6 * most))
    .flatMap((row) => row.cells.map((cell) => ({ left: cell.left, right: cell.right })))
    .sort((one, other) => one.left - other.left);
  const columns: Column[] = [];
  for (const span of spans) {
    const last = columns.at(-1);
    if (last && span.left < last.right) last.right = Math.max(last.right, span.right);
    else columns.push({ ...span });
  }
  return columns;
}

function placeCells(row: Row, columns: readonly Column[]): string[] {
  const texts = columns.map(() => "");
  for (const cell of row.cells) {
    const column = nearest(cell, columns);
    texts[column] = `${texts[column]} ${cell.text}`.trim();
  }
  return texts;
}

function nearest(cell: Segment, columns: readonly Column[]): number {
  const distance = (column: Column) => {
    const overlap = Math.min(cell.right, column.right) - Math.max(cell.left, column.left);
    return overlap > 0 ? -overlap : Math.min(Math.abs(cell.left - column.right), Math.abs(column.left - cell.right));
  };
  return columns.reduce(
    (best, column, index) => (distance(column) < distance(columns[best] as Column) ? index : best),
    0,
  );
}

/** Lines of one row: what has no first cell, or stands as close under the line above as only the lines of one cell do. */
function groupLines(rows: readonly Row[], lines: string[][]): string[][][] {
  const gaps = rows.slice(1).map((row, index) => row.baseline - (rows[index]?.baseline ?? 0));
  const tight = Math.min(...gaps);
  const wide = gaps.filter((gap) => gap > 1.25 * tight).length;
  const spaced = wide >= 0.35 * gaps.length;
  const size = median(rows.map((row) => row.cells[0]?.size ?? 0));
  const groups: string[][][] = [];
  lines.forEach((line, index) => {
    const gap = gaps[index - 1] ?? Number.POSITIVE_INFINITY;
    const close = gap <= 1.15 * tight && gap <= 1.4 * size;
    const group = groups.at(-1);
    // A line that fills most columns is a row of its own whose first cell is empty.
    const sparse = 2 * filled(line) <= Math.max(2, filled(group?.[0] ?? []));
    const lacksFirst = (line[0] ?? "") === "" && gap <= 1.5 * size && sparse;
    if (group && ((spaced && close) || (lacksFirst && (close || !spaced)))) group.push(line);
    else groups.push([line]);
  });
  return groups;
}

const filled = (line: readonly string[]) => line.filter((cell) => cell !== "").length;

function joinCell(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}
