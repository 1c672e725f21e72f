/** Hears from the server what changes, and asks every few seconds while it cannot. */
import { HttpTransportType, type HubConnection, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import { asObject, asText } from "../api/decode";
import { session } from "../sign-in/session";
import { type DocumentEntry, decodeDocument } from "./knowledge-shapes";

export type LiveStatus = "live" | "polling";

export interface LiveListener {
  documentChanged(document: DocumentEntry): void;
  documentRemoved(documentId: string): void;
  gapsChanged(): void;
  /** Something may have been missed: read everything again. */
  refresh(): void;
  status(status: LiveStatus): void;
}

const pollMilliseconds = 5_000;
const connectAgainMilliseconds = 10_000;

export function listen(listener: LiveListener): void {
  const connection = new HubConnectionBuilder()
    .withUrl("/hubs/knowledge", {
      transport: HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents,
      accessTokenFactory: async () => (await session.token()) ?? "",
    })
    .configureLogging(LogLevel.None)
    .build();
  connection.on("documentChanged", (document: unknown) => listener.documentChanged(decodeDocument(document)));
  connection.on("documentRemoved", (news: unknown) => listener.documentRemoved(asText(asObject(news).documentId)));
  connection.on("gapsChanged", () => listener.gapsChanged());
  const poll = new Poll(() => listener.refresh());
  connection.onclose(() => void connect(connection, listener, poll));
  void connect(connection, listener, poll);
}

async function connect(connection: HubConnection, listener: LiveListener, poll: Poll): Promise<void> {
  try {
    await connection.start();
    poll.stop();
    listener.status("live");
    listener.refresh();
  } catch {
    // The page goes on without the hub; how it fares is told by the answers to its questions.
    poll.start();
    listener.status("polling");
    setTimeout(() => void connect(connection, listener, poll), connectAgainMilliseconds);
  }
}

class Poll {
  private timer: ReturnType<typeof setInterval> | null = null;
  constructor(private readonly ask: () => void) {}
  start(): void {
    this.timer ??= setInterval(this.ask, pollMilliseconds);
  }
  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }
}
