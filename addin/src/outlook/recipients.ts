/** Says whom a reply and a reply to all would reach, the way Outlook fills its forms. */
import type { Person } from "../api/shapes";
import type { Recipients } from "./mail-host";

export interface Correspondents {
  readonly from: Person | null;
  readonly replyTo: readonly Person[];
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  /** The address of the mailbox itself, which never gets its own reply. */
  readonly own: string;
}

export function replyRecipients(mail: Correspondents): { reply: Recipients; replyAll: Recipients } {
  const answered = mail.replyTo.length > 0 ? mail.replyTo : mail.from ? [mail.from] : [];
  const seen = new Set([mail.own.toLowerCase()]);
  const fresh = (person: Person) => {
    const address = person.address.toLowerCase();
    if (address === "" || seen.has(address)) return false;
    seen.add(address);
    return true;
  };
  const first = answered.filter(fresh);
  // A mail that one sent oneself is answered to its recipients.
  const to = [...first, ...mail.to.filter(fresh)];
  return {
    reply: { to: first.length > 0 ? first : answered, cc: [] },
    replyAll: { to: to.length > 0 ? to : answered, cc: mail.cc.filter(fresh) },
  };
}

/** `Name <address>`, or whichever of the two is there. */
export function personText(person: Person): string {
  if (person.name === "" || person.name === person.address) return person.address;
  return person.address === "" ? person.name : `${person.name} <${person.address}>`;
}

/** Reads a Reply-To header; names may be quoted and hold commas. */
export function parseAddressList(header: string): Person[] {
  return (header.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []).flatMap((part) => {
    const match = /^\s*(?:"?(.*?)"?\s*<([^<>]+)>|(\S+@\S+))\s*$/.exec(part);
    const address = match?.[2] ?? match?.[3];
    return address ? [{ name: (match?.[1] ?? "").replace(/\\(.)/g, "$1"), address: address.trim() }] : [];
  });
}
