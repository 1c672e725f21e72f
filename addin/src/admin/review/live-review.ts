/** Hears what happens on the desk, and asks every few seconds while it cannot. */
import { HttpTransportType, type HubConnection, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import { asList, asObject } from "../../api/decode";
import { session } from "../../sign-in/session";
import { decodeItem, type ReviewItem } from "./review-shapes";

export interface ReviewListener {
  changed(items: readonly ReviewItem[]): void;
  /** Something may have been missed: read everything again. */
  refresh(): void;
  status(live: boolean): void;
}

const pollMilliseconds = 5_000;
const connectAgainMilliseconds = 10_000;

export function listenToReview(listener: ReviewListener): void {
  const connection = new HubConnectionBuilder()
    .withUrl("/hubs/review", {
      transport: HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents,
      accessTokenFactory: async () => (await session.token()) ?? "",
    })
    .configureLogging(LogLevel.None)
    .build();
  connection.on("itemsChanged", (lines: unknown) =>
    listener.changed(asList(lines).map((line) => decodeItem(asObject(line).item))),
  );
  let poll: ReturnType<typeof setInterval> | undefined;
  const lost = () => {
    listener.status(false);
    poll ??= setInterval(() => listener.refresh(), pollMilliseconds);
    setTimeout(() => void connect(), connectAgainMilliseconds);
  };
  const connect = async () => {
    if (!(await started(connection))) return lost();
    clearInterval(poll);
    poll = undefined;
    listener.status(true);
    listener.refresh();
  };
  connection.onclose(() => lost());
  void connect();
}

async function started(connection: HubConnection): Promise<boolean> {
  try {
    await connection.start();
    return true;
  } catch {
    // The page goes on without the hub; how it fares is told by the answers to its questions.
    return false;
  }
}
