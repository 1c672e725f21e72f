// What the API and the reader say to each other: one JSON object per line, one document at a time.

/** A piece of a document, in Base64; the request to read comes after the last one. */
export interface Piece {
  readonly id: number;
  readonly bytes: string;
}

export interface ReadRequest {
  readonly id: number;
  readonly limits: ReadLimits;
}

export interface ReadLimits {
  readonly maxPages: number;
  readonly maxMilliseconds: number;
  readonly maxCharacters: number;
}

export type BlockKind = "paragraph" | "heading" | "listItem" | "tableRow";

/** `level` is 1 to 6 for headings and 0 otherwise. */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  readonly level: number;
}

export type FailureCode = "protected" | "damaged" | "no-text" | "too-complex";

/** The first is said once, when the reader has come up. */
export type Reply =
  | { readonly id: 0; readonly ready: true }
  | { readonly id: number; readonly page: number; readonly blocks: readonly Block[]; readonly hidden?: true }
  | { readonly id: number; readonly done: true; readonly pages: number; readonly title: string | null }
  | { readonly id: number; readonly error: { readonly code: FailureCode; readonly detail: string } };

/** A document that cannot be read, and why. */
export class ReadFailure extends Error {
  constructor(
    readonly code: FailureCode,
    detail: string,
  ) {
    super(detail);
  }
}
