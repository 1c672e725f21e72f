/** The preview's reply form: it takes the very HTML that Outlook would receive, and lets the person go on writing. */
import { replyTags, safeTree, toDom } from "../html/safe-html";
import { element } from "../look/dom";
import { personText } from "../outlook/recipients";
import type { FilledReply } from "./preview-host";
import type { PreviewWords } from "./preview-words";

export class ReplyEditor {
  constructor(
    private readonly root: HTMLElement,
    private readonly words: PreviewWords,
  ) {
    this.clear();
  }

  clear(): void {
    this.root.replaceChildren(
      element("h2", {}, this.words.replyEditor),
      element("p", { class: "quiet" }, this.words.replyEmpty),
    );
  }

  fill({ mail, recipients, html }: FilledReply): void {
    const { words } = this;
    const subject = mail.message.subject ?? "";
    const editor = element("div", {
      class: "reply-body",
      contenteditable: "true",
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": words.replyEditor,
      dir: html.startsWith('<div dir="rtl">') ? "rtl" : "ltr",
    });
    editor.append(toDom(safeTree(html, replyTags)));
    const line = (label: string, text: string) =>
      element("p", { class: "small" }, element("span", { class: "quiet" }, `${label}: `), element("bdi", {}, text));
    this.root.replaceChildren(
      element("h2", {}, words.replyEditor),
      line(words.to, recipients.to.map(personText).join("; ")),
      ...(recipients.cc.length > 0 ? [line(words.cc, recipients.cc.map(personText).join("; "))] : []),
      element("p", { class: "reply-subject", dir: "auto" }, /^(re|aw|sv):/i.test(subject) ? subject : `RE: ${subject}`),
      editor,
      element(
        "details",
        { class: "small" },
        element("summary", {}, words.outgoingHtml),
        element("pre", { class: "outgoing", dir: "ltr" }, html),
      ),
    );
    this.root.scrollIntoView({ block: "nearest" });
  }
}
