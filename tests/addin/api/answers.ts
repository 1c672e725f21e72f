/** Answers of the API as tests need them. */

export const draftAnswer = {
  id: "draft-1",
  reply: {
    subject: "RE: Tent",
    text: "Hello Ana,\n\nYou can return it within 30 days. A label costs 4.90 euros.\n\nKind regards",
    html: "<p>Hello Ana,</p><p>You can return it within 30 days. A label costs 4.90 euros.</p><p>Kind regards</p>",
    language: "en",
  },
  sentences: [
    { text: "Hello Ana,", citations: [], support: "courtesy" },
    { text: "You can return it within 30 days.", citations: [1], support: "cited" },
    { text: "A label costs 4.90 euros.", citations: [2], support: "cited" },
    { text: "Kind regards", citations: [], support: "courtesy" },
  ],
  citations: [
    {
      marker: 1,
      documentId: "a",
      documentName: "returns.pdf",
      page: 1,
      partition: 0,
      quote: "within 30 days",
      relevance: 0.9,
    },
    {
      marker: 2,
      documentId: "b",
      documentName: "notes.md",
      page: null,
      partition: 0,
      quote: "4.90 euros",
      relevance: 0.8,
    },
  ],
  questions: [
    { text: "How long?", outcome: "answered" },
    { text: "Which colour?", outcome: "open" },
  ],
  grounding: "partial",
  classification: {
    sentiment: { label: "negative", score: -0.4, confidence: 0.9 },
    urgency: { label: "high", confidence: 0.8, reasons: ["deadline: today"], deadline: null },
    category: { label: "returns", confidence: 0.7 },
    intents: [{ label: "return_request", confidence: 0.7 }],
    outOfScope: false,
    language: { tag: "en", confidence: 0.99 },
    automatic: { isAutomatic: false, reasons: [] },
    uncertain: false,
  },
  warnings: [{ code: "reply-to-differs", detail: "x" }],
  quality: { score: 0.86, checks: [{ name: "facts-cited", passed: true, detail: "" }] },
  engine: { provider: "Embedded", model: "composer" },
  elapsedMilliseconds: 12,
};

export const json = (value: unknown, status = 200, type = "application/json") =>
  new Response(JSON.stringify(value), { status, headers: { "Content-Type": type } });

/** A stream of named events, each its own chunk; without `end` the server never closes it. */
export function events(list: readonly (readonly [string, unknown])[], end = true): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const [name, data] of list)
        controller.enqueue(encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
      if (end) controller.close();
    },
  });
  return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
}
