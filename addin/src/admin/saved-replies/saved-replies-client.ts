/** What the page of saved replies asks of the API. */
import { ApiClient, json } from "../../api/client";
import { asList, asObject, asText } from "../../api/decode";

export interface ReplyContent {
  readonly name: string;
  readonly questions: readonly string[];
  readonly language: string;
  readonly text: string;
}

export interface SavedReply extends ReplyContent {
  readonly id: string;
}

export interface Library {
  readonly replies: readonly SavedReply[];
  readonly placeholders: readonly string[];
}

const address = "/api/saved-replies";

export class SavedRepliesClient extends ApiClient {
  async library(signal: AbortSignal): Promise<Library> {
    const json = asObject(await (await this.call(address, {}, signal)).json());
    return {
      replies: asList(json.replies).map(decodeReply),
      placeholders: asList(json.placeholders).map((name) => asText(name)),
    };
  }

  /** Writes a new one, or one anew. */
  async write(id: string | null, content: ReplyContent, signal: AbortSignal): Promise<void> {
    const at = id === null ? address : `${address}/${encodeURIComponent(id)}`;
    await this.call(at, json(id === null ? "POST" : "PUT", content), signal);
  }

  async remove(id: string, signal: AbortSignal): Promise<void> {
    await this.call(`${address}/${encodeURIComponent(id)}`, { method: "DELETE" }, signal);
  }

  /** The text as a draft would show it when nothing is known of the mail. */
  async trial(text: string, signal: AbortSignal): Promise<string> {
    const response = await this.call(`${address}/templates/trial`, json("POST", { text }), signal);
    return asText(asObject(await response.json()).text);
  }
}

function decodeReply(value: unknown): SavedReply {
  const json = asObject(value);
  return {
    id: asText(json.id),
    name: asText(json.name),
    questions: asList(json.questions).map((question) => asText(question)),
    language: asText(json.language),
    text: asText(json.text),
  };
}
