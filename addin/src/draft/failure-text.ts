/** Says every failure as a sentence that a person can act on. */
import type { Failure } from "../api/failure";
import type { Words } from "../language/english";
import { fill } from "../language/words";
import type { HostProblem } from "../outlook/mail-host";

export function failureText(words: Words, failure: Failure): string {
  if (failure.kind !== "problem") return words.failures[failure.kind];
  switch (failure.code) {
    case "too-large":
    case "unauthorized":
    case "forbidden":
    case "model-unavailable":
      return words.failures[failure.code];
    case "rate-limited":
      return fill(words.failures["rate-limited"], { seconds: failure.retryAfterSeconds ?? 60 });
    case "validation":
      return fill(words.failures.validation, { detail: failure.detail });
  }
  if ([404, 405, 501].includes(failure.status)) return words.failures.unavailable;
  return failure.detail || fill(words.failures.status, { status: failure.status });
}

export function readProblemText(words: Words, problem: HostProblem): string {
  switch (problem) {
    case "no-answer":
    case "item-changed":
      return words.readProblems[problem];
    case "no-item":
      return words.noItem;
    case "empty-body":
      return words.hostProblems[problem];
    default:
      return words.readProblems.other;
  }
}

export function insertProblemText(words: Words, problem: HostProblem): string {
  return words.hostProblems[problem];
}
