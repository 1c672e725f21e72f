/** Who gets a reply, and how it is written. */
import { parseAddressList, personText, replyRecipients } from "../../../addin/src/outlook/recipients";

const person = (address: string) => ({ name: "", address });
const ana = person("ana@x.example");
const bob = person("bob@x.example");
const me = person("Me@Shop.example");

it("replies to the sender, and to all without oneself", () => {
  const mail = { from: ana, replyTo: [], to: [me, bob], cc: [person("cc@x.example"), ana], own: "me@shop.example" };
  expect(replyRecipients(mail)).toEqual({
    reply: { to: [ana], cc: [] },
    replyAll: { to: [ana, bob], cc: [person("cc@x.example")] },
  });
});

it("obeys Reply-To", () => {
  const mail = { from: ana, replyTo: [bob], to: [me], cc: [], own: "me@shop.example" };
  expect(replyRecipients(mail).reply.to).toEqual([bob]);
});

it("reads address lists with names, quotes and commas", () => {
  expect(parseAddressList('"Lind, Rosa" <rosa@x.example>, bob@x.example')).toEqual([
    { name: "Lind, Rosa", address: "rosa@x.example" },
    { name: "", address: "bob@x.example" },
  ]);
  expect(parseAddressList("nonsense")).toEqual([]);
});

it("writes a person as name and address", () => {
  expect(personText({ name: "Ana Ruiz", address: "ana@x.example" })).toBe("Ana Ruiz <ana@x.example>");
  expect(personText(ana)).toBe("ana@x.example");
});
