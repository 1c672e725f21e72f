/** Rebuilds untrusted HTML from an allow-list, as a small tree of our own: nothing of the original markup survives but what is named here. */

export type SafeNode =
  | string
  | { readonly tag: string; readonly href?: string; readonly children: readonly SafeNode[] };

export interface AllowList {
  /** Tag as found (lower case) → tag as written. Everything else is unwrapped: its text stays. */
  readonly tags: Readonly<Record<string, string>>;
  readonly links: boolean;
  /** Leave out what the sender hid from the reader's eyes. */
  readonly skipHidden: boolean;
}

/** What Outlook takes in a reply; everything else it would drop or, worse, show. */
export const replyTags: AllowList = {
  tags: { p: "p", br: "br", ul: "ul", ol: "ol", li: "li", strong: "strong", b: "strong", em: "em", i: "em", a: "a" },
  links: true,
  skipHidden: true,
};

/** What the preview's reader shows of a mail; links stay text there. */
export const readerTags: AllowList = {
  tags: {
    ...replyTags.tags,
    div: "div",
    h1: "h3",
    h2: "h3",
    h3: "h3",
    blockquote: "blockquote",
    table: "table",
    tbody: "tbody",
    tr: "tr",
    td: "td",
    th: "td",
  },
  links: false,
  skipHidden: true,
};

/** Their content is not text for people, so it goes with them. */
const dropped = new Set("script style template noscript iframe object embed svg math head title meta link".split(" "));
const linkSchemes = new Set(["http:", "https:", "mailto:", "tel:"]);
const hiding =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?:\.0*)?\s*(?:;|$)|mso-hide\s*:\s*all/i;

export function safeTree(html: string, allowed: AllowList): readonly SafeNode[] {
  // A parsed document without a window runs nothing and loads nothing.
  return children(new DOMParser().parseFromString(html, "text/html").body, allowed);
}

function children(parent: Node, allowed: AllowList): readonly SafeNode[] {
  return [...parent.childNodes].flatMap((node) => rebuild(node, allowed));
}

function rebuild(node: Node, allowed: AllowList): readonly SafeNode[] {
  if (node.nodeType === Node.TEXT_NODE) return [node.nodeValue ?? ""];
  if (!(node instanceof Element)) return [];
  const name = node.localName;
  if (dropped.has(name) || (allowed.skipHidden && isHidden(node))) return [];
  const inner = children(node, allowed);
  const tag = Object.hasOwn(allowed.tags, name) ? allowed.tags[name] : undefined;
  if (tag === undefined) return inner;
  if (tag !== "a") return [{ tag, children: tag === "br" ? [] : inner }];
  const href = allowed.links ? safeHref(node.getAttribute("href")) : null;
  return href === null ? inner : [{ tag, href, children: inner }];
}

function isHidden(element: Element): boolean {
  return element.hasAttribute("hidden") || hiding.test(element.getAttribute("style") ?? "");
}

/** Only absolute addresses with a scheme from the list; a relative one would point into Outlook itself. */
export function safeHref(href: string | null): string | null {
  try {
    const url = new URL((href ?? "").trim());
    return linkSchemes.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

export function toHtml(nodes: readonly SafeNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return escapeHtml(node);
      if (node.tag === "br") return "<br>";
      const attribute = node.href === undefined ? "" : ` href="${escapeHtml(node.href)}"`;
      return `<${node.tag}${attribute}>${toHtml(node.children)}</${node.tag}>`;
    })
    .join("");
}

export function toDom(nodes: readonly SafeNode[], owner: Document = document): DocumentFragment {
  const fragment = owner.createDocumentFragment();
  for (const node of nodes) {
    if (typeof node === "string") {
      fragment.append(node);
      continue;
    }
    const element = owner.createElement(node.tag);
    if (node.href !== undefined) {
      element.setAttribute("href", node.href);
      element.setAttribute("rel", "noopener noreferrer");
      element.setAttribute("target", "_blank");
    }
    element.append(toDom(node.children, owner));
    fragment.append(element);
  }
  return fragment;
}

export function textOf(nodes: readonly SafeNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : textOf(node.children))).join("");
}
