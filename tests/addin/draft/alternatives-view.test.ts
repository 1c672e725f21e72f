/** Other manners stand beside the draft; the one that is taken can be inserted and taken back. */
import { draftAnswer, json } from "../api/answers";
import { type Answer, click, openPane, ready, text } from "./open-pane";

const shorter = {
  ...draftAnswer,
  id: "draft-2",
  reply: { ...draftAnswer.reply, text: "Hello Ana,\n\nYou can return it within 30 days.\n\nKind regards" },
  sentences: [draftAnswer.sentences[0], draftAnswer.sentences[1], draftAnswer.sentences[3]],
};

const offering: Answer = (path, init) =>
  path === "/api/drafts/draft-1/alternatives"
    ? json({ alternatives: [{ name: "shorter", draft: shorter }] })
    : ready(path, init);

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

it("lays them side by side and takes one", async () => {
  const { root, host } = await openPane(offering);
  await click(root, "Draft reply");
  await click(root, "Show alternatives");
  const cards = [...root.querySelectorAll<HTMLElement>(".alternative")];
  expect(cards.map((card) => card.getAttribute("aria-label"))).toEqual(["This draft", "Shorter"]);
  expect(cards[1]?.textContent).toContain("You can return it within 30 days.");
  expect(cards[1]?.querySelector(".marker")).toBeNull();
  await click(root, "Use this one");
  expect(root.querySelector(".draft")?.textContent).not.toContain("A label costs 4.90 euros.");
  expect(root.querySelector(".alternative")).toBeNull();
  await click(root, "Undo change");
  expect(text(root)).toContain("A label costs 4.90 euros.");
  expect(host.inserted).toEqual([]);
});

it("says so when there is only one way, and why when it fails", async () => {
  const none = await openPane((path, init) =>
    path.endsWith("/alternatives") ? json({ alternatives: [] }) : ready(path, init),
  );
  await click(none.root, "Draft reply");
  await click(none.root, "Show alternatives");
  expect(text(none.root)).toContain("There is only one way to say this.");
  const broken = await openPane((path, init) =>
    path.endsWith("/alternatives") ? json({ code: "model-unavailable" }, 503) : ready(path, init),
  );
  await click(broken.root, "Draft reply");
  await click(broken.root, "Show alternatives");
  expect(broken.root.querySelector("[role=alert]")?.textContent).toContain("language model is not available");
});
