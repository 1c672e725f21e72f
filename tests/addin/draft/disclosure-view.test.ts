/** Whoever opens the line sees every byte that was sent to a model, or that nothing was. */
import { json } from "../api/answers";
import { click, openPane, ready, settle } from "./open-pane";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

async function open(root: HTMLElement): Promise<string> {
  const details = root.querySelector<HTMLDetailsElement>("details.disclosure");
  if (!details) throw new Error("no disclosure");
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  await settle();
  return details.textContent ?? "";
}

it("shows where it went and what it was, as text", async () => {
  const body = '{"messages":[{"content":"Mail <EMAIL_1> <img src=x onerror=alert(1)>"}]}';
  const { root, calls } = await openPane((path, init) =>
    path.endsWith("/disclosure")
      ? json({ requests: [{ address: "https://model.example/v1", bytes: 77, body }] })
      : ready(path, init),
  );
  await click(root, "Draft reply");
  expect(calls.some((call) => call.includes("/disclosure"))).toBe(false);
  const shown = await open(root);
  expect(shown).toContain("https://model.example/v1 · 77 bytes");
  expect(shown).toContain("Mail <EMAIL_1> <img src=x");
  expect(root.querySelector("img")).toBeNull();
});

it("says that nothing was sent", async () => {
  const { root } = await openPane((path, init) =>
    path.endsWith("/disclosure") ? json({ requests: [] }) : ready(path, init),
  );
  await click(root, "Draft reply");
  expect(await open(root)).toContain("Nothing.");
});

it("says when it cannot be looked up, and asks again when opened again", async () => {
  let works = false;
  const { root } = await openPane((path, init) => {
    if (!path.endsWith("/disclosure")) return ready(path, init);
    return works ? json({ requests: [] }) : json({ code: "internal" }, 500);
  });
  await click(root, "Draft reply");
  expect(await open(root)).toContain("could not be looked up");
  works = true;
  expect(await open(root)).toContain("Nothing.");
});
