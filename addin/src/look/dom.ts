/** Builds elements from data without markup strings: text is always text here. */

export type Child = Node | string | null | false;

export interface Properties {
  readonly [attribute: string]: string | number | boolean | undefined | ((event: Event) => void);
}

/** `onclick`-style names take a listener, true sets an empty attribute, false and undefined leave it out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") created.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) created.setAttribute(name, value === true ? "" : String(value));
  }
  created.append(...children.filter((child) => child !== null && child !== false));
  return created;
}

const svg = "http://www.w3.org/2000/svg";

/** Drawn by us on a 16-unit grid, as strokes that take the colour of the text around them. */
const icons = {
  check: "M3 8.5 6.5 12 13 4.5",
  question: "M5.8 6a2.3 2.3 0 1 1 3.3 2.1c-.8.4-1.1.9-1.1 1.7M8 12.4v.2",
  clock: "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2M8 5v3.2l2.2 1.4",
  warning: "M8 2.5 14 13.5H2zM8 6.6v3.2M8 11.6v.2",
  info: "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2M8 7.4v3.4M8 5.2v.2",
  document: "M4 2h5l3 3v9H4zM9 2v3h3",
  pen: "M3 13l.8-3L10.6 3.2l2.2 2.2L6 12.2z",
} as const;

export type IconName = keyof typeof icons;

export function icon(name: IconName): SVGSVGElement {
  const picture = document.createElementNS(svg, "svg");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", icons[name]);
  picture.setAttribute("viewBox", "0 0 16 16");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  picture.append(path);
  return picture;
}

/** A part of the page that is drawn again only when what it shows has changed, so that focus and selection survive. */
export class Region {
  private shown: readonly unknown[] | null = null;
  constructor(readonly root: HTMLElement) {}

  show(inputs: readonly unknown[], draw: () => readonly Child[]): void {
    if (this.shown?.length === inputs.length && this.shown.every((value, index) => value === inputs[index])) return;
    this.shown = inputs;
    const children = draw().filter((child) => child !== null && child !== false);
    this.root.hidden = children.length === 0;
    this.root.replaceChildren(...children);
  }
}
