/** Draws a draft with its sources numbered and every place marked that a reviewer should check. */
import type { Draft } from "../../api/shapes";
import { fill } from "../../language/words";
import { element } from "../../look/dom";
import type { Risk } from "./review-shapes";
import type { ReviewWords } from "./review-words";

export function markedDraft(words: ReviewWords, draft: Draft, risks: readonly Risk[]): HTMLElement {
  const text = element("div", { class: "draft-text review-draft", dir: "auto", lang: draft.reply.language });
  let at = 0;
  for (const paragraph of draft.reply.text.split("\n\n")) {
    const line = element("p", { dir: "auto" });
    // The reply is its sentences joined by spaces, paragraph by paragraph.
    let left = paragraph.length;
    while (left > 0 && at < draft.sentences.length) {
      const sentence = draft.sentences[at];
      if (!sentence) break;
      const own = risks.filter((risk) => risk.sentence === at);
      line.append(...markedSentence(words, sentence.text, own), ...markers(sentence.citations), " ");
      left -= sentence.text.length + 1;
      at++;
    }
    text.append(line);
  }
  return text;
}

export function markedSentence(words: ReviewWords, text: string, risks: readonly Risk[]): readonly (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const risk of [...risks].sort((one, other) => one.start - other.start)) {
    if (risk.start < at || risk.start + risk.length > text.length) continue;
    parts.push(text.slice(at, risk.start));
    at = risk.start + risk.length;
    const told = `${words.riskKinds[risk.kind]}, ${risk.proven ? words.proven : words.unproven}`;
    parts.push(
      element(
        "mark",
        { class: `risk risk-${risk.kind}${risk.proven ? " proven" : ""}`, title: told },
        text.slice(risk.start, at),
        element("span", { class: "visually-hidden" }, ` (${told})`),
      ),
    );
  }
  parts.push(text.slice(at));
  return parts;
}

/** What the marks come to, for the eye that looks before it reads. */
export function riskSummary(words: ReviewWords, risks: readonly Risk[]): HTMLElement {
  const unproven = risks.filter((risk) => !risk.proven).length;
  const proven = risks.length - unproven;
  if (risks.length === 0) return element("p", { class: "quiet small" }, words.noRisks);
  return element(
    "ul",
    { class: "chips" },
    unproven > 0 && element("li", { class: "chip urgent" }, fill(words.risks, { n: unproven })),
    proven > 0 && element("li", { class: "chip" }, fill(words.risksProven, { n: proven })),
  );
}

function markers(citations: readonly number[]): readonly Node[] {
  return citations.map((marker) => element("a", { class: "marker", href: `#review-source-${marker}` }, `[${marker}]`));
}
