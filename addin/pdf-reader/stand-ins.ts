// Stands in for what a browser has and pdf.js asks for when it is loaded; nothing is ever drawn here. Imported before anything else.

class Nothing {
  readonly loaded = Promise.resolve();
}

const globals = globalThis as Record<string, unknown>;
for (const name of ["DOMMatrix", "Path2D", "ImageData"]) globals[name] = Nothing;
// With a font face that loads at once, pdf.js has no reason to trace every character's outline.
globals.FontFace = Nothing;

// Standard output carries the protocol; nothing else may write to it.
console.log = console.info = console.warn = console.error = () => {};

// The polyfills that pdf.js brings replace `push` by a slow copy for the sake of a corner case of the language that no code here meets.
const push = Array.prototype.push;

/** Gives back what loading pdf.js replaced. */
export function restoreBuiltIns(): void {
  Object.defineProperty(Array.prototype, "push", { value: push, writable: true, configurable: true });
}

/** The document that fonts are added to. */
export const noDocument = { fonts: { add() {}, delete() {} } } as unknown as HTMLDocument;
