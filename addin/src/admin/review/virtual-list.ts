/** Draws only the rows that are in sight, however many there are; each row is made once and filled again. */
import { element } from "../../look/dom";

export interface RowMaker<T> {
  make(): HTMLElement;
  /** Fills a row with an entry; `index` counts from 0. */
  fill(row: HTMLElement, entry: T, index: number): void;
}

const rowsBeyond = 6;

export class VirtualList<T> {
  readonly root: HTMLElement;
  private readonly space = element("div", { class: "virtual-space", role: "presentation" });
  private readonly rows: HTMLElement[] = [];
  private entries: readonly T[] = [];
  private frame = 0;

  constructor(
    properties: Readonly<Record<string, string>>,
    private readonly rowHeight: number,
    private readonly maker: RowMaker<T>,
  ) {
    this.root = element("div", { ...properties, onscroll: () => this.drawSoon() }, this.space);
    new ResizeObserver(() => this.drawSoon()).observe(this.root);
  }

  show(entries: readonly T[]): void {
    this.entries = entries;
    const height = `${entries.length * this.rowHeight}px`;
    if (this.space.style.height !== height) this.space.style.height = height;
    this.draw();
  }

  /** Scrolls as little as needed to bring a row into sight, and draws it before anybody looks for it. */
  reveal(index: number): void {
    const top = index * this.rowHeight;
    const { scrollTop, clientHeight } = this.root;
    if (top < scrollTop) this.root.scrollTop = top;
    else if (top + this.rowHeight > scrollTop + clientHeight) this.root.scrollTop = top + this.rowHeight - clientHeight;
    this.draw();
  }

  /** How many rows a page of the keyboard moves. */
  get page(): number {
    return Math.max(1, Math.floor(this.root.clientHeight / this.rowHeight) - 1);
  }

  private drawSoon(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  private draw(): void {
    const first = Math.max(0, Math.floor(this.root.scrollTop / this.rowHeight) - rowsBeyond);
    const last = Math.min(
      this.entries.length,
      Math.ceil((this.root.scrollTop + this.root.clientHeight) / this.rowHeight) + rowsBeyond,
    );
    const wanted = Math.max(0, last - first);
    while (this.rows.length < wanted) {
      const row = this.maker.make();
      this.rows.push(row);
      this.space.append(row);
    }
    while (this.rows.length > wanted) this.rows.pop()?.remove();
    for (let offset = 0; offset < wanted; offset++) {
      const [row, entry] = [this.rows[offset], this.entries[first + offset]];
      if (!row || entry === undefined) continue;
      row.style.transform = `translateY(${(first + offset) * this.rowHeight}px)`;
      this.maker.fill(row, entry, first + offset);
    }
  }
}
