/** Builds what leaves the pane: the HTML that Outlook receives and the plain text beside it, with or without source markers. */
import type { Draft, Sentence } from "../api/shapes";
import { directionOf } from "../html/direction";
import { escapeHtml, replyTags, safeTree, textOf, toHtml } from "../html/safe-html";
import { layoutSentences } from "./sentence-layout";

export interface ReplyContent {
  readonly html: string;
  readonly text: string;
}

/** Outlook's reply forms throw above 32 KB of HTML, counted in UTF-8 bytes (documented for displayReplyForm). */
export const replyFormByteLimit = 32 * 1024;

export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

export function replyContent(draft: Draft, keepMarkers: boolean): ReplyContent {
  const text = keepMarkers ? textWithMarkers(draft) : draft.reply.text;
  const tree = keepMarkers ? [] : safeTree(draft.reply.html, replyTags);
  const inner = textOf(tree).trim() === "" ? paragraphs(text) : toHtml(tree);
  return { html: `<div dir="${directionOf(draft.reply.language)}">${inner}</div>`, text };
}

function paragraphs(text: string): string {
  return text
    .split(/\n[^\S\n]*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replace(/\r?\n/g, "<br>")}</p>`)
    .join("");
}

function textWithMarkers(draft: Draft): string {
  return layoutSentences(draft.sentences, draft.reply.text)
    .map((lines) => lines.map((line) => line.map(withMarkers).join(" ")).join("\n"))
    .join("\n\n");
}

function withMarkers(sentence: Sentence): string {
  const markers = sentence.citations.map((marker) => `[${marker}]`).join("");
  return markers === "" ? sentence.text : `${sentence.text} ${markers}`;
}
