/** Sends many files, few at a time, and remembers what became of each; knows nothing of the page. */
import { type Failure, failureOf, isAbort } from "../api/failure";
import type { SendFile } from "./send-file";

export type UploadState =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "accepted" }
  | { readonly kind: "refused"; readonly failure: Failure };

export interface Upload {
  readonly id: number;
  readonly name: string;
  readonly state: UploadState;
}

interface Entry {
  readonly id: number;
  readonly file: File;
  readonly documentId: string | null;
  readonly stop: AbortController;
  state: UploadState;
}

const mostAtOnce = 2;

export class UploadQueue {
  private entries: Entry[] = [];
  private nextId = 1;

  constructor(
    private readonly send: SendFile,
    private readonly changed: () => void,
    private readonly accepted: () => void,
  ) {}

  get uploads(): readonly Upload[] {
    return this.entries.map(({ id, file, state }) => ({ id, name: file.name, state }));
  }

  add(files: readonly File[], documentId: string | null = null): void {
    if (this.entries.every(isSettled)) this.entries = this.entries.filter((entry) => entry.state.kind === "refused");
    for (const file of files)
      this.entries.push({
        id: this.nextId++,
        file,
        documentId,
        stop: new AbortController(),
        state: { kind: "waiting" },
      });
    this.work();
  }

  /** Tries a refused file once more, for refusals that came from the network. */
  retry(id: number): void {
    const entry = this.entries.find((candidate) => candidate.id === id);
    if (!entry) return;
    this.hide(id);
    this.add([entry.file], entry.documentId);
  }

  /** Stops a file on its way, or takes a settled one from the list. */
  hide(id: number): void {
    this.entries.find((entry) => entry.id === id)?.stop.abort();
    this.entries = this.entries.filter((entry) => entry.id !== id);
    this.changed();
  }

  hideSettled(): void {
    this.entries = this.entries.filter((entry) => !isSettled(entry));
    this.changed();
  }

  private work(): void {
    const sending = this.entries.filter((entry) => entry.state.kind === "sending").length;
    const next = this.entries.filter((entry) => entry.state.kind === "waiting").slice(0, mostAtOnce - sending);
    for (const entry of next) void this.run(entry);
    this.changed();
  }

  private async run(entry: Entry): Promise<void> {
    entry.state = { kind: "sending", share: 0 };
    try {
      const progress = (share: number) => {
        entry.state = { kind: "sending", share };
        this.changed();
      };
      await this.send(entry.file, entry.documentId, progress, entry.stop.signal);
      entry.state = { kind: "accepted" };
      this.accepted();
    } catch (error) {
      if (!isAbort(error)) entry.state = { kind: "refused", failure: failureOf(error) };
    }
    this.work();
  }
}

function isSettled(entry: Entry): boolean {
  return entry.state.kind === "accepted" || entry.state.kind === "refused";
}
