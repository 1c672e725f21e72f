/** The bytes that leave the pane. */
import { decodeDraft } from "../../../addin/src/api/decode";
import type { Draft } from "../../../addin/src/api/shapes";
import { replyContent, utf8Bytes } from "../../../addin/src/draft/reply-content";
import { draftAnswer } from "../api/answers";

function draftWith(reply: Partial<Draft["reply"]> = {}): Draft {
  const draft = decodeDraft({ ...draftAnswer, reply: { ...draftAnswer.reply, ...reply } });
  if (!draft) throw new Error("not a draft");
  return draft;
}

it("takes the reply's own HTML, without source markers", () => {
  const { html, text } = replyContent(draftWith(), false);
  expect(html).toBe(`<div dir="ltr">${draftAnswer.reply.html}</div>`);
  expect(text).toBe(draftAnswer.reply.text);
});

it("builds paragraphs from the text where there is no HTML", () => {
  const { html } = replyContent(draftWith({ html: "", text: "A <b>,\n\nB\nC & D" }), false);
  expect(html).toBe('<div dir="ltr"><p>A &lt;b&gt;,</p><p>B<br>C &amp; D</p></div>');
});

it("keeps the markers behind their sentences when asked to", () => {
  const { html, text } = replyContent(draftWith(), true);
  expect(text).toBe(
    "Hello Ana,\n\nYou can return it within 30 days. [1] A label costs 4.90 euros. [2]\n\nKind regards",
  );
  expect(html).toContain("<p>You can return it within 30 days. [1] A label costs 4.90 euros. [2]</p>");
});

it("writes a reply in Arabic from right to left", () => {
  expect(replyContent(draftWith({ language: "ar-SA" }), false).html).toMatch(/^<div dir="rtl">/);
});

it("counts bytes, not characters", () => {
  expect(utf8Bytes("€ä")).toBe(5);
});

it("lets nothing through that the API should never have sent", () => {
  const { html } = replyContent(draftWith({ html: '<p style="x">a<img src="https://t.example"></p>' }), false);
  expect(html).toBe('<div dir="ltr"><p>a</p></div>');
});
