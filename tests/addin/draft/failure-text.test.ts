/** Every failure is a sentence, in every language. */
import type { Failure } from "../../../addin/src/api/failure";
import { failureText, insertProblemText, readProblemText } from "../../../addin/src/draft/failure-text";
import { english } from "../../../addin/src/language/english";
import { french } from "../../../addin/src/language/french";
import { german } from "../../../addin/src/language/german";
import { spanish } from "../../../addin/src/language/spanish";
import type { HostProblem } from "../../../addin/src/outlook/mail-host";

const problem = (code: string, status: number, detail = ""): Failure => ({
  kind: "problem",
  code,
  status,
  detail,
  retryAfterSeconds: 9,
});
const failures: readonly Failure[] = [
  { kind: "offline" },
  { kind: "interrupted" },
  { kind: "timeout" },
  { kind: "unexpected" },
  problem("too-large", 413),
  problem("rate-limited", 429),
  problem("model-unavailable", 503),
  problem("validation", 400, "message.body.content is empty."),
  problem("unauthorized", 401),
  problem("forbidden", 403),
  problem("something-new", 418),
  problem("", 501),
];
const hostProblems: readonly HostProblem[] = [
  "no-item",
  "item-changed",
  "empty-body",
  "no-answer",
  "mailbox-server",
  "mailbox-missing",
  "no-permission",
  "too-large",
  "other",
];

describe.each([
  ["English", english],
  ["German", german],
  ["French", french],
  ["Spanish", spanish],
])("in %s", (_, words) => {
  it("has a sentence without gaps for every failure", () => {
    const sentences = [
      ...failures.map((failure) => failureText(words, failure)),
      ...hostProblems.flatMap((one) => [insertProblemText(words, one), readProblemText(words, one)]),
    ];
    for (const sentence of sentences) {
      expect(sentence.length).toBeGreaterThan(20);
      expect(sentence).not.toMatch(/[{}]|undefined/);
      expect(sentence).toMatch(/[.)]$/);
    }
  });
});

it("shows the API's own sentence for a code that came later", () => {
  expect(failureText(english, problem("quota", 402, "The month's budget is used up."))).toBe(
    "The month's budget is used up.",
  );
});
