/** What the page of language models asks of the API. */
import { ApiClient } from "../../api/client";
import { asList, asNumber, asObject, asText } from "../../api/decode";

export interface ModelCall {
  readonly id: number;
  readonly at: string;
  readonly feature: string;
  readonly model: string;
  readonly promptVersion: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: number;
  readonly firstMilliseconds: number;
  readonly milliseconds: number;
  readonly attempts: number;
  readonly outcome: string;
}

export interface CallPage {
  readonly calls: readonly ModelCall[];
  readonly total: {
    readonly calls: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly cost: number;
  };
}

export const groupings = ["model", "prompt", "knowledge"] as const;
export type Grouping = (typeof groupings)[number];

export interface Fate {
  readonly writer: string;
  readonly promptVersion: string;
  readonly knowledgeVersion: number | null;
  readonly drafts: number;
  readonly inserted: number;
  readonly edited: number;
  readonly discarded: number;
  readonly unrated: number;
  readonly editedShare: number | null;
  readonly quality: number;
}

export const callsShown = 50;

export class ModelsClient extends ApiClient {
  async calls(before: number | null, signal: AbortSignal): Promise<CallPage> {
    const query = before === null ? "" : `&before=${before}`;
    const json = asObject(await (await this.call(`/api/models/calls?limit=${callsShown}${query}`, {}, signal)).json());
    const total = asObject(json.total);
    return {
      calls: asList(json.calls).map(decodeCall),
      total: {
        calls: asNumber(total.calls),
        inputTokens: asNumber(total.inputTokens),
        outputTokens: asNumber(total.outputTokens),
        cost: asNumber(total.cost),
      },
    };
  }

  async fates(by: Grouping, days: number, signal: AbortSignal): Promise<readonly Fate[]> {
    const response = await this.call(`/api/drafts/outcomes?by=${by}&days=${days}`, {}, signal);
    return asList(asObject(await response.json()).groups).map(decodeFate);
  }
}

function decodeCall(value: unknown): ModelCall {
  const json = asObject(value);
  return {
    id: asNumber(json.id),
    at: asText(json.startedAt),
    feature: asText(json.feature),
    model: `${asText(json.provider)} ${asText(json.model)}`.trim(),
    promptVersion: asText(json.promptVersion),
    inputTokens: asNumber(json.inputTokens),
    outputTokens: asNumber(json.outputTokens),
    cost: asNumber(json.cost),
    firstMilliseconds: asNumber(json.firstMilliseconds),
    milliseconds: asNumber(json.milliseconds),
    attempts: asNumber(json.attempts),
    outcome: asText(json.outcome),
  };
}

function decodeFate(value: unknown): Fate {
  const json = asObject(value);
  return {
    writer: `${asText(json.provider)} ${asText(json.model)}`.trim(),
    promptVersion: asText(json.promptVersion),
    knowledgeVersion: typeof json.knowledgeVersion === "number" ? json.knowledgeVersion : null,
    drafts: asNumber(json.drafts),
    inserted: asNumber(json.inserted),
    edited: asNumber(json.edited),
    discarded: asNumber(json.discarded),
    unrated: asNumber(json.unrated),
    editedShare: typeof json.editedShare === "number" ? json.editedShare : null,
    quality: asNumber(json.quality),
  };
}
