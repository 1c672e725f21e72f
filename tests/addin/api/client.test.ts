/** What the pane learns from the API, and how each failure reaches it. */
import { ApiClient } from "../../../addin/src/api/client";
import { ApiError, type Failure } from "../../../addin/src/api/failure";
import { type DraftEvent, defaultOptions, type Message } from "../../../addin/src/api/shapes";
import { draftAnswer, events, json } from "./answers";

const message: Message = { body: { contentType: "text", content: "How long?" } };
const signal = () => new AbortController().signal;

async function draft(response: Response | Error, abort = signal()): Promise<DraftEvent[]> {
  const client = new ApiClient("", async () => {
    if (response instanceof Error) throw response;
    return response;
  });
  const seen: DraftEvent[] = [];
  for await (const event of client.draft(message, defaultOptions, abort)) seen.push(event);
  return seen;
}

async function failure(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.then(() => null).catch((thrown: unknown) => thrown);
  if (!(error instanceof ApiError)) throw new Error(`expected an ApiError, got ${String(error)}`);
  return error.failure;
}

describe("drafting", () => {
  it("reports stages, classification, sources and sentences, then the whole draft", async () => {
    const seen = await draft(
      events([
        ["stage", { name: "searching" }],
        ["classification", draftAnswer.classification],
        ["citations", draftAnswer.citations],
        ["sentence", draftAnswer.sentences[1]],
        ["something-new", {}],
        ["done", draftAnswer],
      ]),
    );
    expect(seen.map((event) => event.type)).toEqual(["stage", "classification", "citations", "sentence", "done"]);
    expect(seen.at(-1)).toMatchObject({ draft: { id: "draft-1", grounding: "partial" } });
  });

  it("takes a plain JSON answer as well", async () => {
    expect(await draft(json(draftAnswer))).toMatchObject([{ type: "done", draft: { id: "draft-1" } }]);
  });

  it("says that a stream without an end was interrupted", async () => {
    expect(await failure(draft(events([["stage", { name: "reading" }]])))).toEqual({ kind: "interrupted" });
  });

  it("turns an error event into its problem", async () => {
    const problem = { code: "model-unavailable", status: 503, detail: "later" };
    expect(await failure(draft(events([["error", problem]])))).toMatchObject({
      code: "model-unavailable",
      status: 503,
    });
  });

  it("turns a refused request into its problem, with the time to wait", async () => {
    const response = json({ code: "rate-limited", detail: "slow down" }, 429, "application/problem+json");
    response.headers.set("Retry-After", "7");
    expect(await failure(draft(response))).toMatchObject({
      kind: "problem",
      code: "rate-limited",
      retryAfterSeconds: 7,
    });
  });

  it("says offline when nothing answers", async () => {
    expect(await failure(draft(new TypeError("Failed to fetch")))).toEqual({ kind: "offline" });
  });

  it("does not mistake an answer of another kind for a draft", async () => {
    expect(await failure(draft(json({ hello: "world" })))).toEqual({ kind: "unexpected" });
  });

  it("lets the person's own stop through as an abort", async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(draft(new DOMException("x", "AbortError"), controller.signal)).rejects.toMatchObject({
      name: "AbortError",
    });
  });
});

describe("documents", () => {
  it("opens a source at its page, and without one where the format has none", () => {
    const client = new ApiClient();
    expect(client.documentAddress("a b", 3)).toMatch(/\/api\/knowledge\/documents\/a%20b\/content#page=3$/);
    expect(client.documentAddress("x", null)).toMatch(/\/x\/content$/);
  });

  it("sends the id before the file", async () => {
    const sent: FormData[] = [];
    const client = new ApiClient("", async (_, init) => {
      if (init?.body instanceof FormData) sent.push(init.body);
      return json({ documents: [] }, 202);
    });
    await client.upload(new Blob(["x"]), "x.txt", "sample-x", signal());
    expect(sent.map((form) => [...form.keys()])).toEqual([["documentId", "file"]]);
  });

  it("adds up what was deleted", async () => {
    const client = new ApiClient("", async () => json({ documents: 9, drafts: { kept: 1, rated: 2 } }));
    expect(await client.deleteEverything(signal())).toBe(12);
  });
});
