// Knows what has been painted under a point, because text in the colour of its background is text that nobody sees.
import type { Box } from "./matrix";
import { contains } from "./matrix";

/** A colour as sRGB 0…255; null is a picture, a gradient or a pattern, against which text counts as visible. */
export type Colour = readonly [number, number, number] | null;

export const white: Colour = [255, 255, 255];
export const black: Colour = [0, 0, 0];

/** Areas remembered per page. Maps paint a hundred thousand; small shapes cannot be a background, so they are never kept. */
const maxAreas = 4000;
const smallestSide = 4;

export class Backdrop {
  readonly #areas: { box: Box; colour: Colour }[] = [];

  paint(box: Box, colour: Colour): void {
    if (box.right - box.left < smallestSide || box.bottom - box.top < smallestSide) return;
    if (this.#areas.length >= maxAreas) this.#areas.splice(0, maxAreas / 2);
    this.#areas.push({ box, colour });
  }

  /** The colour under a point: of what was painted there last, or the white of the paper. */
  at(x: number, y: number): Colour {
    for (let index = this.#areas.length - 1; index >= 0; index--) {
      const area = this.#areas[index];
      if (area && contains(area.box, x, y)) return area.colour;
    }
    return white;
  }

  /** True when a picture lies under the point: then invisible text over it is what a text recogniser left. */
  hasPicture(x: number, y: number): boolean {
    return this.#areas.some((area) => area.colour === null && contains(area.box, x, y, 2));
  }
}

/** True when no eye can tell the two apart (a contrast ratio below 1.05). */
export function indistinguishable(text: Colour, ground: Colour): boolean {
  if (text === null || ground === null) return false;
  // Most text is far from its ground in every part; only what is near is worth the arithmetic.
  if (text.some((part, index) => Math.abs(part - (ground[index] ?? 0)) >= 24)) return false;
  const one = luminance(text);
  const other = luminance(ground);
  const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  return ratio < 1.05;
}

function luminance(colour: readonly [number, number, number]): number {
  const [red, green, blue] = colour.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Reads `#rrggbb`; anything else is not a plain colour. */
export function parseColour(value: unknown): Colour {
  const match = typeof value === "string" ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value) : null;
  return match ? [parse(match[1]), parse(match[2]), parse(match[3])] : null;
}

const parse = (pair: string | undefined) => Number.parseInt(pair ?? "0", 16);
