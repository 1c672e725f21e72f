/** What the audit page asks of the API. */
import { ApiClient } from "../../api/client";
import { asList, asNumber, asObject, asText } from "../../api/decode";

export interface TrailFilter {
  readonly action: string;
  readonly person: string;
  readonly target: string;
  readonly from: string;
  readonly to: string;
}

export interface TrailLine {
  readonly number: number;
  readonly at: string;
  readonly name: string;
  readonly action: string;
  readonly target: string;
  readonly outcome: number;
  readonly network: string;
}

export interface TrailPage {
  readonly lines: readonly TrailLine[];
  readonly next: number | null;
}

export interface Verification {
  readonly valid: boolean;
  readonly entries: number;
  readonly firstBroken: number;
}

const linesShown = 50;
const linesExported = 1000;

export class AuditClient extends ApiClient {
  async page(filter: TrailFilter, before: number | null, signal: AbortSignal): Promise<TrailPage> {
    const query = queryOf(filter, linesShown);
    if (before !== null) query.set("before", String(before));
    const json = asObject(await (await this.call(`/api/audit?${query}`, {}, signal)).json());
    const next = typeof json.next === "number" ? json.next : null;
    return { lines: asList(json.entries).map(decodeLine), next };
  }

  async verify(signal: AbortSignal): Promise<Verification> {
    const json = asObject(await (await this.call("/api/audit/verification", {}, signal)).json());
    return {
      valid: json.valid === true,
      entries: asNumber(json.entries, 0),
      firstBroken: asNumber(json.firstBroken, 0),
    };
  }

  /** The newest entries that fit, as a file. */
  async export(filter: TrailFilter, format: "csv" | "json", signal: AbortSignal): Promise<Blob> {
    const query = queryOf(filter, linesExported);
    query.set("format", format);
    return await (await this.call(`/api/audit?${query}`, {}, signal)).blob();
  }
}

function queryOf(filter: TrailFilter, limit: number): URLSearchParams {
  const query = new URLSearchParams({ limit: String(limit) });
  for (const name of ["action", "person", "target"] as const) if (filter[name] !== "") query.set(name, filter[name]);
  // A day of the calendar is the reader's own, from its first moment to the first of the next.
  if (filter.from !== "") query.set("from", dayOf(filter.from, 0));
  if (filter.to !== "") query.set("to", dayOf(filter.to, 1));
  return query;
}

function dayOf(date: string, plus: number): string {
  const day = new Date(`${date}T00:00:00`);
  day.setDate(day.getDate() + plus);
  return day.toISOString();
}

function decodeLine(value: unknown): TrailLine {
  const json = asObject(value);
  return {
    number: asNumber(json.number, 0),
    at: asText(json.at),
    name: asText(json.name),
    action: asText(json.action),
    target: asText(json.target),
    outcome: asNumber(json.outcome, 0),
    network: asText(json.network),
  };
}
