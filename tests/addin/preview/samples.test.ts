/** The sample mails and documents stay fit to show the product with. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { hasText } from "../../../addin/src/outlook/message-body";
import { sampleDocuments } from "../../../addin/src/preview/knowledge-loader";
import { Mailbox } from "../../../addin/src/preview/mailbox";
import { messageFrom } from "../../../addin/src/preview/own-mail";
import { PreviewHost } from "../../../addin/src/preview/preview-host";

it("has at least a dozen mails, each with its own name, sender and text", () => {
  const { all } = new Mailbox();
  expect(all.length).toBeGreaterThanOrEqual(12);
  expect(new Set(all.map((mail) => mail.slug)).size).toBe(all.length);
  for (const { message } of all) {
    expect(message.from?.address).toMatch(/\.example$/);
    expect(hasText(message.body.content)).toBe(true);
  }
});

it("ships every sample document, two of them PDFs", () => {
  const folder = join(import.meta.dirname, "../../../addin/public/samples");
  for (const name of sampleDocuments) expect(existsSync(join(folder, name)), name).toBe(true);
  expect(sampleDocuments.filter((name) => name.endsWith(".pdf"))).toHaveLength(2);
});

it("puts a pasted mail on top and opens it", () => {
  const mailbox = new Mailbox();
  mailbox.add(messageFrom({ from: "Ana <ana@x.example>", subject: "", text: "How long?\nAna" }));
  expect(mailbox.open).toBe(mailbox.all[0]);
  expect(mailbox.open?.message).toMatchObject({
    subject: "How long?",
    from: { name: "Ana", address: "ana@x.example" },
  });
});

it("refuses to insert into a mail that is no longer open", async () => {
  const mailbox = new Mailbox();
  const filled: string[] = [];
  const host = new PreviewHost(mailbox, (reply) => filled.push(reply.html));
  const item = await host.openItem();
  mailbox.choose("thanks");
  expect(await host.insert(item?.key ?? "", "reply", { html: "<p>x</p>" })).toEqual({
    kind: "not-inserted",
    problem: "item-changed",
  });
  expect(filled).toEqual([]);
});
