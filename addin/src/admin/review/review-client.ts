/** What the review page asks of the API. */
import { ApiClient, json } from "../../api/client";
import {
  type BatchEntry,
  decodeBatch,
  decodeDetail,
  decodeItem,
  decodeItems,
  type ReviewDetail,
  type ReviewItem,
  type ReviewPageOfItems,
} from "./review-shapes";

const itemsPerCall = 1000;

export type BatchAction = "claim" | "release" | "approve" | "reject" | "undo";

export class ReviewClient extends ApiClient {
  async page(state: string, order: string, cursor: string | null, signal: AbortSignal): Promise<ReviewPageOfItems> {
    const query = new URLSearchParams({ state, order, limit: String(itemsPerCall) });
    if (cursor !== null) query.set("cursor", cursor);
    return decodeItems(await (await this.call(`/api/review?${query}`, {}, signal)).json());
  }

  async detail(id: number, signal: AbortSignal): Promise<ReviewDetail> {
    return decodeDetail(await (await this.call(`/api/review/${id}`, {}, signal)).json());
  }

  claim(id: number, signal: AbortSignal): Promise<ReviewItem> {
    return this.change(`${id}/claim`, { method: "POST" }, signal);
  }

  /** Outlives the page: whoever closes it lets the item go. */
  release(id: number, signal: AbortSignal): Promise<ReviewItem> {
    return this.change(`${id}/release`, { method: "POST", keepalive: true }, signal);
  }

  edit(id: number, text: string, version: number, signal: AbortSignal): Promise<ReviewItem> {
    return this.change(`${id}/text`, json("PUT", { text, version }), signal);
  }

  approve(id: number, version: number, signal: AbortSignal): Promise<ReviewItem> {
    return this.change(`${id}/approve`, json("POST", { version }), signal);
  }

  reject(id: number, reason: string, comment: string, version: number, signal: AbortSignal): Promise<ReviewItem> {
    return this.change(`${id}/reject`, json("POST", { reason, comment, version }), signal);
  }

  undo(id: number, signal: AbortSignal): Promise<ReviewItem> {
    return this.change(`${id}/undo`, { method: "POST" }, signal);
  }

  async many(
    action: BatchAction,
    ids: readonly number[],
    reason: string,
    signal: AbortSignal,
  ): Promise<readonly BatchEntry[]> {
    const body = action === "reject" ? { action, ids, reason } : { action, ids };
    return decodeBatch(await (await this.call("/api/review/bulk", json("POST", body), signal)).json());
  }

  private async change(path: string, init: RequestInit, signal: AbortSignal): Promise<ReviewItem> {
    return decodeItem(await (await this.call(`/api/review/${path}`, init, signal)).json());
  }
}
