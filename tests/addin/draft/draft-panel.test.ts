/** The pane without Office: what a person sees and what leaves it. */
import { HostError } from "../../../addin/src/outlook/mail-host";
import { draftAnswer, json } from "../api/answers";
import { FakeHost, mail } from "./fake-host";
import { click, openPane, ready, settle, text } from "./open-pane";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

it("shows the mail, then the draft with its questions, warnings, sources and engine", async () => {
  const { root } = await openPane();
  expect(text(root)).toContain("Ana Ruiz");
  expect(text(root)).toContain("Subject of one");
  await click(root, "Draft reply");
  for (const part of [
    "You can return it within 30 days.",
    "returns.pdf",
    "page 1",
    "Open at page 1",
    "Which colour?",
    "Open",
    "another address",
    "Embedded composer",
  ])
    expect(text(root)).toContain(part);
  expect(root.querySelector("[role=status]")?.textContent).toBe(
    "Draft ready: 4 sentences, 2 sources, 1 open questions.",
  );
});

it("inserts what Outlook may receive, once for a double click, and rates it", async () => {
  const { root, host, calls } = await openPane();
  await click(root, "Draft reply");
  const reply = [...root.querySelectorAll("button")].find((one) => one.textContent === "Reply");
  reply?.click();
  reply?.click();
  await settle();
  reply?.click();
  await settle();
  expect(host.inserted).toEqual([{ target: "reply", html: `<div dir="ltr">${draftAnswer.reply.html}</div>` }]);
  expect(text(root)).toContain("You can return it within 30 days.");
  expect(calls.filter((call) => call.includes("/rating"))).toEqual([
    'POST /api/drafts/draft-1/rating {"outcome":"inserted"}',
  ]);
});

it("replies to all only when asked, with everyone named", async () => {
  const { root, host } = await openPane();
  await click(root, "Draft reply");
  expect(text(root)).toContain("Ana Ruiz <ana@x.example>; Bob <bob@x.example>");
  await click(root, "Reply all");
  expect(host.inserted[0]?.target).toBe("replyAll");
});

it("does not insert into another mail, and keeps the draft", async () => {
  const { root, host } = await openPane();
  await click(root, "Draft reply");
  host.item = mail("two");
  await click(root, "Reply");
  expect(host.inserted).toEqual([]);
  expect(text(root)).toContain("Another mail is open now");
  host.show(mail("two"));
  await settle();
  expect(text(root)).not.toContain("You can return it within 30 days.");
  expect(text(root)).toContain("Another mail is open now");
  host.show(mail("one"));
  await settle();
  expect(text(root)).toContain("You can return it within 30 days.");
});

it("offers the copy when Outlook stays silent", async () => {
  const { root, host } = await openPane();
  host.insertion = { kind: "not-inserted", problem: "no-answer" };
  await click(root, "Draft reply");
  await click(root, "Reply");
  expect(root.querySelector(".outcome-notice")?.textContent).toContain("Outlook did not answer.");
  expect(root.querySelector(".outcome-notice button")?.textContent).toBe("Copy");
});

it("puts the text into the person's hands where copying is forbidden", async () => {
  const { root } = await openPane();
  await click(root, "Draft reply");
  await click(root, "Copy");
  expect(root.querySelector<HTMLTextAreaElement>(".by-hand")?.value).toBe(draftAnswer.reply.text);
});

it("never sends a mail that could not be read", async () => {
  const { root, host, calls } = await openPane();
  host.readProblem = new HostError("empty-body");
  await click(root, "Draft reply");
  expect(text(root)).toContain("This mail has no text to answer.");
  expect(calls.some((call) => call.includes("POST /api/drafts "))).toBe(false);
});

it("stops on request and can start again", async () => {
  let waiting = true;
  const aborted: boolean[] = [];
  const { root } = await openPane((path, init) => {
    if (path !== "/api/drafts" || !waiting) return ready(path, init);
    return new Promise((_, reject) => {
      init?.signal?.addEventListener("abort", () => {
        aborted.push(true);
        reject(new DOMException("x", "AbortError"));
      });
    });
  });
  await click(root, "Draft reply");
  await click(root, "Stop");
  expect(aborted).toEqual([true]);
  expect(root.querySelector("[role=status]")?.textContent).toContain("Stopped.");
  waiting = false;
  await click(root, "Draft reply");
  expect(text(root)).toContain("You can return it within 30 days.");
});

it("aborts the first draft when a second mail is drafted for", async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const { root, host } = await openPane((path, init) => {
    if (path !== "/api/drafts") return ready(path, init);
    signals.push(init?.signal);
    return signals.length === 1 ? new Promise<Response>(() => undefined) : ready(path, init);
  });
  await click(root, "Draft reply");
  host.show(mail("two"));
  await settle();
  await click(root, "Draft reply");
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
  expect(text(root)).toContain("Subject of two");
  expect(text(root)).toContain("You can return it within 30 days.");
});

it("says so when a mail asks nothing, and offers nothing to insert", async () => {
  const nothing = {
    ...draftAnswer,
    grounding: "not-needed",
    sentences: [],
    citations: [],
    questions: [],
    reply: { ...draftAnswer.reply, text: "", html: "" },
  };
  const { root } = await openPane((path) => (path === "/api/drafts" ? json(nothing) : ready(path)));
  await click(root, "Draft reply");
  expect(text(root)).toContain("asks nothing that needs an answer");
  expect(root.querySelector<HTMLElement>(".actions")?.hidden).toBe(true);
});

it("says that nothing is loaded, or that nobody answers", async () => {
  const empty = await openPane((path) => (path.startsWith("/api/knowledge") ? json({ documents: [] }) : ready(path)));
  expect(text(empty.root)).toContain("No documents are loaded yet");
  const offline = await openPane(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(text(offline.root)).toContain("cannot be reached");
});

it("asks for one mail when none or several are selected", async () => {
  const host = new FakeHost();
  host.item = null;
  const { root } = await openPane(ready, host);
  expect(text(root)).toContain("Select one mail");
});

it("never turns text into markup", async () => {
  const evil = {
    ...draftAnswer,
    sentences: [{ text: "<img src=x onerror=alert(1)>", citations: [], support: "cited" }],
  };
  const { root } = await openPane((path) => (path === "/api/drafts" ? json(evil) : ready(path)));
  await click(root, "Draft reply");
  expect(root.querySelector("img")).toBeNull();
  expect(text(root)).toContain("<img src=x onerror=alert(1)>");
});

it("opens a source through the host", async () => {
  const { root, host } = await openPane();
  await click(root, "Draft reply");
  root.querySelector<HTMLAnchorElement>(".source a")?.click();
  expect(host.opened[0]).toMatch(/\/api\/knowledge\/documents\/a\/content#page=1$/);
});

it("jumps from a marker to its source", async () => {
  const { root } = await openPane();
  await click(root, "Draft reply");
  await click(root, "[2]");
  expect(document.activeElement?.id).toBe("source-2");
});
