/** Splits a text/event-stream into events; the browser's EventSource cannot POST, so the pane reads the stream itself. */

export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

/** Feed it pieces of any size; it returns the events that became whole. An event cut off by the end of the stream is dropped. */
export class EventStreamParser {
  private rest = "";
  private name = "";
  private data: string[] = [];

  push(piece: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    this.rest += piece;
    for (;;) {
      const end = this.rest.search(/\r\n|\n|\r/);
      // A lone CR at the very end may be half of a CRLF.
      if (end < 0 || (this.rest[end] === "\r" && end === this.rest.length - 1)) return events;
      const line = this.rest.slice(0, end);
      this.rest = this.rest.slice(end + (this.rest.startsWith("\r\n", end) ? 2 : 1));
      const event = this.take(line);
      if (event) events.push(event);
    }
  }

  private take(line: string): ServerEvent | null {
    if (line === "") {
      const event = this.data.length > 0 ? { name: this.name || "message", data: this.data.join("\n") } : null;
      this.name = "";
      this.data = [];
      return event;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.name = value;
    if (field === "data") this.data.push(value);
    return null;
  }
}

/** Reads a response body to its end and yields its events. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = new EventStreamParser();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    // Leaving early (stop, error) must also close the connection, or the server keeps writing.
    await reader.cancel().catch(() => undefined);
  }
}
