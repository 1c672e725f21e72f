/** What the privacy page asks of the API. */
import { ApiClient } from "../../api/client";
import { asList, asNumber, asObject, asText } from "../../api/decode";

export type Counts = readonly (readonly [name: string, count: number])[];

export interface Erasure {
  readonly erased: Counts;
  readonly kept: Counts;
  readonly filesClean: boolean;
}

export interface Retention {
  readonly classes: readonly { readonly name: string; readonly days: number }[];
  readonly purges: readonly { readonly at: string; readonly removed: Counts }[];
}

export class PrivacyClient extends ApiClient {
  async export(address: string, signal: AbortSignal): Promise<Blob> {
    const query = new URLSearchParams({ address });
    return await (await this.call(`/api/privacy/exports?${query}`, {}, signal, longMilliseconds)).blob();
  }

  async erase(address: string, keepDocuments: boolean, signal: AbortSignal): Promise<Erasure> {
    const request = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ address, keepDocuments }),
    };
    const json = asObject(await (await this.call("/api/privacy/erasures", request, signal, longMilliseconds)).json());
    return { erased: countsOf(json.erased), kept: countsOf(json.kept), filesClean: json.filesClean === true };
  }

  async retention(signal: AbortSignal): Promise<Retention> {
    const json = asObject(await (await this.call("/api/privacy/purges", {}, signal)).json());
    return {
      classes: asList(json.classes).map((one) => ({
        name: asText(asObject(one).class),
        days: asNumber(asObject(one).days, 0),
      })),
      purges: asList(json.purges).map((one) => ({
        at: asText(asObject(one).at),
        removed: countsOf(asObject(one).removed),
      })),
    };
  }

  async purge(signal: AbortSignal): Promise<Counts> {
    return countsOf(
      await (await this.call("/api/privacy/purges", { method: "POST" }, signal, longMilliseconds)).json(),
    );
  }
}

/** A large database is written anew, which takes its time. */
const longMilliseconds = 600_000;

function countsOf(value: unknown): Counts {
  return Object.entries(asObject(value)).map(([name, count]) => [name, asNumber(count, 0)]);
}
