// The PDF reader: a process of its own, so that a hostile file can exhaust or end this process and never the API.
import "./stand-ins";
import { createInterface } from "node:readline";
import type { Piece, ReadRequest, Reply } from "./protocol";
import { ReadFailure } from "./protocol";
import { readDocument } from "./read-document";

function send(reply: Reply): void {
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}

async function answer(request: ReadRequest, bytes: Buffer): Promise<void> {
  const { id } = request;
  try {
    const document = await readDocument(bytes, request.limits);
    for (const page of document.pages)
      send({ id, page: page.number, blocks: page.blocks, ...(page.hidden ? { hidden: true as const } : {}) });
    send({ id, done: true, pages: document.pages.length, title: document.title });
  } catch (error) {
    // What pdf.js says may quote the document, so only its kind leaves this process.
    if (error instanceof ReadFailure) send({ id, error: { code: error.code, detail: error.message } });
    else send({ id, error: { code: "damaged", detail: error instanceof Error ? error.name : "unknown" } });
  }
}

// A promise that pdf.js forgot must not end the process while another one answers.
process.on("unhandledRejection", () => {});

send({ id: 0, ready: true });

let pieces: Buffer[] = [];
let whose = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === "") continue;
  const message = JSON.parse(line) as Piece | ReadRequest;
  // Pieces of a document that was given up half way must not become part of the next one.
  if (message.id !== whose) pieces = [];
  whose = message.id;
  if ("bytes" in message) pieces.push(Buffer.from(message.bytes, "base64"));
  else await answer(message, Buffer.concat(pieces.splice(0)));
}
process.exit(0);
