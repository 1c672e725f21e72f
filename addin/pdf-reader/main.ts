// The PDF reader: a process of its own, so that a hostile file can exhaust or end this process and never the API.
import "./stand-ins";
import { createInterface } from "node:readline";
import type { ReadRequest, Reply } from "./protocol";
import { ReadFailure } from "./protocol";
import { readDocument } from "./read-document";

function send(reply: Reply): void {
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}

async function answer(request: ReadRequest): Promise<void> {
  const { id } = request;
  try {
    const document = await readDocument(request.path, request.limits);
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

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
  if (line.trim() !== "") await answer(JSON.parse(line) as ReadRequest);
process.exit(0);
