/** What the page of organisations asks of the API. */
import { ApiClient } from "../../api/client";
import { asList, asNumber, asObject, asText } from "../../api/decode";

export type OrganisationState = "active" | "suspended" | "erased";

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly state: OrganisationState;
  readonly home: boolean;
  readonly changedAt: string | null;
}

export interface Organisations {
  readonly many: boolean;
  readonly all: readonly Organisation[];
}

const longMilliseconds = 600_000;

export class OrganisationsClient extends ApiClient {
  async list(signal: AbortSignal): Promise<Organisations> {
    const json = asObject(await (await this.call("/api/organisations", {}, signal)).json());
    return { many: json.many === true, all: asList(json.organisations).map(decode) };
  }

  async add(id: string, name: string, signal: AbortSignal): Promise<void> {
    const headers = { "Content-Type": "application/json" };
    await this.call("/api/organisations", { method: "POST", headers, body: JSON.stringify({ id, name }) }, signal);
  }

  async change(id: string, what: "suspend" | "resume", signal: AbortSignal): Promise<void> {
    await this.call(`/api/organisations/${encodeURIComponent(id)}/${what}`, { method: "POST" }, signal);
  }

  /** The number of records removed. */
  async erase(id: string, signal: AbortSignal): Promise<number> {
    const path = `/api/organisations/${encodeURIComponent(id)}`;
    const json = asObject(await (await this.call(path, { method: "DELETE" }, signal, longMilliseconds)).json());
    return Object.values(asObject(json.erased)).reduce<number>((sum, count) => sum + asNumber(count, 0), 0);
  }
}

function decode(value: unknown): Organisation {
  const json = asObject(value);
  const state = asText(json.state);
  return {
    id: asText(json.id),
    name: asText(json.name),
    state: state === "suspended" || state === "erased" ? state : "active",
    home: json.home === true,
    changedAt: typeof json.changedAt === "string" ? json.changedAt : null,
  };
}
