/** The form that connects a mailbox; which fields it has depends on who keeps the mailbox. */
import { element } from "../../look/dom";
import type { MailboxKind, NewMailbox } from "./mailboxes-client";
import type { MailboxWords } from "./mailboxes-words";

type FieldName = "host" | "port" | "user" | "password" | "tenantId" | "clientId" | "clientSecret" | "refreshToken";

interface Field {
  readonly name: FieldName;
  readonly isSecret?: boolean;
  readonly isOptional?: boolean;
}

const fields: Readonly<Record<MailboxKind, readonly Field[]>> = {
  imap: [
    { name: "host" },
    { name: "port", isOptional: true },
    { name: "user", isOptional: true },
    { name: "password", isSecret: true },
  ],
  graph: [{ name: "tenantId" }, { name: "clientId" }, { name: "clientSecret", isSecret: true }],
  gmail: [{ name: "clientId" }, { name: "clientSecret", isSecret: true }, { name: "refreshToken", isSecret: true }],
};

const kinds: readonly MailboxKind[] = ["imap", "graph", "gmail"];

export class ConnectForm {
  readonly root: HTMLFormElement;
  private readonly kind = element("select", { name: "kind", onchange: () => this.drawFields() });
  private readonly details = element("div", { class: "mailbox-fields" });
  private readonly submit: HTMLButtonElement;

  constructor(
    private readonly words: MailboxWords,
    connect: (mailbox: NewMailbox) => Promise<boolean>,
  ) {
    this.kind.append(...kinds.map((kind) => element("option", { value: kind }, words.kinds[kind])));
    this.submit = element("button", { type: "submit", class: "button primary" }, words.connect);
    this.root = element(
      "form",
      {
        class: "mailbox-form",
        onsubmit: (event) => {
          event.preventDefault();
          void this.send(connect);
        },
      },
      element("h2", {}, words.add),
      element(
        "div",
        { class: "mailbox-fields" },
        element("label", {}, words.kind, this.kind),
        element(
          "label",
          {},
          words.address,
          element("input", { name: "address", type: "email", required: true, autocomplete: "off", maxlength: 320 }),
        ),
      ),
      this.details,
      element(
        "label",
        { class: "check" },
        element("input", { name: "autopilot", type: "checkbox", checked: true }),
        words.autopilot,
      ),
      element("p", { class: "quiet small" }, words.promise),
      element("div", { class: "row" }, this.submit),
    );
    this.drawFields();
  }

  private selected(): MailboxKind {
    return kinds.find((kind) => kind === this.kind.value) ?? "imap";
  }

  private drawFields(): void {
    this.details.replaceChildren(
      ...fields[this.selected()].map(({ name, isSecret, isOptional }) =>
        element(
          "label",
          {},
          this.words.fields[name],
          element("input", {
            name,
            type: isSecret ? "password" : name === "port" ? "number" : "text",
            required: isOptional !== true,
            autocomplete: isSecret ? "new-password" : "off",
            maxlength: 4000,
          }),
        ),
      ),
    );
  }

  private async send(connect: (mailbox: NewMailbox) => Promise<boolean>): Promise<void> {
    const data = new FormData(this.root);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const credentials: Record<string, string | number> = {};
    for (const { name } of fields[this.selected()]) {
      const value = name === "password" ? String(data.get(name) ?? "") : text(name);
      if (value !== "") credentials[name] = name === "port" ? Number(value) : value;
    }
    this.submit.disabled = true;
    const isConnected = await connect({
      kind: this.selected(),
      address: text("address"),
      credentials,
      settings: { autopilot: data.get("autopilot") !== null },
    });
    this.submit.disabled = false;
    if (!isConnected) return;
    // Secrets do not stay in the page.
    this.root.reset();
    this.drawFields();
  }
}
