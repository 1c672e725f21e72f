/** Many files go two at a time; a refusal keeps its reason and stops nobody else. */
import type { SendFile } from "../../../addin/src/admin/send-file";
import { refusalOf } from "../../../addin/src/admin/send-file";
import { UploadQueue } from "../../../addin/src/admin/upload-queue";
import { ApiError } from "../../../addin/src/api/failure";

interface Sent {
  readonly name: string;
  readonly documentId: string | null;
  progress(share: number): void;
  done(): void;
  fail(error: unknown): void;
}

function door() {
  const sent: Sent[] = [];
  const send: SendFile = (file, documentId, progress, signal) =>
    new Promise((done, fail) => {
      signal.addEventListener("abort", () => fail(new DOMException("Stopped", "AbortError")));
      sent.push({ name: file.name, documentId, progress, done, fail });
    });
  let accepted = 0;
  const queue = new UploadQueue(
    send,
    () => {},
    () => accepted++,
  );
  return { sent, queue, accepted: () => accepted, kinds: () => queue.uploads.map((upload) => upload.state.kind) };
}

const files = (...names: string[]) => names.map((name) => new File(["x"], name));
const settled = () => new Promise((resolve) => setTimeout(resolve));

it("sends two at once and the next when one is through", async () => {
  const { sent, queue, kinds, accepted } = door();
  queue.add(files("a", "b", "c"));
  expect(kinds()).toEqual(["sending", "sending", "waiting"]);
  sent[0]?.progress(0.5);
  expect(queue.uploads[0]?.state).toEqual({ kind: "sending", share: 0.5 });
  sent[0]?.done();
  await settled();
  expect(kinds()).toEqual(["accepted", "sending", "sending"]);
  expect(accepted()).toBe(1);
});

it("keeps the reason of a refusal, and tries again on request", async () => {
  const { sent, queue, kinds } = door();
  queue.add(files("a"), "doc-1");
  sent[0]?.fail(new ApiError({ kind: "offline" }));
  await settled();
  expect(queue.uploads[0]?.state).toEqual({ kind: "refused", failure: { kind: "offline" } });
  queue.retry(queue.uploads[0]?.id ?? 0);
  expect(sent[1]).toMatchObject({ name: "a", documentId: "doc-1" });
  sent[1]?.done();
  await settled();
  expect(kinds()).toEqual(["accepted"]);
});

it("forgets what is through when the next files come, and keeps what was refused", async () => {
  const { sent, queue } = door();
  queue.add(files("a", "b"));
  sent[0]?.done();
  sent[1]?.fail(new ApiError({ kind: "unexpected" }));
  await settled();
  queue.add(files("c"));
  expect(queue.uploads.map((upload) => upload.name)).toEqual(["b", "c"]);
  queue.hideSettled();
  expect(queue.uploads.map((upload) => upload.name)).toEqual(["c"]);
});

it("stops a file that is taken from the list and goes on with the next", async () => {
  const { sent, queue, kinds } = door();
  queue.add(files("a", "b", "c"));
  queue.hide(queue.uploads[0]?.id ?? 0);
  await settled();
  expect(sent.map((file) => file.name)).toEqual(["a", "b", "c"]);
  expect(kinds()).toEqual(["sending", "sending"]);
});

it("takes the sentence of the file itself from the answer of the door", () => {
  const body = JSON.stringify({
    code: "empty-document",
    detail: "Nothing was accepted.",
    files: [{ name: "a", code: "unsupported-document", detail: "Save it as PDF." }],
  });
  expect(refusalOf(415, body, null).failure).toMatchObject({ code: "unsupported-document", detail: "Save it as PDF." });
  expect(refusalOf(502, "<html>", "7").failure).toMatchObject({ status: 502, detail: "", retryAfterSeconds: 7 });
});
