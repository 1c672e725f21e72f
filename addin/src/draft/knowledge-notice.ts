/** Tells, before anyone drafts, whether there is anything to draft from and whether the API answers at all. */
import type { ApiClient } from "../api/client";
import { type Failure, failureOf, isAbort } from "../api/failure";
import type { Words } from "../language/english";
import { fill } from "../language/words";
import type { Child } from "../look/dom";
import { button } from "./draft-actions";
import { failureText } from "./failure-text";
import { messageBar } from "./findings-view";

export type Knowledge =
  | { readonly kind: "unknown" }
  | { readonly kind: "empty" }
  | { readonly kind: "indexing"; readonly count: number }
  | { readonly kind: "ready" }
  | { readonly kind: "unreachable"; readonly failure: Failure };

const documentsAsked = 100;

export async function askKnowledge(client: ApiClient, signal: AbortSignal): Promise<Knowledge> {
  try {
    const documents = await client.documents(documentsAsked, signal);
    if (documents.length === 0) return { kind: "empty" };
    const busy = documents.filter((document) => document.state !== "ready" && document.state !== "failed").length;
    return busy > 0 ? { kind: "indexing", count: busy } : { kind: "ready" };
  } catch (error) {
    if (isAbort(error)) return { kind: "unknown" };
    const failure = failureOf(error);
    // A reader without rights on the list can still draft; only silence of the whole API matters here.
    return failure.kind === "offline" || failure.kind === "timeout"
      ? { kind: "unreachable", failure }
      : { kind: "unknown" };
  }
}

export function knowledgeBar(
  words: Words,
  knowledge: Knowledge,
  manage: () => void,
  again: () => void,
): readonly Child[] {
  switch (knowledge.kind) {
    case "empty":
      return [messageBar("info", words.noKnowledge, " ", button(words.manageKnowledge, "link", manage))];
    case "indexing":
      return [messageBar("info", fill(words.indexing, { n: knowledge.count }))];
    case "unreachable":
      return [messageBar("error", failureText(words, knowledge.failure), " ", button(words.tryAgain, "link", again))];
    default:
      return [];
  }
}
