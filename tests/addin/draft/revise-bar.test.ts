/** A finished draft is changed in a word, the change taken back, and a change that fails costs nothing. */
import { draftAnswer, json } from "../api/answers";
import { type Answer, click, openPane, ready, settle, text } from "./open-pane";

const shorter = { ...draftAnswer, id: "draft-2", sentences: draftAnswer.sentences.slice(0, 2), citations: [] };

const revising: Answer = (path, init) => (path === "/api/drafts/draft-1/revisions" ? json(shorter) : ready(path, init));

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

it("shows the changed draft and takes the change back", async () => {
  const { root, calls } = await openPane(revising);
  await click(root, "Draft reply");
  await click(root, "Shorter");
  expect(calls).toContain('POST /api/drafts/draft-1/revisions {"instruction":"shorter"}');
  expect(text(root)).not.toContain("A label costs 4.90 euros.");
  await click(root, "Undo change");
  expect(text(root)).toContain("A label costs 4.90 euros.");
  expect(text(root)).not.toContain("Undo change");
});

it("takes own words, and nothing for nothing", async () => {
  const { root, calls } = await openPane(revising);
  await click(root, "Draft reply");
  const own = root.querySelector<HTMLInputElement>(".revise-own input");
  const form = root.querySelector<HTMLFormElement>(".revise-own");
  if (!own || !form) throw new Error("no field for own words");
  form.requestSubmit();
  await settle();
  expect(calls.some((call) => call.includes("/revisions"))).toBe(false);
  own.value = "  mention the showroom ";
  form.requestSubmit();
  await settle();
  expect(calls).toContain('POST /api/drafts/draft-1/revisions {"instruction":"mention the showroom"}');
});

it("keeps the draft when the change fails, and says why", async () => {
  const { root } = await openPane((path, init) =>
    path.endsWith("/revisions") ? json({ code: "model-unavailable" }, 503) : ready(path, init),
  );
  await click(root, "Draft reply");
  await click(root, "Shorter");
  expect(text(root)).toContain("A label costs 4.90 euros.");
  expect(root.querySelector("[role=alert]")?.textContent).toContain("language model is not available");
});

it("keeps the draft when the change is stopped", async () => {
  const { root } = await openPane((path, init) =>
    path.endsWith("/revisions") ? new Promise<Response>(() => undefined) : ready(path, init),
  );
  await click(root, "Draft reply");
  await click(root, "Shorter");
  expect(text(root)).not.toContain("A label costs 4.90 euros.");
  await click(root, "Stop");
  expect(text(root)).toContain("A label costs 4.90 euros.");
});
