/** Waits for an Office callback without trusting it to come: it may be late, absent, or the call may throw at once. */

/** The part of Office.AsyncResult that is read here. */
export interface AsyncAnswer<T> {
  readonly status: string;
  readonly value?: T;
  readonly error?: { readonly code?: number | string; readonly name?: string; readonly message?: string };
}

export type CallOutcome<T> =
  | { readonly kind: "ok"; readonly value: T | undefined }
  | { readonly kind: "failed"; readonly code: string; readonly name: string; readonly message: string }
  | { readonly kind: "threw"; readonly message: string }
  | { readonly kind: "silent" };

/** Outlook answers local calls within a second; classic Outlook has been seen to need several for reply forms. */
export const readMilliseconds = 15_000;
export const insertMilliseconds = 8_000;

export function watch<T>(
  milliseconds: number,
  start: (done: (answer: AsyncAnswer<T>) => void) => void,
  signal?: AbortSignal,
): Promise<CallOutcome<T>> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new DOMException("Stopped", "AbortError"));
    };
    const finish = (outcome: CallOutcome<T>) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      resolve(outcome);
    };
    const timer = setTimeout(() => finish({ kind: "silent" }), milliseconds);
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop, { once: true });
    try {
      start((answer) => finish(outcomeOf(answer)));
    } catch (error) {
      finish({ kind: "threw", message: error instanceof Error ? error.message : String(error) });
    }
  });
}

function outcomeOf<T>(answer: AsyncAnswer<T>): CallOutcome<T> {
  if (answer.status === "succeeded") return { kind: "ok", value: answer.value };
  const { code = "", name = "", message = "" } = answer.error ?? {};
  return { kind: "failed", code: String(code), name, message };
}
