/** Turns the many ways Outlook says no into the few that a person can do something about. */
import type { HostProblem } from "./mail-host";
import type { CallOutcome } from "./watchdog";

/** Numbers from Office's error list: 9020 and 5001 come back when Exchange does not answer, 7000 when a right is missing. */
const byCode: Readonly<Record<string, HostProblem>> = {
  "5001": "mailbox-server",
  "9020": "mailbox-server",
  "9030": "mailbox-server",
  "9043": "mailbox-server",
  "7000": "no-permission",
  "9000": "too-large",
};

export function hostProblem(outcome: CallOutcome<unknown>): HostProblem {
  switch (outcome.kind) {
    case "silent":
      return "no-answer";
    case "threw":
      return /32 ?KB|too (large|long)|length|size/i.test(outcome.message) ? "too-large" : "other";
    case "failed": {
      const said = `${outcome.name} ${outcome.message}`;
      if (/ErrorNonExistentMailbox|ErrorItemNotFound/i.test(said)) return "mailbox-missing";
      if (/permission|access ?denied/i.test(said)) return "no-permission";
      return byCode[outcome.code] ?? "other";
    }
    case "ok":
      return "other";
  }
}
