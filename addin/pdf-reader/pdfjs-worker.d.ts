// The worker half of pdf.js ships without types; it is only handed to the other half.
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: unknown;
}
