/** The list of mails; it is rebuilt only when mails come in, and otherwise moves its mark. */
import { element } from "../look/dom";
import type { Mailbox } from "./mailbox";
import type { PreviewMail } from "./sample-mail";

export class MailList {
  private shown: readonly PreviewMail[] = [];
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(
    private readonly root: HTMLElement,
    private readonly mailbox: Mailbox,
  ) {}

  show(): void {
    if (this.shown !== this.mailbox.all) {
      this.shown = this.mailbox.all;
      this.buttons.clear();
      this.root.replaceChildren(...this.shown.map((mail) => element("li", {}, this.entry(mail))));
    }
    for (const [slug, button] of this.buttons) {
      if (slug === this.mailbox.open?.slug) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  private entry({ slug, message }: PreviewMail): HTMLButtonElement {
    const button = element(
      "button",
      { type: "button", class: "mail-entry", onclick: () => this.mailbox.choose(slug) },
      element("span", { class: "mail-entry-from", dir: "auto" }, message.from?.name || message.from?.address || "…"),
      element("span", { class: "mail-entry-subject", dir: "auto" }, message.subject || "…"),
    );
    this.buttons.set(slug, button);
    return button;
  }
}
