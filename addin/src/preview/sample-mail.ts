/** What a sample mail is, and the parts that all of them share. */
import type { Message, Person } from "../api/shapes";

export interface PreviewMail {
  /** Names the mail in the address bar: `#mail=returns`. */
  readonly slug: string;
  readonly message: Message;
}

export const shop: Person = { name: "Fernhill Outdoor", address: "service@fernhill-outdoor.example" };

export function sample(
  slug: string,
  from: Person,
  receivedAt: string,
  subject: string,
  html: string,
  more: Partial<Message> = {},
): PreviewMail {
  return {
    slug,
    message: {
      id: `sample-${slug}`,
      internetMessageId: `<${slug}@samples.fernhill-outdoor.example>`,
      subject,
      from,
      to: [shop],
      cc: [],
      receivedAt,
      headers: {},
      body: { contentType: "html", content: html },
      ...more,
    },
  };
}
