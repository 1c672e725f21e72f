/** Draws what was found out about the mail: classification, warnings and the checklist of its questions. */
import type { Classification, Draft, Outcome, Question, Warning } from "../api/shapes";
import type { Words } from "../language/english";
import { fill, nameOf } from "../language/words";
import { type Child, element, type IconName, icon } from "../look/dom";

export function classificationChips(words: Words, found: Classification, locale: string): HTMLElement {
  const urgent = found.urgency.label === "high" || found.urgency.label === "critical";
  const chips: Child[] = [
    chip(nameOf(words.sentiment, found.sentiment.label), `sentiment-${found.sentiment.label}`),
    chip(nameOf(words.urgency, found.urgency.label), urgent ? "urgent" : "", found.urgency.reasons.join("; ")),
    chip(nameOf(words.categories, found.category.label)),
    ...found.intents.slice(0, 1).map((intent) => chip(nameOf({}, intent.label))),
    found.language !== "" && chip(languageName(found.language, locale)),
    found.outOfScope && chip(words.outOfScope, "doubt"),
    found.uncertain && chip(words.uncertain, "doubt"),
  ];
  return element("ul", { class: "chips", "aria-label": words.understanding }, ...chips);
}

function chip(text: string, kind = "", title = ""): Child {
  return text !== "" && element("li", { class: `chip ${kind}`.trim(), title: title || undefined }, text);
}

function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    // Not a well-formed tag: better shown as it is than not at all.
    return tag;
  }
}

export function warningBars(words: Words, warnings: readonly Warning[]): readonly HTMLElement[] {
  return warnings.map((warning) => {
    const known: Readonly<Record<string, string>> = words.warnings;
    const text = Object.hasOwn(known, warning.code) ? known[warning.code] : warning.detail || warning.code;
    const { passage } = warning;
    if (!passage) return messageBar("warning", text ?? warning.code);
    return messageBar(
      "warning",
      text ?? warning.code,
      element(
        "details",
        { class: "small" },
        element("summary", {}, passage.documentName === "" ? words.warnedWords : fill(words.warnedDocument, passage)),
        element("blockquote", { dir: "auto" }, passage.text),
      ),
    );
  });
}

export function messageBar(kind: "warning" | "info" | "error" | "success", ...children: Child[]): HTMLElement {
  const picture: IconName = kind === "success" ? "check" : kind === "info" ? "info" : "warning";
  return element("div", { class: `bar ${kind}` }, icon(picture), element("div", { class: "bar-words" }, ...children));
}

const outcomeIcons: Readonly<Record<Outcome, IconName>> = { answered: "check", open: "question", deferred: "clock" };

export function questionList(words: Words, questions: readonly Question[]): readonly Child[] {
  if (questions.length === 0) return [];
  return [
    element("h2", {}, words.questions),
    element(
      "ul",
      { class: "questions" },
      ...questions.map((question) =>
        element(
          "li",
          { class: question.outcome },
          icon(outcomeIcons[question.outcome]),
          element("span", { dir: "auto" }, question.text),
          element("span", { class: "outcome" }, words.outcomes[question.outcome]),
        ),
      ),
    ),
  ];
}

export function groundingBar(words: Words, draft: Draft): Child {
  if (draft.grounding === "not-needed") return messageBar("info", words.notNeeded);
  return draft.grounding === "unanswered" && messageBar("info", words.unanswered);
}

export function engineLine(words: Words, draft: Draft, locale: string): readonly Child[] {
  const seconds = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(draft.elapsedMilliseconds / 1000);
  const { provider, model } = draft.engine;
  const line = element("p", { class: "quiet small engine" }, fill(words.engine, { provider, model, seconds }));
  if (!draft.quality) return [line];
  return [
    line,
    element(
      "details",
      { class: "quality small" },
      element("summary", {}, fill(words.quality, { percent: Math.round(draft.quality.score * 100) })),
      element(
        "ul",
        {},
        ...draft.quality.checks.map((check) =>
          element("li", {}, icon(check.passed ? "check" : "warning"), check.detail || nameOf({}, check.name)),
        ),
      ),
    ),
  ];
}
