import type { SymbolType } from 'd3';
import { path } from 'd3';
import { SYMBOLS, symbolArea } from './symbols.ts';

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly opacity?: number;
}

export interface StampStyle {
  /** Index into SYMBOLS. */
  readonly symbol: number;
  readonly colour: string;
  /** Radius in CSS pixels of the circle with the same area. */
  readonly radius: number;
  /** Colour of a thin halo that separates overlapping marks, or null. */
  readonly halo: string | null;
}

/** A mark prepared once and placed many times. */
export interface Stamp {
  place(x: number, y: number, opacity: number): void;
}

/**
 * What layers draw with. The same painter draws pixels on a canvas and vectors into
 * an exported SVG, so the two can not disagree.
 */
export interface Pen {
  begin(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(style: Stroke): void;
  stamp(style: StampStyle): Stamp;
}

const HALO_WIDTH = 0.75;
/** The tips of the widest symbol, in radii of the circle with its area. */
const REACH = 1.7;

interface Sprite {
  readonly image: HTMLCanvasElement;
  readonly size: number;
}

/** Sprites of all marks drawn so far, for one pixel ratio; a few hundred tiny images at most. */
const sprites = new Map<string, Sprite>();
let spritesRatio = 0;

function drawSymbol(context: CanvasRenderingContext2D, symbol: SymbolType, radius: number): void {
  context.beginPath();
  symbol.draw(context, symbolArea(radius));
}

function spriteOf(style: StampStyle, ratio: number): Sprite {
  if (ratio !== spritesRatio || sprites.size > 500) {
    sprites.clear();
    spritesRatio = ratio;
  }
  const key = `${style.symbol} ${style.radius} ${style.colour} ${style.halo}`;
  const known = sprites.get(key);
  if (known !== undefined) return known;
  const size = Math.ceil(2 * (REACH * style.radius + HALO_WIDTH) + 1);
  const image = document.createElement('canvas');
  image.width = Math.ceil(size * ratio);
  image.height = Math.ceil(size * ratio);
  const context = image.getContext('2d', { willReadFrequently: true });
  if (context !== null) {
    context.scale(ratio, ratio);
    context.translate(size / 2, size / 2);
    drawSymbol(context, SYMBOLS[style.symbol], style.radius);
    if (style.halo !== null) {
      context.strokeStyle = style.halo;
      context.lineWidth = 2 * HALO_WIDTH;
      context.lineJoin = 'round';
      context.stroke();
    }
    context.fillStyle = style.colour;
    context.fill();
  }
  const sprite = { image, size: image.width / ratio };
  sprites.set(key, sprite);
  return sprite;
}

/** A pen on a canvas whose transform already maps CSS pixels to device pixels. */
export class CanvasPen implements Pen {
  private readonly context: CanvasRenderingContext2D;
  private readonly ratio: number;

  constructor(context: CanvasRenderingContext2D, ratio: number) {
    this.context = context;
    this.ratio = ratio;
  }

  begin(): void {
    this.context.beginPath();
  }

  moveTo(x: number, y: number): void {
    this.context.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.context.lineTo(x, y);
  }

  stroke({ colour, width, opacity = 1 }: Stroke): void {
    const { context } = this;
    context.globalAlpha = opacity;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.lineJoin = 'round';
    context.stroke();
    context.globalAlpha = 1;
  }

  /** Copying a sprite is several times faster than filling a path per point. */
  stamp(style: StampStyle): Stamp {
    const { context } = this;
    const { image, size } = spriteOf(style, this.ratio);
    const half = size / 2;
    return {
      place(x, y, opacity) {
        context.globalAlpha = opacity;
        context.drawImage(image, x - half, y - half, size, size);
        context.globalAlpha = 1;
      },
    };
  }
}

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** A pen that writes SVG elements. */
export class SvgPen implements Pen {
  private readonly elements: string[] = [];
  private current = path();

  begin(): void {
    this.current = path();
  }

  moveTo(x: number, y: number): void {
    this.current.moveTo(Math.round(x * 100) / 100, Math.round(y * 100) / 100);
  }

  lineTo(x: number, y: number): void {
    this.current.lineTo(Math.round(x * 100) / 100, Math.round(y * 100) / 100);
  }

  stroke({ colour, width, opacity = 1 }: Stroke): void {
    const d = this.current.toString();
    if (d === '') return;
    this.elements.push(
      `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-opacity="${short(opacity)}" stroke-linejoin="round"/>`,
    );
  }

  stamp(style: StampStyle): Stamp {
    const outline = path();
    SYMBOLS[style.symbol].draw(
      outline as unknown as CanvasRenderingContext2D,
      symbolArea(style.radius),
    );
    const d = outline.toString().replace(/\d+\.\d{3,}/g, (digits) => short(Number(digits)));
    const halo =
      style.halo === null
        ? ''
        : ` stroke="${style.halo}" stroke-width="${2 * HALO_WIDTH}" stroke-linejoin="round" paint-order="stroke"`;
    const { elements } = this;
    return {
      place(x, y, opacity) {
        elements.push(
          `<path transform="translate(${short(x)} ${short(y)})" d="${d}" fill="${style.colour}" opacity="${short(opacity)}"${halo}/>`,
        );
      },
    };
  }

  toString(): string {
    return this.elements.join('');
  }
}
