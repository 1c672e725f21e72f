/** The person's style: loaded when it is opened, switched on, learned, changed and forgotten. */
import { json } from "../api/answers";
import { type Answer, click, openPane, ready, settle } from "./open-pane";

const greeting = {
  name: "greeting",
  language: "en",
  learned: "Hi {name},",
  seen: 4,
  of: 5,
  own: null,
  inUse: "Hi {name},",
};
const tone = { name: "tone", language: null, learned: null, seen: 2, of: 5, own: null, inUse: null };

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

async function openStyle(answer: Answer) {
  const pane = await openPane(answer);
  const details = [...pane.root.querySelectorAll("details")].find((one) => one.textContent?.startsWith("My style"));
  if (!details) throw new Error("no style");
  expect(pane.calls.some((call) => call.includes("/api/style"))).toBe(false);
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  await vi.waitFor(() => expect(details.querySelector("input")).not.toBeNull());
  return { ...pane, details };
}

function playing(enabled: boolean, ignored: readonly unknown[] = []): Answer {
  return (path, init) => {
    if (path === "/api/style/samples") return json({ learned: 1 - ignored.length, ignored });
    if (path.startsWith("/api/style") && init?.method === "DELETE") return new Response(null, { status: 204 });
    if (path === "/api/style")
      return json({ enabled: enabled || init?.method === "PUT", replies: 5, needed: 3, habits: [greeting, tone] });
    return ready(path, init);
  };
}

it("is off until the person switches it on", async () => {
  const { details, calls } = await openStyle(playing(false));
  expect(details.querySelectorAll(".habit")).toHaveLength(0);
  details.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
  await settle();
  expect(calls).toContain('PUT /api/style {"enabled":true}');
  expect(details.querySelectorAll(".habit")).toHaveLength(2);
  expect(details.textContent).toContain("Learned: in 4 of 5 replies.");
  expect(details.textContent).toContain("Seen in 2 of 5 replies; 3 are needed.");
});

it("takes an own form, and an empty one back to what was learned", async () => {
  const { root, details, calls } = await openStyle(playing(true));
  const field = details.querySelector<HTMLInputElement>(".habit input");
  if (!field) throw new Error("no field");
  field.value = "Ahoy {name}!";
  await click(root, "Save");
  expect(calls).toContain('PUT /api/style {"habits":[{"name":"greeting","language":"en","own":"Ahoy {name}!"}]}');
  await click(root, "Forget");
  expect(calls.some((call) => call.startsWith("DELETE /api/style/habits/greeting?language=en"))).toBe(true);
  await click(root, "Forget everything");
  expect(calls.some((call) => call.startsWith("DELETE /api/style "))).toBe(true);
});

it("learns from the open mail, or says why not", async () => {
  const learned = await openStyle(playing(true));
  await click(learned.root, "Learn from the open mail");
  expect(learned.details.textContent).toContain("Learned from this mail.");
  const ignored = await openStyle(playing(true, [{ index: 0, reason: "forwarded" }]));
  await click(ignored.root, "Learn from the open mail");
  expect(ignored.details.textContent).toContain("This mail is forwarded");
});
