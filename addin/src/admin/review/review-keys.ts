/** The keys of the desk: single letters wherever nobody types, and switched off for those whose voice or hands would press them by accident. */

export const keyNames = {
  move: "j k ↓ ↑",
  open: "Enter",
  approve: "a",
  reject: "r",
  edit: "e",
  undo: "u",
  select: "x",
  release: "Esc",
  search: "/",
  help: "?",
} as const;

export type KeyAction =
  | "next"
  | "previous"
  | "pageDown"
  | "pageUp"
  | "first"
  | "last"
  | Exclude<keyof typeof keyNames, "move">;

const letters: Readonly<Record<string, KeyAction>> = {
  j: "next",
  k: "previous",
  a: "approve",
  r: "reject",
  e: "edit",
  u: "undo",
  x: "select",
  "/": "search",
  "?": "help",
};

const listKeys: Readonly<Record<string, KeyAction>> = {
  ArrowDown: "next",
  ArrowUp: "previous",
  PageDown: "pageDown",
  PageUp: "pageUp",
  Home: "first",
  End: "last",
  Enter: "open",
  " ": "select",
};

const storageKey = "outlookassist.review.keys";

export class ReviewKeys {
  enabled = readChoice();

  constructor(private readonly act: (action: KeyAction) => void) {}

  listen(list: HTMLElement): void {
    list.addEventListener("keydown", (event) => {
      const action = plainKey(event) && Object.hasOwn(listKeys, event.key) ? listKeys[event.key] : undefined;
      if (action) this.take(event, action);
    });
    document.addEventListener("keydown", (event) => {
      const action = this.actionOf(event);
      if (action) this.take(event, action);
    });
  }

  switch(enabled: boolean): void {
    this.enabled = enabled;
    try {
      localStorage.setItem(storageKey, enabled ? "on" : "off");
    } catch {
      // Without storage the choice holds until the page is closed.
    }
  }

  private actionOf(event: KeyboardEvent): KeyAction | undefined {
    if (event.defaultPrevented || !plainKey(event) || document.querySelector("dialog[open]")) return undefined;
    if (isTyped(event.target)) return undefined;
    if (event.key === "Escape") return "release";
    return this.enabled && Object.hasOwn(letters, event.key) ? letters[event.key] : undefined;
  }

  private take(event: KeyboardEvent, action: KeyAction): void {
    event.preventDefault();
    event.stopPropagation();
    this.act(action);
  }
}

function plainKey(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}

function isTyped(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}
