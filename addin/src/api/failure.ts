/** Every way a call to the API can fail, as one value that the pane turns into a sentence. */
import { asObject, asText } from "./decode";

export type Failure =
  | { readonly kind: "offline" }
  | { readonly kind: "interrupted" }
  | { readonly kind: "timeout" }
  | { readonly kind: "unexpected" }
  | {
      readonly kind: "problem";
      readonly status: number;
      readonly code: string;
      readonly detail: string;
      readonly retryAfterSeconds: number | null;
    };

export class ApiError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
    this.name = "ApiError";
  }
}

export function problem(value: unknown, status: number, retryAfter: string | null = null): Failure {
  const json = asObject(value);
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  return {
    kind: "problem",
    status,
    code: asText(json.code),
    detail: asText(json.detail) || asText(json.title),
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
  };
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** Anything thrown on the way becomes a failure; only the person's own abort stays an exception. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ApiError) return error.failure;
  if (error instanceof DOMException && error.name === "TimeoutError") return { kind: "timeout" };
  if (error instanceof TypeError) return { kind: "offline" };
  return { kind: "unexpected" };
}
