/** Shows, when somebody asks for it, every byte that was sent to a language model for a draft. */
import type { DisclosedRequest } from "../api/shapes";
import type { Words } from "../language/english";
import { fill } from "../language/words";
import { element } from "../look/dom";

export function disclosure(words: Words, load: () => Promise<readonly DisclosedRequest[]>): HTMLElement {
  const content = element("div", { class: "disclosed", "aria-live": "polite" });
  let asked = false;
  const details = element(
    "details",
    {
      class: "disclosure small",
      ontoggle: () => {
        if (details.open && !asked) {
          asked = true;
          void fillIn();
        }
      },
    },
    element("summary", {}, words.disclosure),
    content,
  );

  async function fillIn(): Promise<void> {
    content.replaceChildren(element("p", { class: "quiet" }, words.disclosureLoading));
    try {
      content.replaceChildren(...requests(words, await load()));
    } catch {
      // Opening it once more asks again.
      asked = false;
      content.replaceChildren(element("p", {}, words.disclosureFailed));
    }
  }

  return details;
}

function requests(words: Words, sent: readonly DisclosedRequest[]): readonly HTMLElement[] {
  if (sent.length === 0) return [element("p", {}, words.disclosureNothing)];
  return [
    element("p", {}, words.disclosureExplained),
    ...sent.flatMap((request) => [
      element(
        "p",
        { class: "quiet" },
        fill(words.disclosureRequest, { address: request.address, bytes: request.bytes }),
      ),
      element("pre", { tabindex: 0, dir: "ltr", "aria-label": request.address }, indented(request.body)),
    ]),
  ];
}

/** The same JSON with line breaks for reading; what is no JSON stays as it is. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
