import { noFilter, ReviewQueue } from "../../../../addin/src/admin/review/review-queue";
import { decodeItem, type ReviewItem } from "../../../../addin/src/admin/review/review-shapes";

const now = Date.parse("2026-11-20T09:00:00Z");

function item(id: number, more: Readonly<Record<string, unknown>> = {}): ReviewItem {
  return decodeItem({
    id,
    state: "waiting",
    version: 1,
    from: { name: `Sender ${id}`, address: `s${id}@example.com` },
    subject: `Subject ${id}`,
    urgency: "normal",
    category: "support",
    receivedAt: "2026-11-20T08:00:00Z",
    ...more,
  });
}

function queueOf(...items: ReviewItem[]): ReviewQueue {
  const queue = new ReviewQueue(() => now);
  queue.me = "ana";
  queue.put(items);
  return queue;
}

const ids = (queue: ReviewQueue) => queue.shown.map((shown) => shown.id);

it("the most urgent come first, and equals in the order of arrival", () => {
  const queue = queueOf(item(1, { priority: 5 }), item(2, { priority: 90 }), item(3, { priority: 5 }));
  expect(ids(queue)).toEqual([2, 1, 3]);
});

it("news of an older version never overwrite what is known", () => {
  const queue = queueOf(item(1, { version: 3, state: "approved" }));
  queue.put([item(1, { version: 2 })]);
  expect(queue.get(1)?.state).toBe("approved");
});

it("filters narrow to what fits, whatever its case", () => {
  const queue = queueOf(item(1), item(2, { category: "billing" }), item(3, { subject: "REFUND please" }));
  queue.choose({ ...noFilter, category: "billing" });
  expect(ids(queue)).toEqual([2]);
  queue.choose({ ...noFilter, text: "refund" });
  expect(ids(queue)).toEqual([3]);
});

it("a claim of another person is theirs until it ends, and one's own is one's own", () => {
  const claim = (person: string, until: string) => ({ claim: { person, name: person, until } });
  const queue = queueOf(
    item(1, claim("ben", "2026-11-20T09:01:00Z")),
    item(2, claim("ben", "2026-11-20T08:59:00Z")),
    item(3, claim("ana", "2026-11-20T09:01:00Z")),
  );
  const taken = [1, 2, 3].map((id) => queue.isTaken(queue.get(id) ?? item(0)));
  expect(taken).toEqual([true, false, false]);
  queue.choose({ ...noFilter, view: "mine" });
  expect(ids(queue)).toEqual([3]);
});

it("overdue is what breached, and what fell due without any news", () => {
  const queue = queueOf(
    item(1, { breached: true }),
    item(2, { dueAt: "2026-11-20T08:59:00Z" }),
    item(3, { dueAt: "2026-11-20T09:01:00Z" }),
  );
  queue.choose({ ...noFilter, view: "overdue" });
  expect(ids(queue)).toEqual([1, 2]);
});

it("after a decision the next item below is up, past those that others have open", () => {
  const until = "2026-11-20T10:00:00Z";
  const queue = queueOf(item(1), item(2, { claim: { person: "ben", name: "Ben", until } }), item(3), item(4));
  expect(queue.after(1)?.id).toBe(3);
  expect(queue.after(4)?.id).toBe(3);
});

it("the keyboard stops at both ends", () => {
  const queue = queueOf(item(1), item(2));
  expect(queue.move(1)?.id).toBe(1);
  expect(queue.move(1)?.id).toBe(2);
  expect(queue.move(5)?.id).toBe(2);
  expect(queue.move(-9)?.id).toBe(1);
  queue.activeId = null;
  expect(queue.move(queue.size)?.id).toBe(2);
});

it("what was decided elsewhere leaves the selection and the open list", () => {
  const queue = queueOf(item(1), item(2));
  queue.toggle(1);
  queue.put([item(1, { state: "rejected", version: 2 })]);
  expect([...queue.selected]).toEqual([]);
  expect(ids(queue)).toEqual([2]);
  queue.keepOpen(new Set());
  expect(queue.get(1)?.state).toBe("rejected");
  expect(queue.get(2)).toBeUndefined();
});

it("five thousand items are sorted and filtered well within a tenth of a second", () => {
  const queue = queueOf(...Array.from({ length: 5000 }, (_, id) => item(id + 1, { priority: (id * 7) % 100 })));
  const began = performance.now();
  for (let round = 0; round < 10; round++) queue.choose({ ...noFilter, text: `subject ${round}` });
  expect(queue.shown.length).toBeGreaterThan(0);
  // Ten rounds in the time that a person notices once: loaded machines are slow.
  expect(performance.now() - began).toBeLessThan(1000);
});
