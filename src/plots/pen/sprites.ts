import { SYMBOLS, symbolArea } from '../style/symbols.ts';
import { type Mark, markOf } from './pixels.ts';

export interface StampStyle {
  /** Index into SYMBOLS. */
  readonly symbol: number;
  readonly colour: string;
  /** Radius in CSS pixels of the circle with the same area. */
  readonly radius: number;
  /** Colour of a thin halo that separates overlapping marks, or null. */
  readonly halo: string | null;
}

/** A mark as pixels, for each place its centre can have within one pixel. */
export interface Sprite {
  /** Of these many places along each axis, row by row. */
  readonly phases: readonly Mark[];
  /** From the pixel that holds the centre to the upper left corner. */
  readonly offset: number;
}

export const HALO_WIDTH = 0.75;
/** Centres are distinguished by this part of a pixel: points move smoothly, and are as sharp as if drawn again. */
export const PHASES = 4;
/** The tips of the widest symbol, in radii of the circle with its area. */
const REACH = 1.7;

/** Sprites of all marks drawn so far, for one pixel ratio; a few hundred tiny images at most. */
const sprites = new Map<string, Sprite>();
let spritesRatio = 0;

/** The mark as it looks at `ratio` device pixels per CSS pixel. */
export function spriteOf(style: StampStyle, ratio: number): Sprite {
  if (ratio !== spritesRatio || sprites.size > 500) {
    sprites.clear();
    spritesRatio = ratio;
  }
  const key = `${style.symbol} ${style.radius} ${style.colour} ${style.halo}`;
  let sprite = sprites.get(key);
  if (sprite === undefined) {
    sprite = drawSprite(style, ratio);
    sprites.set(key, sprite);
  }
  return sprite;
}

function drawSprite(style: StampStyle, ratio: number): Sprite {
  const tip = style.symbol === 0 ? 1 : REACH;
  const reach = Math.ceil((tip * style.radius + (style.halo === null ? 0 : HALO_WIDTH)) * ratio);
  const size = 2 * reach + 2;
  const canvas = document.createElement('canvas');
  canvas.width = size * PHASES;
  canvas.height = size * PHASES;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const phases: Mark[] = [];
  if (context === null) return { phases, offset: 0 };
  for (let row = 0; row < PHASES; row++) {
    for (let column = 0; column < PHASES; column++) {
      const x = column * size + reach + (column + 0.5) / PHASES;
      const y = row * size + reach + (row + 0.5) / PHASES;
      context.setTransform(ratio, 0, 0, ratio, x, y);
      drawMark(context, style);
    }
  }
  for (let row = 0; row < PHASES; row++) {
    for (let column = 0; column < PHASES; column++) {
      const { data } = context.getImageData(column * size, row * size, size, size);
      phases.push(markOf({ width: size, height: size, values: new Uint32Array(data.buffer) }));
    }
  }
  return { phases, offset: -reach };
}

function drawMark(context: CanvasRenderingContext2D, style: StampStyle): void {
  context.beginPath();
  SYMBOLS[style.symbol](context, symbolArea(style.radius));
  if (style.halo !== null) {
    context.strokeStyle = style.halo;
    context.lineWidth = 2 * HALO_WIDTH;
    context.lineJoin = 'round';
    context.stroke();
  }
  context.fillStyle = style.colour;
  context.fill();
}
