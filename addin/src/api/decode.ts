/** Reads answers of the API leniently: new fields pass, missing ones become harmless, so that an update never breaks the pane. */
import {
  type Alternative,
  type Citation,
  type Classification,
  type DisclosedRequest,
  type DocumentState,
  type Draft,
  type Grounding,
  type Habit,
  type KnowledgeDocument,
  type Label,
  type Message,
  type Outcome,
  type Person,
  riskKinds,
  type Sentence,
  type Stage,
  type Style,
  type Support,
  stages,
  type Warning,
} from "./shapes";

export type Json = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown, otherwise = ""): string {
  return typeof value === "string" ? value : otherwise;
}

export function asNumber(value: unknown, otherwise = 0): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, otherwise: T): T {
  return allowed.find((name) => name === value) ?? otherwise;
}

const supports: readonly Support[] = ["cited", "courtesy", "slot", "unsupported"];
const outcomes: readonly Outcome[] = ["answered", "open", "deferred"];
const groundings: readonly Grounding[] = ["answered", "partial", "unanswered", "not-needed"];
const states: readonly DocumentState[] = ["queued", "extracting", "indexing", "ready", "failed"];

export function decodeStage(value: unknown): Stage {
  return oneOf(stages, asObject(value).name, "reading");
}

/** A support the pane does not know is shown as unsupported: an unknown promise must not look checked. */
export function decodeSentence(value: unknown): Sentence {
  const json = asObject(value);
  return {
    text: asText(json.text),
    citations: asList(json.citations).filter((marker): marker is number => typeof marker === "number"),
    support: oneOf(supports, json.support, "unsupported"),
    risks: asList(json.risks).map((item) => {
      const risk = asObject(item);
      return {
        start: asNumber(risk.start),
        end: asNumber(risk.end),
        kind: oneOf(riskKinds, risk.kind, "policy"),
      };
    }),
  };
}

export function decodeCitations(value: unknown): readonly Citation[] {
  return asList(value).map((item) => {
    const json = asObject(item);
    return {
      marker: asNumber(json.marker),
      documentId: asText(json.documentId),
      documentName: asText(json.documentName),
      page: typeof json.page === "number" ? json.page : null,
      quote: asText(json.quote),
      relevance: asNumber(json.relevance),
      source: json.source === "saved-reply" ? "saved-reply" : "document",
    };
  });
}

export function decodeAlternatives(value: unknown): readonly Alternative[] {
  return asList(asObject(value).alternatives).flatMap((item) => {
    const draft = decodeDraft(asObject(item).draft);
    return draft ? [{ name: asText(asObject(item).name), draft }] : [];
  });
}

export function decodeStyle(value: unknown): Style {
  const json = asObject(value);
  return {
    enabled: json.enabled === true,
    replies: asNumber(json.replies),
    needed: asNumber(json.needed, 3),
    habits: asList(json.habits).map((item): Habit => {
      const habit = asObject(item);
      const text = (name: string) => (typeof habit[name] === "string" ? habit[name] : null);
      return {
        name: asText(habit.name),
        language: text("language"),
        learned: text("learned"),
        seen: asNumber(habit.seen),
        of: asNumber(habit.of),
        own: text("own"),
        inUse: text("inUse"),
      };
    }),
  };
}

function decodeLabel(value: unknown): Label {
  const json = asObject(value);
  return { label: asText(json.label), confidence: asNumber(json.confidence) };
}

export function decodeClassification(value: unknown): Classification {
  const json = asObject(value);
  return {
    sentiment: { ...decodeLabel(json.sentiment), score: asNumber(asObject(json.sentiment).score) },
    urgency: {
      ...decodeLabel(json.urgency),
      reasons: asList(asObject(json.urgency).reasons).map((reason) => asText(reason)),
    },
    category: decodeLabel(json.category),
    intents: asList(json.intents).map(decodeLabel),
    outOfScope: json.outOfScope === true,
    language: asText(asObject(json.language).tag),
    automatic: asObject(json.automatic).isAutomatic === true,
    uncertain: json.uncertain === true,
  };
}

/** Null when the answer is not a draft at all, which the caller tells the person. */
export function decodeDraft(value: unknown): Draft | null {
  const json = asObject(value);
  const reply = asObject(json.reply);
  if (typeof json.id !== "string" || typeof reply.text !== "string") return null;
  const quality = asObject(json.quality);
  return {
    id: json.id,
    reply: {
      subject: asText(reply.subject),
      text: reply.text,
      html: asText(reply.html),
      language: asText(reply.language),
    },
    sentences: asList(json.sentences).map(decodeSentence),
    citations: decodeCitations(json.citations),
    questions: asList(json.questions).map((item) => ({
      text: asText(asObject(item).text),
      outcome: oneOf(outcomes, asObject(item).outcome, "open"),
    })),
    grounding: oneOf(groundings, json.grounding, "unanswered"),
    classification: json.classification ? decodeClassification(json.classification) : null,
    warnings: asList(json.warnings).map((item) => ({
      code: asText(asObject(item).code),
      detail: asText(asObject(item).detail),
      passage: asObject(item).passage ? decodePassage(asObject(item).passage) : null,
    })),
    quality: json.quality
      ? {
          score: asNumber(quality.score),
          checks: asList(quality.checks).map((item) => ({
            name: asText(asObject(item).name),
            passed: asObject(item).passed === true,
            detail: asText(asObject(item).detail),
          })),
        }
      : null,
    engine: { provider: asText(asObject(json.engine).provider), model: asText(asObject(json.engine).model) },
    elapsedMilliseconds: asNumber(json.elapsedMilliseconds),
  };
}

export function decodeDisclosure(value: unknown): readonly DisclosedRequest[] {
  return asList(asObject(value).requests).map((item) => {
    const json = asObject(item);
    return { address: asText(json.address), bytes: asNumber(json.bytes), body: asText(json.body) };
  });
}

function decodePassage(value: unknown): Warning["passage"] {
  return { text: asText(asObject(value).text), documentName: asText(asObject(value).documentName) };
}

function decodePerson(value: unknown): Person {
  return { name: asText(asObject(value).name), address: asText(asObject(value).address) };
}

export function decodeMessage(value: unknown): Message {
  const json = asObject(value);
  const body = asObject(json.body);
  const headers = Object.entries(asObject(json.headers)).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return {
    subject: asText(json.subject),
    ...(json.from ? { from: decodePerson(json.from) } : {}),
    to: asList(json.to).map(decodePerson),
    cc: asList(json.cc).map(decodePerson),
    ...(typeof json.receivedAt === "string" ? { receivedAt: json.receivedAt } : {}),
    ...(typeof json.internetMessageId === "string" ? { internetMessageId: json.internetMessageId } : {}),
    headers: Object.fromEntries(headers),
    body: { contentType: body.contentType === "html" ? "html" : "text", content: asText(body.content) },
  };
}

export function decodeDocuments(value: unknown): readonly KnowledgeDocument[] {
  const json = asObject(value);
  return asList(Array.isArray(value) ? value : (json.documents ?? json.items)).map((item) => {
    const document = asObject(item);
    return {
      documentId: asText(document.documentId) || asText(document.id),
      name: asText(document.name),
      state: oneOf(states, document.state, "queued"),
      progress: asNumber(document.progress),
      failure: asText(asObject(document.failure).detail),
    };
  });
}
