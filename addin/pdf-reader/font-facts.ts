// What is needed of a font, taken out of pdf.js once: its own objects decode every property anew at every look.

export interface FontFacts {
  readonly name: string;
  readonly bold: boolean;
  /** Width of one unit of a glyph's width at size 1. */
  readonly unit: number;
  readonly vertical: boolean;
  readonly isType3: boolean;
  /** Height that a glyph of vertical writing takes where it states none. */
  readonly verticalAdvance: number | undefined;
  /** True for fonts that draw pictures in the places of letters. */
  readonly isPictures: boolean;
  /** Glyph names by character code; empty for composite fonts. */
  readonly names: readonly (string | null | undefined)[];
  /** Unicode by character code, where the font says it. */
  readonly unicode: readonly (string | null | undefined)[] | undefined;
}

interface PdfFont {
  readonly name?: string;
  readonly fontMatrix?: ArrayLike<number>;
  readonly vertical?: boolean;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly isType3Font?: boolean;
  readonly defaultVMetrics?: ArrayLike<number>;
  readonly composite?: boolean;
  readonly differences?: readonly (string | null | undefined)[];
  readonly toUnicode?: { readonly _map?: readonly (string | null | undefined)[] };
}

export function factsOf(font: unknown): FontFacts {
  const source = font as PdfFont;
  const name = source.name ?? "";
  return {
    name,
    bold: source.bold === true || source.black === true || /bold|black|heavy|semib|demi/i.test(name),
    unit: source.fontMatrix?.[0] || 0.001,
    vertical: source.vertical === true,
    isType3: source.isType3Font === true,
    verticalAdvance: source.defaultVMetrics?.[0],
    isPictures: /zapf ?dingbats|wingdings/i.test(name),
    names: source.composite ? [] : (source.differences ?? []),
    unicode: source.toUnicode?._map,
  };
}
