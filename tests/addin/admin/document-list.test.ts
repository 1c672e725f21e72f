/** The list follows what changes on the server, page by page, under its filter. */
import { DocumentList, matches, noFilter } from "../../../addin/src/admin/document-list";
import type { DocumentFilter } from "../../../addin/src/admin/knowledge-client";
import { type DocumentEntry, type DocumentPage, decodeDocument } from "../../../addin/src/admin/knowledge-shapes";
import { ApiError } from "../../../addin/src/api/failure";

const entry = (documentId: string, more: Record<string, unknown> = {}): DocumentEntry =>
  decodeDocument({ documentId, name: `${documentId}.pdf`, state: "ready", progress: 1, ...more });

function listOf(...pages: (DocumentPage | ApiError)[]) {
  const asked: { filter: DocumentFilter; limit: number; cursor: string | null }[] = [];
  const client = {
    page(filter: DocumentFilter, limit: number, cursor: string | null): Promise<DocumentPage> {
      asked.push({ filter, limit, cursor });
      const page = pages.shift() ?? { documents: [], cursor: null, total: 0 };
      return page instanceof ApiError ? Promise.reject(page) : Promise.resolve(page);
    },
  };
  const list = new DocumentList(client, () => {});
  return { list, asked, ids: () => list.documents.map((document) => document.documentId) };
}

const page = (documents: DocumentEntry[], cursor: string | null, total: number) => ({ documents, cursor, total });

it("goes on where the page before ended and never shows one twice", async () => {
  const { list, asked, ids } = listOf(page([entry("d"), entry("c")], "2", 4), page([entry("c"), entry("b")], null, 4));
  await list.refresh();
  await list.more();
  expect(ids()).toEqual(["d", "c", "b"]);
  expect(asked[1]).toMatchObject({ cursor: "2" });
  await list.more();
  expect(asked).toHaveLength(2);
});

it("changes a document in its place, puts a new one on top and drops one that left", async () => {
  const { list, ids } = listOf(page([entry("b"), entry("a")], null, 2));
  await list.refresh();
  list.apply(entry("a", { state: "failed" }));
  list.apply(entry("c", { state: "queued" }));
  expect(ids()).toEqual(["c", "b", "a"]);
  expect(list.documents[2]?.state).toBe("failed");
  list.remove("b");
  list.remove("never there");
  expect([ids(), list.total]).toEqual([["c", "a"], 2]);
});

it("takes a document away when it no longer passes the filter", async () => {
  const { list, ids } = listOf(page([], null, 0), page([entry("a", { state: "extracting" })], null, 1));
  await list.refresh();
  await list.choose({ ...noFilter, state: "working" });
  list.apply(entry("a", { state: "ready" }));
  list.apply(entry("b", { state: "ready" }));
  expect([ids(), list.total]).toEqual([[], 0]);
});

it("keeps what it showed when the server is away", async () => {
  const { list, ids } = listOf(page([entry("a")], null, 1), new ApiError({ kind: "offline" }));
  await list.refresh();
  await list.refresh();
  expect(ids()).toEqual(["a"]);
  expect(list.failure).toEqual({ kind: "offline" });
});

it.each([
  [{ state: "working" }, { state: "indexing" }, true],
  [{ state: "working" }, { state: "failed" }, false],
  [{ state: "deleted" }, {}, false],
  [{ name: " A.P" }, {}, true],
  [{ name: "b" }, {}, false],
  [{ tag: "TEAM: north" }, { tags: { team: ["north"] } }, true],
  [{ tag: "team:North" }, { tags: { team: ["north"] } }, false],
])("filter %j on %j", (filter, document, expected) => {
  expect(matches({ ...noFilter, ...filter }, entry("a", document))).toBe(expected);
});
