/** What is on the desk, filtered and in order, entirely in memory, so that five thousand items answer at once. */
import { isOpen, type ReviewItem } from "./review-shapes";

export const views = ["open", "mine", "escalated", "overdue", "approved", "rejected", "discarded"] as const;
export type QueueView = (typeof views)[number];
export const orders = ["priority", "due", "newest", "oldest"] as const;
export type QueueOrder = (typeof orders)[number];

export interface QueueFilter {
  readonly view: QueueView;
  readonly urgency: string;
  readonly sentiment: string;
  readonly category: string;
  readonly mailbox: string;
  readonly text: string;
  readonly order: QueueOrder;
}

export const noFilter: QueueFilter = {
  view: "open",
  urgency: "",
  sentiment: "",
  category: "",
  mailbox: "",
  text: "",
  order: "priority",
};

export class ReviewQueue {
  filter: QueueFilter = noFilter;
  /** What the list shows, in order. */
  shown: readonly ReviewItem[] = [];
  /** The item under the keyboard; it stays in the list until another is chosen, whatever becomes of it. */
  activeId: number | null = null;
  readonly selected = new Set<number>();
  me = "";
  private readonly items = new Map<number, ReviewItem>();
  private readonly haystacks = new Map<number, string>();

  constructor(private readonly now: () => number = Date.now) {}

  get(id: number): ReviewItem | undefined {
    return this.items.get(id);
  }

  get active(): ReviewItem | undefined {
    return this.activeId === null ? undefined : this.items.get(this.activeId);
  }

  get size(): number {
    return this.items.size;
  }

  /** Takes items in as they are now; an older answer never overwrites newer news. */
  put(items: Iterable<ReviewItem>): void {
    for (const item of items) {
      const known = this.items.get(item.id);
      if (known && known.version > item.version) continue;
      this.items.set(item.id, item);
      if (known?.subject !== item.subject || known.senderName !== item.senderName)
        this.haystacks.set(item.id, `${item.senderName} ${item.senderAddress} ${item.subject}`.toLowerCase());
      if (!isOpen(item)) this.selected.delete(item.id);
    }
    this.arrange();
  }

  /** Forgets open items that the server does not list any more; what was decided meanwhile is told anyway. */
  keepOpen(ids: ReadonlySet<number>): void {
    for (const [id, item] of this.items) if (isOpen(item) && !ids.has(id)) this.items.delete(id);
    this.arrange();
  }

  choose(filter: QueueFilter): void {
    this.filter = filter;
    this.selected.clear();
    this.arrange();
  }

  /** Moves the keyboard by so many items and gives the one that it reaches. */
  move(by: number): ReviewItem | undefined {
    if (this.shown.length === 0) return undefined;
    const at = this.shown.findIndex((item) => item.id === this.activeId);
    const next = at < 0 ? (by > 0 ? 0 : this.shown.length - 1) : at + by;
    const reached = this.shown[Math.max(0, Math.min(this.shown.length - 1, next))];
    this.activeId = reached?.id ?? null;
    return reached;
  }

  /** The item to go on with after one was decided: the next below it, else the last. */
  after(id: number): ReviewItem | undefined {
    const at = this.shown.findIndex((item) => item.id === id);
    const rest = this.shown.filter((item) => item.id !== id && isOpen(item) && !this.isTaken(item));
    return rest.find((item) => this.shown.indexOf(item) > at) ?? rest.at(-1);
  }

  toggle(id: number): void {
    const item = this.items.get(id);
    if (!item || !isOpen(item)) return;
    if (!this.selected.delete(id)) this.selected.add(id);
  }

  /** Whether somebody else has it open. */
  isTaken(item: ReviewItem): boolean {
    return this.isClaimed(item) && item.claim?.person !== this.me;
  }

  isMine(item: ReviewItem): boolean {
    return this.isClaimed(item) && item.claim?.person === this.me;
  }

  /** The labels that occur among open items, by name. */
  labels(of: (item: ReviewItem) => string): readonly string[] {
    const found = new Set<string>();
    for (const item of this.items.values()) if (isOpen(item)) found.add(of(item));
    return [...found].filter((label) => label !== "").sort((one, other) => one.localeCompare(other));
  }

  count(view: QueueView): number {
    let count = 0;
    for (const item of this.items.values()) if (this.isIn(view, item)) count++;
    return count;
  }

  /** Sorts and filters again: also when only time has passed. */
  arrange(): void {
    const words = this.filter.text.trim().toLowerCase();
    const shown: ReviewItem[] = [];
    for (const item of this.items.values()) if (this.fits(item, words)) shown.push(item);
    this.shown = shown.sort(comparers[this.filter.order]);
    if (this.activeId !== null && !this.items.has(this.activeId)) this.activeId = null;
  }

  private fits(item: ReviewItem, words: string): boolean {
    const { filter } = this;
    if (!this.isIn(filter.view, item)) return false;
    if (filter.urgency !== "" && item.urgency !== filter.urgency) return false;
    if (filter.sentiment !== "" && item.sentiment !== filter.sentiment) return false;
    if (filter.category !== "" && item.category !== filter.category) return false;
    if (filter.mailbox !== "" && item.mailboxId !== filter.mailbox) return false;
    return words === "" || (this.haystacks.get(item.id)?.includes(words) ?? false);
  }

  private isIn(view: QueueView, item: ReviewItem): boolean {
    switch (view) {
      case "open":
        return isOpen(item);
      case "mine":
        return isOpen(item) && this.isMine(item);
      case "escalated":
        return item.state === "escalated";
      case "overdue":
        return isOpen(item) && (item.breached || (item.dueAt !== null && item.dueAt < this.now()));
      default:
        return item.state === view;
    }
  }

  private isClaimed(item: ReviewItem): boolean {
    return isOpen(item) && item.claim !== null && item.claim.until > this.now();
  }
}

const comparers: Readonly<Record<QueueOrder, (one: ReviewItem, other: ReviewItem) => number>> = {
  priority: (one, other) => other.priority - one.priority || one.id - other.id,
  due: (one, other) => (one.dueAt ?? Number.MAX_VALUE) - (other.dueAt ?? Number.MAX_VALUE) || one.id - other.id,
  newest: (one, other) => other.id - one.id,
  oldest: (one, other) => one.id - other.id,
};
