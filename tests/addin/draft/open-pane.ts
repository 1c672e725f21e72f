/** Opens the pane without Office, on an API that a test plays. */
import { ApiClient } from "../../../addin/src/api/client";
import { DraftPanel } from "../../../addin/src/draft/draft-panel";
import { draftAnswer, events, json } from "../api/answers";
import { FakeHost } from "./fake-host";

export type Answer = (path: string, init?: RequestInit) => Promise<Response> | Response;

export const ready: Answer = (path) => {
  if (path === "/api/drafts")
    return events([
      ["sentence", draftAnswer.sentences[1]],
      ["done", draftAnswer],
    ]);
  if (path.startsWith("/api/knowledge/documents")) return json({ documents: [{ documentId: "a", state: "ready" }] });
  return new Response(null, { status: 204 });
};

export async function openPane(answer: Answer = ready, host = new FakeHost()) {
  const calls: string[] = [];
  const client = new ApiClient("", async (input, init) => {
    calls.push(`${init?.method ?? "GET"} ${String(input)} ${typeof init?.body === "string" ? init.body : ""}`);
    return await answer(String(input), init);
  });
  const root = document.createElement("main");
  document.body.replaceChildren(root);
  new DraftPanel(root, host, client, () => undefined).start();
  await settle();
  return { host, root, calls };
}

export const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
export const text = (root: HTMLElement) =>
  [...root.querySelectorAll<HTMLElement>("section, .controls")]
    .filter((part) => !part.hidden)
    .map((part) => part.textContent)
    .join("\n");

export async function click(root: HTMLElement, name: string): Promise<void> {
  const button = [...root.querySelectorAll("button")].find(
    (one) => one.textContent === name && !one.closest("[hidden]"),
  );
  if (!button) throw new Error(`no button ${name} in ${text(root)}`);
  button.click();
  await settle();
}
