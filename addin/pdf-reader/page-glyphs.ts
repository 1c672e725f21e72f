// Replays what a page draws and keeps every character with its place, so that layout and visibility can be judged.
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { Backdrop, black, type Colour, indistinguishable, parseColour } from "./backdrop";
import { textOfGlyphName, textOfPicture } from "./glyph-names";
import { apply, type Box, contains, identity, intersect, type Matrix, mapBox, multiply, toMatrix } from "./matrix";

/** One character on the page. `x`, `y` is the baseline's start, `angle` its direction in quarter turns, lengths in points. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly angle: number;
  readonly font: string;
  readonly bold: boolean;
  /** True when the writer stretched the letters apart on purpose; then a small gap is no word's end. */
  readonly spacing: number;
}

export interface PageGlyphs {
  readonly glyphs: Glyph[];
  /** True when characters were left out because no reader would see them. */
  readonly hidden: boolean;
}

/** What pdf.js knows of a font; the maps by character code are only there when it is asked for extra properties. */
export interface Font {
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

interface DrawnGlyph {
  readonly originalCharCode?: number;
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: ArrayLike<number> | null;
}

interface State {
  transform: Matrix;
  clip: Box;
  fill: Colour;
  stroke: Colour;
  fillAlpha: number;
  strokeAlpha: number;
  font: Font | null;
  fontSize: number;
  direction: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  mode: number;
}

export interface PageSurface {
  readonly functions: readonly number[];
  readonly arguments: readonly unknown[];
  readonly transform: Matrix;
  readonly width: number;
  readonly height: number;
  font(id: string): Font | null;
  layerVisible(properties: unknown): boolean;
}

/** Text smaller than this is not meant to be read. */
const smallestReadable = 0.9;

export function collectGlyphs(page: PageSurface): PageGlyphs {
  return new Replay(page).run();
}

class Replay {
  readonly #page: PageSurface;
  readonly #backdrop = new Backdrop();
  readonly #stack: State[] = [];
  readonly #glyphs: Glyph[] = [];
  /** Characters drawn with "neither fill nor stroke"; whether they count is known only at the end of the page. */
  readonly #unpainted: { glyph: Glyph; overPicture: boolean }[] = [];
  readonly #layers: boolean[] = [];
  readonly #paper: Box;
  #state: State;
  #text: Matrix = identity;
  #lineX = 0;
  #lineY = 0;
  #x = 0;
  #y = 0;
  #clipNext = false;
  #lastWasTransform = false;
  #maskDepth = 0;
  readonly #groups: boolean[] = [];
  #hidden = false;

  constructor(page: PageSurface) {
    this.#page = page;
    this.#paper = { left: 0, top: 0, right: page.width, bottom: page.height };
    this.#state = this.#initial();
  }

  run(): PageGlyphs {
    const { functions, arguments: all } = this.#page;
    for (let index = 0; index < functions.length; index++) {
      const operator = functions[index] ?? 0;
      this.#step(operator, (all[index] ?? []) as unknown[]);
      this.#lastWasTransform = operator === OPS.transform;
    }
    this.#judgeUnpainted();
    return { glyphs: this.#glyphs, hidden: this.#hidden };
  }

  #initial(): State {
    return {
      transform: this.#page.transform,
      clip: this.#paper,
      fill: black,
      stroke: black,
      fillAlpha: 1,
      strokeAlpha: 1,
      font: null,
      fontSize: 0,
      direction: 1,
      charSpacing: 0,
      wordSpacing: 0,
      horizontalScale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    };
  }

  #step(operator: number, args: unknown[]): void {
    const state = this.#state;
    switch (operator) {
      case OPS.save:
        this.#push();
        break;
      case OPS.restore:
        // Pictures are dropped before they are decoded; what is left of one is a place that nothing was painted in.
        if (this.#lastWasTransform) this.#backdrop.paint(mapBox(state.transform, 0, 0, 1, 1), null);
        this.#pop();
        break;
      case OPS.transform:
        state.transform = multiply(state.transform, toMatrix(args));
        break;
      case OPS.paintFormXObjectBegin:
        this.#push();
        this.#state.transform = multiply(this.#state.transform, toMatrix(args[0]));
        this.#clipTo(args[1]);
        break;
      case OPS.paintFormXObjectEnd:
        this.#pop();
        break;
      case OPS.beginGroup: {
        const mask = Boolean((args[0] as { smask?: unknown } | undefined)?.smask);
        this.#groups.push(mask);
        if (mask) this.#maskDepth++;
        this.#push();
        break;
      }
      case OPS.endGroup:
        if (this.#groups.pop()) this.#maskDepth--;
        this.#pop();
        break;
      case OPS.beginAnnotation:
        this.#push();
        this.#state = { ...this.#initial() };
        this.#clipTo(args[1]);
        this.#state.transform = multiply(multiply(this.#state.transform, toMatrix(args[2])), toMatrix(args[3]));
        break;
      case OPS.endAnnotation:
        this.#pop();
        break;
      case OPS.setGState:
        this.#graphicsState(args[0]);
        break;
      case OPS.setFillRGBColor:
        state.fill = parseColour(args[0]);
        break;
      case OPS.setStrokeRGBColor:
        state.stroke = parseColour(args[0]);
        break;
      case OPS.setFillColorN:
        state.fill = null;
        break;
      case OPS.setStrokeColorN:
        state.stroke = null;
        break;
      case OPS.setFillTransparent:
        state.fillAlpha = 0;
        break;
      case OPS.setStrokeTransparent:
        state.strokeAlpha = 0;
        break;
      case OPS.clip:
      case OPS.eoClip:
        this.#clipNext = true;
        break;
      case OPS.constructPath:
        this.#path(args);
        break;
      case OPS.shadingFill:
        this.#backdrop.paint(state.clip, null);
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintSolidColorImageMask:
        this.#backdrop.paint(mapBox(state.transform, 0, 0, 1, 1), null);
        break;
      case OPS.paintImageXObjectRepeat:
      case OPS.paintImageMaskXObjectRepeat:
      case OPS.paintInlineImageXObjectGroup:
      case OPS.paintImageMaskXObjectGroup:
        this.#backdrop.paint(state.clip, null);
        break;
      case OPS.beginMarkedContent:
        this.#layers.push(true);
        break;
      case OPS.beginMarkedContentProps:
        this.#layers.push(args[0] !== "OC" || this.#page.layerVisible(args[1]));
        break;
      case OPS.endMarkedContent:
        this.#layers.pop();
        break;
      default:
        this.#textStep(operator, args);
    }
  }

  #textStep(operator: number, args: unknown[]): void {
    const state = this.#state;
    const number = (index: number) => (Number.isFinite(args[index]) ? (args[index] as number) : 0);
    switch (operator) {
      case OPS.beginText:
        this.#text = identity;
        this.#x = this.#lineX = this.#y = this.#lineY = 0;
        break;
      case OPS.setCharSpacing:
        state.charSpacing = number(0);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case OPS.setHScale:
        state.horizontalScale = number(0) / 100;
        break;
      case OPS.setLeading:
        state.leading = -number(0);
        break;
      case OPS.setFont:
        this.#setFont(args[0], number(1));
        break;
      case OPS.setTextRenderingMode:
        state.mode = number(0);
        break;
      case OPS.setTextRise:
        state.rise = number(0);
        break;
      case OPS.setLeadingMoveText:
        state.leading = number(1);
        this.#moveText(number(0), number(1));
        break;
      case OPS.moveText:
        this.#moveText(number(0), number(1));
        break;
      case OPS.setTextMatrix:
        this.#text = toMatrix(args.length === 1 ? args[0] : args);
        this.#x = this.#lineX = this.#y = this.#lineY = 0;
        break;
      case OPS.nextLine:
        this.#moveText(0, state.leading);
        break;
      case OPS.showText:
        this.#show(args[0] as (DrawnGlyph | number)[]);
        break;
    }
  }

  #push(): void {
    this.#stack.push({ ...this.#state });
  }

  #pop(): void {
    const previous = this.#stack.pop();
    if (previous) this.#state = previous;
  }

  #clipTo(bounds: unknown): void {
    const box = bounds && typeof bounds === "object" ? Array.from(bounds as ArrayLike<number>) : [];
    const [x1, y1, x2, y2] = box;
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return;
    this.#state.clip = intersect(this.#state.clip, mapBox(this.#state.transform, x1, y1, x2, y2));
  }

  #path(args: unknown[]): void {
    const [paint, , bounds] = args as [number, unknown, ArrayLike<number> | null];
    const fills = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke];
    if (
      bounds &&
      bounds.length === 4 &&
      fills.includes(paint) &&
      this.#state.fillAlpha > 0.5 &&
      this.#maskDepth === 0
    ) {
      const box = mapBox(this.#state.transform, bounds[0] ?? 0, bounds[1] ?? 0, bounds[2] ?? 0, bounds[3] ?? 0);
      this.#backdrop.paint(intersect(box, this.#state.clip), this.#state.fill);
    }
    if (this.#clipNext) this.#clipTo(bounds);
    this.#clipNext = false;
  }

  #graphicsState(entries: unknown): void {
    for (const [key, value] of (entries ?? []) as [string, unknown][]) {
      if (key === "ca" && typeof value === "number") this.#state.fillAlpha = value;
      else if (key === "CA" && typeof value === "number") this.#state.strokeAlpha = value;
      else if (key === "Font" && Array.isArray(value)) this.#setFont(value[0], Number(value[1]));
    }
  }

  #setFont(id: unknown, size: number): void {
    this.#state.font = typeof id === "string" ? this.#page.font(id) : null;
    this.#state.fontSize = Math.abs(size);
    this.#state.direction = size < 0 ? -1 : 1;
  }

  #moveText(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  #show(drawn: (DrawnGlyph | number)[]): void {
    const { font, fontSize, charSpacing, wordSpacing, direction } = this.#state;
    const unit = font?.fontMatrix?.[0] || 0.001;
    const vertical = font?.vertical === true;
    const horizontal = this.#state.horizontalScale * direction;
    let advance = 0;
    for (const glyph of drawn) {
      if (typeof glyph === "number") {
        advance += ((vertical ? 1 : -1) * glyph * fontSize) / 1000;
        continue;
      }
      const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing;
      const metric = glyph.vmetric ?? font?.defaultVMetrics;
      const natural = vertical && metric ? -(metric[0] ?? 0) : (glyph.width ?? 0);
      const width = natural * unit * fontSize;
      if (vertical) this.#place(glyph, this.#x, this.#y + advance, width, charSpacing, true);
      else
        this.#place(
          glyph,
          this.#x + advance * horizontal,
          this.#y,
          width * horizontal,
          charSpacing * direction * horizontal,
          false,
        );
      advance += vertical ? width - spacing * direction : width + spacing * direction;
    }
    if (vertical) this.#y -= advance;
    else this.#x += advance * horizontal;
  }

  #place(drawn: DrawnGlyph, x: number, y: number, width: number, spacing: number, vertical: boolean): void {
    const text = textOf(drawn, this.#state.font);
    if (text === "" || this.#maskDepth > 0) return;
    const state = this.#state;
    const all = multiply(state.transform, this.#text);
    const [left, baseline] = apply(all, x, y + state.rise);
    const scale = Math.hypot(all[2], all[3]);
    const along = Math.hypot(all[0], all[1]);
    const glyph: Glyph = {
      text,
      x: left,
      y: baseline,
      width: width * along,
      size: state.fontSize * scale,
      angle: vertical ? 0 : quarterTurns(all[0] * Math.sign(width || 1), all[1] * Math.sign(width || 1)),
      font: state.font?.name ?? "",
      bold:
        state.font?.bold === true ||
        state.font?.black === true ||
        /bold|black|heavy|semib|demi/i.test(state.font?.name ?? ""),
      spacing: Math.max(0, spacing * along),
    };
    if (text.trim() === "") {
      this.#glyphs.push(glyph);
      return;
    }
    const [middleX, middleY] = apply(all, x + width / 2, y + state.rise + state.fontSize * 0.3);
    if (state.mode === 3 && !this.#offPage(middleX, middleY)) {
      this.#unpainted.push({ glyph, overPicture: this.#backdrop.hasPicture(middleX, middleY) });
      this.#glyphs.push(glyph);
      return;
    }
    if (this.#visible(glyph, middleX, middleY)) this.#glyphs.push(glyph);
    else this.#hidden = true;
  }

  #offPage(x: number, y: number): boolean {
    return !contains(this.#paper, x, y, 1) || !contains(this.#state.clip, x, y, 2);
  }

  #visible(glyph: Glyph, x: number, y: number): boolean {
    const state = this.#state;
    if (this.#layers.includes(false) || this.#offPage(x, y)) return false;
    // A Type 3 font draws its characters itself, in sizes and colours of its own.
    if (state.font?.isType3Font === true) return true;
    if (glyph.size < smallestReadable) return false;
    const fills = [0, 2, 4, 6].includes(state.mode) && state.fillAlpha > 0.02;
    const strokes = [1, 2, 5, 6].includes(state.mode) && state.strokeAlpha > 0.02;
    // Mode 7 only cuts a shape out of what follows: a picture seen through letters.
    if (state.mode === 7) return true;
    const ground = this.#backdrop.at(x, y);
    return (fills && !indistinguishable(state.fill, ground)) || (strokes && !indistinguishable(state.stroke, ground));
  }

  // Unpainted text over a scan is the scan's own words. Pictures may also be drawn after their text, so the page is judged as a whole.
  #judgeUnpainted(): void {
    if (this.#unpainted.length === 0) return;
    const secret = new Set<Glyph>();
    for (const { glyph, overPicture } of this.#unpainted)
      if (!overPicture && !this.#backdrop.hasPicture(glyph.x + glyph.width / 2, glyph.y - glyph.size * 0.3))
        secret.add(glyph);
    if (secret.size === 0) return;
    this.#hidden = true;
    const kept = this.#glyphs.filter((glyph) => !secret.has(glyph));
    this.#glyphs.length = 0;
    for (const glyph of kept) this.#glyphs.push(glyph);
  }
}

/** The words of a character. Where a font has no map to Unicode for it, pdf.js gives its code, which is no text. */
function textOf(drawn: DrawnGlyph, font: Font | null): string {
  const code = drawn.originalCharCode;
  if (code === undefined || !font) return drawn.unicode ?? "";
  const picture = textOfPicture(font.name ?? "", code);
  if (picture !== null && !/[\u2000-\uffff]/.test(drawn.unicode ?? "")) return picture;
  const name = font.composite ? undefined : font.differences?.[code];
  if (name && font.toUnicode?._map && !font.toUnicode._map[code]) return textOfGlyphName(name) ?? drawn.unicode ?? "";
  return drawn.unicode ?? "";
}

function quarterTurns(x: number, y: number): number {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y >= 0 ? 1 : 3;
}
