/** Says in one line how much knowledge there is. */
import { fill } from "../language/words";
import type { KnowledgeSummary } from "./knowledge-shapes";
import type { AdminLanguage } from "./words/admin-words";

export function summaryLine({ words, number, size }: AdminLanguage, summary: KnowledgeSummary): string {
  const parts = [
    fill(words.counts, {
      documents: number(summary.documents),
      size: size(summary.bytes),
      passages: number(summary.passages),
    }),
    summary.working > 0 && fill(words.working, { n: number(summary.working) }),
    summary.failed > 0 && fill(words.failed, { n: number(summary.failed) }),
  ];
  return parts.filter((part) => part !== false).join(" · ");
}
