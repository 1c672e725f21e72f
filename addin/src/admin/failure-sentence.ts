/** Says every failure of the knowledge page as a sentence that tells what to do. */
import type { Failure } from "../api/failure";
import { failureText } from "../draft/failure-text";
import type { AdminLanguage } from "./words/admin-words";

export function failureSentence(language: AdminLanguage, failure: Failure): string {
  if (failure.kind !== "problem") return failureText(language.pane.words, failure);
  if (failure.code === "too-large") return language.words.tooLarge;
  const remedy = remedyFor(language, failure.code, failure.detail);
  if (remedy !== "" && failure.code !== "rate-limited") return remedy;
  return failureText(language.pane.words, failure);
}

/** The server says it best, in English; other languages have a sentence for each known reason. */
export function remedyFor(language: AdminLanguage, code: string, detail: string): string {
  const known: Readonly<Record<string, string>> = language.words.remedies;
  const english = language.pane.tag.toLowerCase().startsWith("en");
  if (english && detail !== "") return detail;
  return (Object.hasOwn(known, code) ? known[code] : undefined) ?? detail;
}
