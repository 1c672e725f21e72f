/** What the reports page asks of the API. */
import { ApiClient } from "../../api/client";
import { type Alert, decodeAlerts, decodeReport, type Report } from "./report-shapes";

export interface ReportChoice {
  readonly days: number;
  readonly mailbox: string;
  readonly model: string;
}

export class ReportsClient extends ApiClient {
  async report(choice: ReportChoice, signal: AbortSignal): Promise<Report> {
    return decodeReport(await (await this.call(`/api/reports?${queryOf(choice)}`, {}, signal)).json());
  }

  async alerts(signal: AbortSignal): Promise<readonly Alert[]> {
    return decodeAlerts(await (await this.call("/api/health/alerts", {}, signal)).json());
  }

  async export(table: string, choice: ReportChoice, signal: AbortSignal): Promise<Blob> {
    const query = queryOf(choice);
    query.set("table", table);
    return await (await this.call(`/api/reports/export?${query}`, {}, signal)).blob();
  }
}

function queryOf(choice: ReportChoice): URLSearchParams {
  const query = new URLSearchParams({ from: new Date(Date.now() - choice.days * 86_400_000).toISOString() });
  if (choice.mailbox !== "") query.set("mailbox", choice.mailbox);
  if (choice.model !== "") query.set("model", choice.model);
  return query;
}
