/** What the reports page hears from the API. */
import { asList, asNumber, asObject, asText, type Json } from "../../api/decode";

export interface ReportStep {
  readonly at: string;
  readonly received: number;
  readonly drafts: number;
  readonly approved: number;
  readonly rejected: number;
  readonly breached: number;
  readonly openQuestions: number;
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
  readonly categories: Readonly<Record<string, number>>;
}

export interface Acceptance {
  readonly decided: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly refused: number;
  readonly acceptance: number | null;
  readonly meanDistance: number | null;
  readonly medianDistance: number | null;
  /** How many were changed by 0, up to 5, 15, 30, 50 and 100 %. */
  readonly distances: readonly number[];
}

export interface ReportGroup {
  readonly name: string;
  readonly label: string;
  readonly drafts: number;
  readonly decided: number;
  readonly acceptance: number | null;
  readonly meanDistance: number | null;
  readonly medianSeconds: number | null;
  readonly openQuestions: number;
}

export interface Waiting {
  readonly urgency: string;
  readonly open: number;
  readonly overdue: number;
  readonly oldestSeconds: number;
}

export interface Report {
  readonly step: string;
  readonly totals: Readonly<Record<string, number>>;
  readonly series: readonly ReportStep[];
  readonly categories: readonly { readonly label: string; readonly count: number }[];
  readonly firstDraft: {
    readonly count: number;
    readonly medianSeconds: number | null;
    readonly p95Seconds: number | null;
  };
  readonly serviceLevel: {
    readonly due: number;
    readonly met: number;
    readonly missed: number;
    readonly attainment: number | null;
  };
  readonly review: Acceptance;
  readonly pane: Acceptance;
  readonly waiting: readonly Waiting[];
  readonly mailboxes: readonly ReportGroup[];
  readonly models: readonly ReportGroup[];
}

export interface Alert {
  readonly code: string;
  readonly severity: "warning" | "critical";
  readonly subject: string;
  readonly detail: string;
}

export function decodeReport(value: unknown): Report {
  const json = asObject(value);
  const firstDraft = asObject(json.firstDraft);
  const serviceLevel = asObject(json.serviceLevel);
  return {
    step: asText(json.step, "day"),
    totals: numbers(asObject(json.totals)),
    series: asList(json.series).map(decodeStep),
    categories: asList(json.categories).map((item) => ({
      label: asText(asObject(item).label),
      count: asNumber(asObject(item).count),
    })),
    firstDraft: {
      count: asNumber(firstDraft.count),
      medianSeconds: maybe(firstDraft.medianSeconds),
      p95Seconds: maybe(firstDraft.p95Seconds),
    },
    serviceLevel: {
      due: asNumber(serviceLevel.due),
      met: asNumber(serviceLevel.met),
      missed: asNumber(serviceLevel.missed),
      attainment: maybe(serviceLevel.attainment),
    },
    review: decodeAcceptance(json.review),
    pane: decodeAcceptance(json.pane),
    waiting: asList(json.waiting).map((item) => {
      const waiting = asObject(item);
      return {
        urgency: asText(waiting.urgency),
        open: asNumber(waiting.open),
        overdue: asNumber(waiting.overdue),
        oldestSeconds: asNumber(waiting.oldestSeconds),
      };
    }),
    mailboxes: asList(json.mailboxes).map(decodeGroup),
    models: asList(json.models).map(decodeGroup),
  };
}

export function decodeAlerts(value: unknown): readonly Alert[] {
  return asList(asObject(value).alerts).map((item) => {
    const json = asObject(item);
    return {
      code: asText(json.code),
      severity: json.severity === "critical" ? "critical" : "warning",
      subject: asText(json.subject),
      detail: asText(json.detail),
    };
  });
}

function decodeStep(value: unknown): ReportStep {
  const json = asObject(value);
  const count = (name: string) => asNumber(json[name]);
  return {
    at: asText(json.at),
    received: count("received"),
    drafts: count("drafts"),
    approved: count("approved"),
    rejected: count("rejected"),
    breached: count("breached"),
    openQuestions: count("openQuestions"),
    negative: count("negative"),
    neutral: count("neutral"),
    positive: count("positive"),
    categories: numbers(asObject(json.categories)),
  };
}

function decodeAcceptance(value: unknown): Acceptance {
  const json = asObject(value);
  return {
    decided: asNumber(json.decided),
    unchanged: asNumber(json.unchanged),
    changed: asNumber(json.changed),
    refused: asNumber(json.refused),
    acceptance: maybe(json.acceptance),
    meanDistance: maybe(json.meanDistance),
    medianDistance: maybe(json.medianDistance),
    distances: asList(json.distances).map((count) => asNumber(count)),
  };
}

function decodeGroup(value: unknown): ReportGroup {
  const json = asObject(value);
  return {
    name: asText(json.name),
    label: asText(json.label),
    drafts: asNumber(json.drafts),
    decided: asNumber(json.decided),
    acceptance: maybe(json.acceptance),
    meanDistance: maybe(json.meanDistance),
    medianSeconds: maybe(json.medianSeconds),
    openQuestions: asNumber(json.openQuestions),
  };
}

function numbers(json: Json): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, asNumber(value)]));
}

function maybe(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
